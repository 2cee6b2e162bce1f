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
 * Turns what a person does into actions and messages, and what the server says into actions. Every
 * image is acknowledged, by itself or by a newer one, when it is on screen or when it is dropped:
 * the server waits for that before it sends more.
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

  // A person writes

  typed(text: string, composing: boolean): void {
    this.cancelFade();
    if (this.live === undefined) this.freshSeed();
    this.store.dispatch({ type: 'typed', text });
    const { live } = this;
    if (live === undefined) return;
    if (live.fading) {
      // Not `stop`, which would take away the image of a commit, too.
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
    this.requests.pump();
    this.tidy();
  }

  /** A picture of the conversation is to be changed; what was being written is kept first. */
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
    this.takeDown();
  }

  // A person walks about

  /** Paints the words of an entry from other seeds, beside it. */
  vary(id: number): void {
    const { live } = this;
    if (live?.id === id) this.commit();
    // An edit that changed nothing is no entry of its own.
    const of = entryOf(this.store.state, id)?.id ?? live?.parent;
    if (of === undefined) return;
    const seeds = Array.from({ length: VARIATIONS }, () => this.anySeed());
    this.store.dispatch({ type: 'varied', id: of, seeds });
    this.requests.pump();
  }

  choose(id: number): void {
    this.store.dispatch({ type: 'chosen', id });
    this.takeDown();
  }

  endComparison(): void {
    this.store.dispatch({ type: 'compared' });
    this.takeDown();
  }

  peek(at: number | undefined): void {
    this.store.dispatch({ type: 'peeked', at });
  }

  branch(at: number): void {
    this.store.dispatch({ type: 'branched', at });
    this.takeDown();
    this.paintLive();
  }

  // A person sets

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

  /** An empty page again, with another seed. */
  clear(): void {
    this.cancelFade();
    this.cancelSlow();
    this.store.dispatch({ type: 'wiped', seed: this.anySeed() });
    this.takeDown();
  }

  /** Forgets everything of whoever was here; nobody takes up their connection. */
  wipe(): void {
    this.clear();
    this.connection.startAnew();
  }

  reconnect(): void {
    this.connection.start();
  }

  // The screen

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

  /** An image was accepted, but a newer one came before it could be shown. */
  skipped(image: number): void {
    this.acknowledgements.acknowledge(image);
  }

  /** The page was hidden or comes back: a measurement across that would tell nothing. */
  visibilityChanged(): void {
    this.keyLatency.forget();
  }

  // The server

  stateChanged(connection: ConnectionState): void {
    this.store.dispatch({ type: 'connection', connection });
  }

  messageArrived(message: ServerMessage): void {
    this.store.dispatch(message);
    if (message.type === 'ready') this.resume();
    if (message.type === 'satisfied' || message.type === 'queued') this.cancelSlow();
    if (message.type === 'error' && !isAwaited(this.store.state)) this.cancelSlow();
    if (message.type === 'satisfied' || message.type === 'error') this.requests.pump();
  }

  imageArrived(message: ImageMessage): void {
    const { header } = message;
    this.acknowledgements.arrived(header.image);
    if (receiverOf(this.store.state, header) === undefined) {
      this.acknowledgements.acknowledge(header.image);
      return;
    }
    this.store.dispatch({ type: 'imageArrived', message, url: this.options.urls.create(message) });
    this.tidy();
    if (!isAwaited(this.store.state)) this.cancelSlow();
    this.requests.pump();
  }

  malformed(error: MalformedMessageError): void {
    const code = 'malformed-message';
    this.store.dispatch({ type: 'error', code, message: error.message });
  }

  private get live(): Entry | undefined {
    return typingEntry(this.store.state);
  }

  private resume(): void {
    this.acknowledgements.forget();
    this.requests.resume();
    const { revision, server } = this.store.state;
    // What was asked for anew has raised the revisions; one that was taken up wants a higher one.
    if (this.live && (this.live.revision < revision || server?.resumed !== undefined)) {
      this.store.dispatch({ type: 'retold' });
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
    if (kind === 'resting' || kind === 'replaced') this.connection.start();
    this.cancelSlow();
    if (!this.requests.prompt(live, composing)) return;
    this.cancelSlow = timer.after(SLOW_MS, () => {
      if (isAwaited(this.store.state)) this.store.dispatch({ type: 'slow' });
    });
  }

  private forget(): void {
    this.store.dispatch({ type: 'forgotten' });
    this.takeDown();
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

  /** Pictures have left the page, perhaps before they were on screen: nobody else would tell. */
  private takeDown(): void {
    this.acknowledgements.acknowledgeAll();
    this.tidy();
  }

  private tidy(): void {
    this.options.urls.keepOnly(addressesInUse(this.store.state));
  }
}
