import type { ConnectionListener } from './connection/connection-options';
import type { ConnectionState } from './connection/connection-state';
import type { LiveConnection } from './connection/live-connection';
import type { Cancel, Random, Timer } from './environment';
import type { ImageUrls } from './images/image-urls';
import { KeyLatency } from './images/key-latency';
import { Acknowledgements } from './painting/acknowledgements';
import { PaintRequests } from './painting/paint-requests';
import type { MalformedMessageError } from './protocol/malformed';
import type { ImageMessage, ServerMessage } from './protocol/messages';
import { addressesInUse, entryOf, isAwaited, receiverOf, typingEntry } from './state/selectors';
import type { Controls, Entry, Outcome } from './state/state';
import type { Store } from './state/store';

const FADE_MS = 1_500;
const SLOW_MS = 4_000;
const SEEDS = 2 ** 31;
const VARIATIONS = 4;

type Connection = Pick<LiveConnection, 'send' | 'start' | 'startAnew'>;

export interface PageControllerOptions {
  readonly store: Store;
  readonly urls: ImageUrls;
  readonly timer: Timer;
  readonly random: Random;
  readonly connect: (listener: ConnectionListener) => Connection;
}

/**
 * Turns input of the person into actions and messages to the server, and messages from the server
 * into actions. Every image is acknowledged when it is on screen or dropped, directly or by a newer
 * one: the server waits for that before it sends more.
 */
export class PageController implements ConnectionListener {
  private readonly store: Store;
  private readonly connection: Connection;
  private readonly requests: PaintRequests;
  private readonly acknowledgements: Acknowledgements;
  private readonly keyLatency = new KeyLatency();

  // Mutable state
  private cancelFade: Cancel = () => {};
  private cancelSlow: Cancel = () => {};

  constructor(private readonly options: PageControllerOptions) {
    this.store = options.store;
    this.connection = options.connect(this);
    this.requests = new PaintRequests(this.store, (message) => this.connection.send(message));
    this.acknowledgements = new Acknowledgements((image) =>
      this.connection.send({ type: 'ack', image }),
    );
  }

  // Typing

  typed(text: string, composing: boolean): void {
    this.cancelFade();
    if (this.live === undefined) this.freshSeed();
    this.store.dispatch({ type: 'typed', text });
    const { live } = this;
    if (live === undefined) return;
    if (live.fading) {
      // Not `stop`, which would also drop the image of a commit.
      this.requests.prompt(live, composing);
      this.cancelFade = this.options.timer.after(FADE_MS, () => this.forget());
      return;
    }
    this.keyLatency.pressed(live.revision, this.options.timer.now());
    this.paint(live, composing);
  }

  commit(): void {
    const { live } = this;
    if (live === undefined || live.fading) return;
    this.store.dispatch({ type: 'committed' });
    this.cancelSlow();
    this.requests.sendWaiting();
    this.revokeUnused();
  }

  /** Edits a picture of the conversation; a prompt being typed is kept first. */
  edit(id: number): void {
    this.cancelFade();
    if (this.live?.fading) this.cancel();
    else this.commit();
    this.store.dispatch({ type: 'editing', id });
    this.paintLive();
  }

  cancel(): void {
    this.cancelFade();
    this.cancelSlow();
    this.store.dispatch({ type: 'cancelled' });
    this.acknowledgeRemoved();
  }

  // Versions and history

  /** Paints variations: the words of an entry from other seeds. */
  vary(id: number): void {
    const { live } = this;
    if (live?.id === id) this.commit();
    // An edit that changed nothing has no entry of its own.
    const of = entryOf(this.store.state, id)?.id ?? live?.parent;
    if (of === undefined) return;
    const seeds = Array.from({ length: VARIATIONS }, () => this.anySeed());
    this.store.dispatch({ type: 'varied', id: of, seeds });
    this.requests.sendWaiting();
  }

  choose(id: number): void {
    this.store.dispatch({ type: 'chosen', id });
    this.acknowledgeRemoved();
  }

  endComparison(): void {
    this.store.dispatch({ type: 'compared' });
    this.acknowledgeRemoved();
  }

  peek(at: number | undefined): void {
    this.store.dispatch({ type: 'peeked', at });
  }

  branch(at: number): void {
    this.store.dispatch({ type: 'branched', at });
    this.acknowledgeRemoved();
    this.paintLive();
  }

  // Settings

  shuffle(): void {
    this.store.dispatch({ type: 'shuffled', seed: this.anySeed() });
    this.paintLive();
  }

  keepSeed(keep: boolean): void {
    this.store.dispatch({ type: 'keepSeed', keep });
  }

