import type { Cancel, Random, Timer } from '../environment';
import { decode, encode } from '../protocol/codec';
import { decodeImage } from '../protocol/decode-image';
import { MalformedMessageError } from '../protocol/malformed';
import {
  type ClientMessage,
  type ImageMessage,
  type ReadyMessage,
  type ServerMessage,
  SUBPROTOCOL,
} from '../protocol/messages';
import { type Backoff, DEFAULT_BACKOFF, fullJitter } from './backoff';
import { busyFor, isBusy, isIdle, isMoving, isRefusal } from './close-reason';
import type { ConnectionState } from './connection-state';
import { type Credential, type CredentialKind, subprotocolsFor } from './credential';
import type { Refusal } from './refusal';

/** At least this long until a busy server is asked again, at most twice as long. */
const BUSY_MS = 8_000;
/** A server with a queue tells of it at least this often. */
const QUEUE_MS = 60_000;
/** How long a socket may take until the server's `ready`, and the server to say why not. */
const PATIENCE_MS = 10_000;
/** How a browser tells of an upgrade that was refused, and of much else. */
const ABNORMAL = 1006;

export interface ConnectionOptions {
  readonly url: string;
  readonly openSocket: (url: string, subprotocols: string[]) => WebSocket;
  /** What to show to be let in, asked for anew before each attempt. */
  readonly credential: () => Credential | undefined;
  /** Why a socket that showed this was not let in. */
  readonly fetchRefusal: (
    shown: Credential | undefined,
    signal: AbortSignal,
  ) => Promise<Refusal | undefined>;
  readonly timer: Timer;
  readonly random: Random;
  readonly isOnline: () => boolean;
  readonly backoff?: Backoff;
}

export interface ConnectionListener {
  stateChanged(state: ConnectionState): void;
  messageArrived(message: ServerMessage): void;
  imageArrived(message: ImageMessage): void;
  malformed(error: MalformedMessageError): void;
}

/**
 * A `lukis.v1` connection that comes back by itself with full jitter until `stop`. It is ready
 * once the server has said `ready`; what is sent before that is not sent at all, because whoever
 * uses it sends its newest state on `ready` anyway.
 */
export class LiveConnection {
  // Mutable state
  private socket: WebSocket | undefined;
  private attempt = 0;
  private ready = false;
  /** Whether a server was ready since the page was opened. */
  private met = false;
  /** What takes up the former connection. */
  private resumeToken: string | undefined;
  private waiting = false;
  /** Whether this attempt has opened its socket. */
  private opened = false;
  /** What this attempt shows. */
  private shown: Credential | undefined;
  /** What the server was known to accept. */
  private accepts: readonly CredentialKind[] = [];
  private refusalRequest = new AbortController();
  private cancelTimer: Cancel = () => {};
  private lastError: string | undefined;

  constructor(
    private readonly options: ConnectionOptions,
    private readonly listener: ConnectionListener,
  ) {}

  /** Connects now, whatever was waited for; also the way out of `refused`. */
  start(): void {
    this.leave();
    this.lastError = undefined;
    this.listener.stateChanged({ kind: 'connecting' });
    this.shown = this.options.credential();
    const socket = this.options.openSocket(this.url(), subprotocolsFor(this.shown));
    socket.binaryType = 'arraybuffer';
    this.socket = socket;
    socket.addEventListener('open', () => this.checkProtocol(socket));
    socket.addEventListener('message', (event) => this.received(socket, event.data));
    socket.addEventListener('close', (event) => this.closed(socket, event.code, event.reason));
    this.waitFor(socket, PATIENCE_MS);
  }

  /** Connects as one who was never there. */
  startAnew(): void {
    this.resumeToken = undefined;
    this.start();
  }

  stop(): void {
    this.leave();
  }

  /** The network came back: no need to wait any longer. */
  networkReturned(): void {
    if (this.waiting) this.start();
  }

  /** Answers whether the message went out. */
  send(message: ClientMessage): boolean {
    if (!this.ready || this.socket === undefined) return false;
    this.socket.send(encode(message));
    return true;
  }

  private checkProtocol(socket: WebSocket): void {
    if (socket !== this.socket) return;
    this.opened = true;
    if (socket.protocol === SUBPROTOCOL) return;
    this.refused(`subprotocol: ${socket.protocol || 'none'} (expected: ${SUBPROTOCOL})`);
  }

  private received(socket: WebSocket, data: unknown): void {
    if (socket !== this.socket) return;
    try {
      if (typeof data === 'string') this.receivedText(socket, data);
      else this.listener.imageArrived(decodeImage(data as ArrayBuffer));
    } catch (error) {
      if (!(error instanceof MalformedMessageError)) throw error;
      this.listener.malformed(error);
    }
  }

