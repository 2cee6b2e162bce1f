import type { Cancel } from '../environment';
import { decode, encode } from '../protocol/codec';
import { decodeImage } from '../protocol/decode-image';
import { MalformedMessageError } from '../protocol/malformed';
import { type ClientMessage, type ReadyMessage, SUBPROTOCOL } from '../protocol/messages';
import { DEFAULT_BACKOFF, fullJitter } from './backoff';
import { busyFor, meaningOf } from './close-reason';
import type { ConnectionListener, ConnectionOptions } from './connection-options';
import { type Credential, type CredentialKind, subprotocolsFor } from './credential';
import type { Refusal } from './refusal';

/** Why the server said that it does not answer now. */
type Announced =
  | { readonly kind: 'restarting' }
  | { readonly kind: 'opening'; readonly fetched?: number };

type Misconfiguration = Extract<Refusal, { kind: 'origin' | 'protocol' | 'blocked' }>;

/** At least this long until a busy server is asked again, at most twice as long. */
const BUSY_MS = 8_000;
/** A server with a queue sends the position at least this often. */
const QUEUE_MS = 60_000;
/** An operator has to change something first: asked again after this long, at most twice as long. */
const MISCONFIGURED_MS = 30_000;
/** A failed upgrade whose reason is unknown can be chance; the second in a row is not. */
const BLOCKED_UPGRADES = 2;
/** A normal end (RFC 6455): the server need not keep the session. */
const NORMAL = 1000;
/** Time limit for the server's `ready`, and for its reason to refuse. */
const PATIENCE_MS = 10_000;
/** What browsers report for a refused upgrade, and for much else. */
const ABNORMAL = 1006;
/** For a refusal of the page itself (RFC 6455: no status received). */
const NO_CODE = 1005;

/**
 * A `lukis.v1` connection that reconnects by itself with full jitter until `stop`. It is ready once
 * the server has said `ready`. Messages before that are not sent: the user of this class sends its
 * newest state on `ready` anyway.
 */
export class LiveConnection {
  // Mutable state
  private socket: WebSocket | undefined;
  private attempt = 0;
  private ready = false;
  /** Whether a server was ready since the page was opened. */
  private met = false;
  /** With it the former session is resumed. */
  private resumeToken: string | undefined;
  /** When the next attempt is due, and whether the server asked for that delay. */
  private retry: { readonly at: number; readonly asked: boolean } | undefined;
  /** Upgrades in a row that failed although plain requests are answered. */
  private blockedUpgrades = 0;
  /** Whether this attempt has opened its socket. */
  private opened = false;
  /** The credential of this attempt. */
  private shown: Credential | undefined;
  /** The kinds of credentials that the server is known to accept. */
  private accepts: readonly CredentialKind[] = [];
  private refusalRequest = new AbortController();
  private cancelTimer: Cancel = () => {};
  private lastError: string | undefined;

  constructor(
    private readonly options: ConnectionOptions,
    private readonly listener: ConnectionListener,
  ) {
    this.resumeToken = options.resumeToken;
  }

  /** Connects now, without waiting any longer; also leaves the state `refused`. */
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

  /** Ends the session for good and connects with a new one. */
  startAnew(): void {
    this.resumeToken = undefined;
    this.leave(NORMAL);
    this.start();
  }

  stop(): void {
    this.leave();
  }

  /**
   * The page is visible again, or the network is back: a lost connection reconnects at once. A
   * delay that the server asked for is kept.
   */
  wake(): void {
    if (this.retry === undefined) return;
    const isDue = this.retry.at <= this.options.timer.now();
    if (isDue || !this.retry.asked) this.start();
  }

  /** Returns whether the message was sent. */
  send(message: ClientMessage): boolean {
    if (!this.ready || this.socket === undefined) return false;
    this.socket.send(encode(message));
    return true;
  }

  private checkProtocol(socket: WebSocket): void {
    if (socket !== this.socket) return;
    this.opened = true;
    if (socket.protocol === SUBPROTOCOL) return;
    this.refused(NO_CODE, `subprotocol: ${socket.protocol || 'none'} (expected: ${SUBPROTOCOL})`);
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
    this.blockedUpgrades = 0;
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
    const meaning = meaningOf(code, reason);
    switch (meaning) {
      case 'busy':
        this.busy(busyFor(reason));
        break;
      case 'idle':
      case 'replaced':
        this.rest(meaning === 'idle' ? 'idle' : 'replaced');
        break;
      case 'refused':
        this.refused(code, reason || this.lastError || `close code ${code}`);
        break;
      default:
        this.lost(socket, meaning === 'restarting' ? { kind: 'restarting' } : undefined);
    }
  }