  control(controls: Controls): void {
    this.store.dispatch({ type: 'controls', controls });
    this.store.dispatch({ type: 'revised' });
    this.paintLive();
  }

  reportOutcome(outcome: Outcome): void {
    this.store.dispatch({ type: 'outcome', outcome });
  }

  /** Empties the page and picks another seed. */
  clear(): void {
    this.cancelFade();
    this.cancelSlow();
    this.store.dispatch({ type: 'wiped', seed: this.anySeed() });
    this.acknowledgeRemoved();
  }

  /** Deletes everything on the page, and ends the session on the server. */
  wipe(): void {
    this.clear();
    this.connection.startAnew();
  }

  reconnect(): void {
    this.connection.start();
  }

  // Display

  /**
   * An image was received and decoded, and is part of the page.
   *
   * @param painted whether a frame has shown it; not so in a hidden page
   */
  shown(image: number, revision: number, painted = true): void {
    this.acknowledgements.acknowledge(image);
    const milliseconds = this.keyLatency.shown(revision, this.options.timer.now());
    if (milliseconds === undefined || !painted) return;
    this.store.dispatch({ type: 'latency', revision, milliseconds });
  }

  /** An image was accepted, but is not shown: it is broken, or a newer one came first. */
  skipped(image: number, broken = false): void {
    this.acknowledgements.acknowledge(image);
    if (broken) this.fail('image-broken', `image: ${image} (expected: one that can be decoded)`);
  }

  /** The page was hidden or comes back: a measurement across that would tell nothing. */
  visibilityChanged(): void {
    this.keyLatency.forget();
  }

  // Messages from the server

  stateChanged(connection: ConnectionState): void {
    this.store.dispatch({ type: 'connection', connection });
  }

  messageArrived(message: ServerMessage): void {
    this.store.dispatch(message);
    if (message.type === 'ready') this.resume();
    if (message.type === 'satisfied' || message.type === 'queued') this.cancelSlow();
    if (message.type === 'error' && !isAwaited(this.store.state)) this.cancelSlow();
    if (message.type === 'satisfied' || message.type === 'error') this.requests.sendWaiting();
  }

  imageArrived(message: ImageMessage): void {
    const { header } = message;
    this.acknowledgements.arrived(header.image);
    if (receiverOf(this.store.state, header) === undefined) {
      this.acknowledgements.acknowledge(header.image);
      return;
    }
    this.store.dispatch({ type: 'imageArrived', message, url: this.options.urls.create(message) });
    this.revokeUnused();
    if (!isAwaited(this.store.state)) this.cancelSlow();
    this.requests.sendWaiting();
  }

  malformed(error: MalformedMessageError): void {
    this.fail('malformed-message', error.message);
  }

  private fail(code: string, message: string): void {
    this.store.dispatch({ type: 'error', code, message });
  }

  private get live(): Entry | undefined {
    return typingEntry(this.store.state);
  }

  private resume(): void {
    this.acknowledgements.forget();
    this.requests.resume();
    const { revision, server } = this.store.state;
    // Prompts sent again have raised the revision, and a resumed session needs a higher one.
    if (this.live && (this.live.revision < revision || server?.resumed !== undefined)) {
      this.store.dispatch({ type: 'resent' });
    }
    this.paintLive();
  }

  private paintLive(): void {
    const { live } = this;
    if (live !== undefined && !live.fading) this.paint(live, false);
  }

  private paint(live: Entry, composing: boolean): void {
    const { timer } = this.options;
    const { kind } = this.store.state.connection;
    if (kind === 'idle' || kind === 'replaced') this.connection.start();
    this.cancelSlow();
    if (!this.requests.prompt(live, composing)) return;
    this.cancelSlow = timer.after(SLOW_MS, () => {
      if (isAwaited(this.store.state)) this.store.dispatch({ type: 'slow' });
    });
  }

  private forget(): void {
    this.store.dispatch({ type: 'forgotten' });
    this.acknowledgeRemoved();
  }

  private freshSeed(): void {
    const { entries, keepSeed } = this.store.state;
    if (!keepSeed && entries.length > 0) {
      this.store.dispatch({ type: 'shuffled', seed: this.anySeed() });
    }
  }

  private anySeed(): number {
    return Math.floor(this.options.random() * SEEDS);
  }

  /** Removed pictures may never have been on screen, so they are acknowledged here. */
  private acknowledgeRemoved(): void {
    this.acknowledgements.acknowledgeAll();
    this.revokeUnused();
  }

  private revokeUnused(): void {
    this.options.urls.keepOnly(addressesInUse(this.store.state));
  }
}