  private receivedText(socket: WebSocket, data: string): void {
    const message = decode(data);
    if (message === undefined) return;
    if (message.type === 'error') this.lastError = message.message;
    if (message.type === 'ready') this.becomeReady(message);
    if (message.type === 'queued' && !this.ready) {
      this.queued(socket, message.position);
      return;
    }
    this.listener.messageArrived(message);
  }

  private queued(socket: WebSocket, position: number): void {
    this.waitFor(socket, QUEUE_MS);
    this.listener.stateChanged({ kind: 'queued', position });
  }

  private waitFor(socket: WebSocket, patience: number): void {
    this.cancelTimer();
    this.cancelTimer = this.options.timer.after(patience, () => this.lost(socket));
  }

  private becomeReady({ resume }: ReadyMessage): void {
    this.cancelTimer();
    this.attempt = 0;
    this.ready = true;
    this.met = true;
    this.resumeToken = resume;
    this.lastError = undefined;
    this.listener.stateChanged({ kind: 'ready' });
  }

  private closed(socket: WebSocket, code: number, reason: string): void {
    if (socket !== this.socket) return;
    if (code === ABNORMAL && !this.opened) {
      void this.upgradeFailed(socket);
      return;
    }
    const why = reason || this.lastError || `close code ${code}`;
    if (isBusy(code)) this.busy(busyFor(reason));
    else if (isIdle(code)) this.rest();
    else if (isRefusal(code)) this.refused(why);
    else this.lost(socket, isMoving(code));
  }

  private async upgradeFailed(socket: WebSocket): Promise<void> {
    this.waitFor(socket, PATIENCE_MS);
    const refusal = await this.options.fetchRefusal(this.shown, this.refusalRequest.signal);
    if (socket === this.socket) this.refusedWith(socket, refusal);
  }

  private refusedWith(socket: WebSocket, refusal: Refusal | undefined): void {
    switch (refusal?.kind) {
      case 'unidentified':
        this.unidentified(refusal.accepts);
        break;
      case 'full':
        this.busy(refusal.waitMs);
        break;
      case 'address':
        this.busy(refusal.waitMs, 'crowded');
        break;
      case 'opening':
      case 'draining':
        this.lost(socket, refusal.kind === 'draining', refusal.waitMs);
        break;
      default:
        this.lost(socket);
    }
  }

  /** A token that is broken is refused before the server says that a key would do, too. */
  private unidentified(accepts: readonly CredentialKind[]): void {
    this.leave();
    this.accepts = [...new Set([...this.accepts, ...accepts])].sort();
    const wrong = this.shown?.kind;
    this.listener.stateChanged({ kind: 'unidentified', accepts: this.accepts, wrong });
  }

  private rest(): void {
    this.leave();
    this.listener.stateChanged({ kind: 'resting' });
  }

  private busy(wait = BUSY_MS, kind: 'busy' | 'crowded' = 'busy'): void {
    this.leave();
    const retryAt = this.startAfter(this.jittered(wait));
    this.listener.stateChanged({ kind, retryAt });
  }

  private refused(reason: string): void {
    this.leave();
    this.listener.stateChanged({ kind: 'refused', reason });
  }

  /** @param wait how long the server wants to be left alone, where it says */
  private lost(socket: WebSocket, moving = false, wait?: number): void {
    if (socket !== this.socket) return;
    this.leave();
    const { random, backoff = DEFAULT_BACKOFF } = this.options;
    const delay =
      wait === undefined ? fullJitter(this.attempt++, random, backoff) : this.jittered(wait);
    const retryAt = this.startAfter(delay);
    this.listener.stateChanged({ kind: this.absence(moving), retryAt });
  }

  /** At least as long as is wanted, but not as long as every other page waits. */
  private jittered(wait: number): number {
    return wait * (1 + this.options.random());
  }

  private absence(moving: boolean) {
    // A server on this machine can be reached without a network: so it goes on trying.
    if (!this.options.isOnline()) return 'offline';
    if (moving) return 'moving';
    return this.met ? 'waiting' : 'absent';
  }

  private url(): string {
    const { url } = this.options;
    const token = this.resumeToken;
    return token === undefined ? url : `${url}?resume=${encodeURIComponent(token)}`;
  }

  /** Answers when that is. */
  private startAfter(delay: number): number {
    const { timer } = this.options;
    this.waiting = true;
    this.cancelTimer = timer.after(delay, () => this.start());
    return timer.now() + delay;
  }

  private leave(): void {
    const socket = this.socket;
    this.cancelTimer();
    this.refusalRequest.abort();
    this.refusalRequest = new AbortController();
    this.socket = undefined;
    this.opened = false;
    this.ready = false;
    this.waiting = false;
    socket?.close();
  }
}