  private async upgradeFailed(socket: WebSocket): Promise<void> {
    this.waitFor(socket, PATIENCE_MS);
    const refusal = await this.options.fetchRefusal(this.shown, this.refusalRequest.signal);
    if (socket === this.socket) this.refusedWith(socket, refusal);
  }

  private refusedWith(socket: WebSocket, refusal: Refusal | undefined): void {
    const blocked = refusal?.kind === 'blocked';
    this.blockedUpgrades = blocked ? this.blockedUpgrades + 1 : 0;
    switch (refusal?.kind) {
      case 'origin':
      case 'protocol':
        this.misconfigured(refusal);
        break;
      case 'blocked':
        if (this.blockedUpgrades < BLOCKED_UPGRADES) this.lost(socket);
        else this.misconfigured(refusal);
        break;
      case 'unauthenticated':
        this.unauthenticated(refusal.accepts);
        break;
      case 'full':
        this.busy(refusal.waitMs);
        break;
      case 'address':
        this.busy(refusal.waitMs, 'addressFull');
        break;
      case 'opening':
        this.lost(socket, opening(refusal.fetched), refusal.waitMs);
        break;
      case 'draining':
        this.lost(socket, { kind: 'restarting' }, refusal.waitMs);
        break;
      default:
        this.lost(socket);
    }
  }

  /** A broken token is refused before the server can say that it also accepts keys. */
  private unauthenticated(accepts: readonly CredentialKind[]): void {
    this.leave();
    this.accepts = [...new Set([...this.accepts, ...accepts])].sort();
    const wrong = this.shown?.kind;
    this.listener.stateChanged({ kind: 'unauthenticated', accepts: this.accepts, wrong });
  }

  private rest(kind: 'idle' | 'replaced'): void {
    // Another connection has taken the session, and its token with it.
    if (kind === 'replaced') this.resumeToken = undefined;
    this.leave();
    this.listener.stateChanged({ kind });
  }

  private misconfigured(refusal: Misconfiguration): void {
    this.leave();
    const retryAt = this.startAfter(this.jittered(MISCONFIGURED_MS));
    this.listener.stateChanged({ ...refusal, retryAt });
  }

  private busy(wait = BUSY_MS, kind: 'busy' | 'addressFull' = 'busy'): void {
    this.leave();
    const retryAt = this.startAfter(this.jittered(wait), true);
    this.listener.stateChanged({ kind, retryAt });
  }

  private refused(code: number, reason: string): void {
    this.leave();
    this.listener.stateChanged({ kind: 'refused', code, reason });
  }

  /** @param wait how long the server wants the page to wait, if it says */
  private lost(socket: WebSocket, announced?: Announced, wait?: number): void {
    if (socket !== this.socket) return;
    this.leave();
    const { random, backoff = DEFAULT_BACKOFF } = this.options;
    const delay =
      wait === undefined ? fullJitter(this.attempt++, random, backoff) : this.jittered(wait);
    const retryAt = this.startAfter(delay);
    this.listener.stateChanged({ ...this.lostState(announced), retryAt });
  }

  /** At least the delay that is wanted, spread so that not all pages come at once. */
  private jittered(wait: number): number {
    return wait * (1 + this.options.random());
  }

  private lostState(announced: Announced | undefined) {
    // A server on this machine can be reached without a network, so the attempts go on.
    if (!this.options.isOnline()) return { kind: 'offline' as const };
    if (announced !== undefined) return announced;
    return { kind: this.met ? ('waiting' as const) : ('unreachable' as const) };
  }

  private url(): string {
    const { url } = this.options;
    const token = this.resumeToken;
    return token === undefined ? url : `${url}?resume=${encodeURIComponent(token)}`;
  }

  /** Returns when that is, on the timer's clock. */
  private startAfter(delay: number, asked = false): number {
    const { timer } = this.options;
    const at = timer.now() + delay;
    this.retry = { at, asked };
    this.cancelTimer = timer.after(delay, () => this.start());
    return at;
  }

  private leave(code?: number): void {
    const socket = this.socket;
    this.cancelTimer();
    this.refusalRequest.abort();
    this.refusalRequest = new AbortController();
    this.socket = undefined;
    this.opened = false;
    this.ready = false;
    this.retry = undefined;
    socket?.close(code);
  }
}

function opening(fetched: number | undefined): Announced {
  return fetched === undefined ? { kind: 'opening' } : { kind: 'opening', fetched };
}
