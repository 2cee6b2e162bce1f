import type { ConnectionState } from './connection/connection-state';
import type { ConnectionListener, LiveConnection } from './connection/live-connection';
import type { Cancel, Random, Timer } from './environment';
import type { ImageUrls } from './images/image-urls';
import { KeyTimes } from './images/key-times';
import type { MalformedMessageError } from './protocol/malformed';
import type { ClientMessage, ImageMessage, ServerMessage } from './protocol/messages';
import {
  addressesInUse,
  finishingEntries,
  isAwaited,
  receiverOf,
  typingEntry,
} from './state/selectors';
import type { Entry } from './state/state';
import type { Store } from './state/store';

const FADE_MS = 1_500;
const SLOW_MS = 4_000;
const SEEDS = 2 ** 31;

export interface StudioOptions {
  readonly store: Store;
  readonly urls: ImageUrls;
  readonly timer: Timer;
  readonly random: Random;
  readonly connect: (listener: ConnectionListener) => Pick<LiveConnection, 'send' | 'start'>;
}

/**
 * Turns what a person does into actions and messages, and what the server says into actions. Every
 * image is acknowledged, by itself or by a newer one, when it is on screen or when it is dropped:
 * the server waits for that before it sends more.
 */
export class Studio implements ConnectionListener {
  private readonly connection: Pick<LiveConnection, 'send' | 'start'>;
  private readonly keyTimes = new KeyTimes();

  // Mutable state
  /** Images of this connection that the server still waits to hear of. */
  private readonly unacknowledged = new Set<number>();
  private cancelFade: Cancel = () => {};
  private cancelSlow: Cancel = () => {};

  constructor(private readonly options: StudioOptions) {
    this.connection = options.connect(this);
  }

  // A person

  typed(text: string, composing: boolean): void {
    const { store, timer } = this.options;
    this.cancelFade();
    if (typingEntry(store.state) === undefined) this.freshSeed();
    store.dispatch({ type: 'typed', text });
    const live = typingEntry(store.state);
    if (live === undefined) return;
    if (live.fading) {
      // Not `stop`, which would take away the image of a commit, too.
      this.send({ type: 'prompt', revision: live.revision, text, composing });
      this.cancelFade = timer.after(FADE_MS, () => this.forget());
      return;
    }
    this.paint(live, composing);
  }

  commit(): void {
    const { store } = this.options;
    const live = typingEntry(store.state);
    if (live === undefined || live.fading) return;
    store.dispatch({ type: 'committed' });
    this.cancelSlow();
    this.send({ type: 'commit', revision: live.revision });
  }

  recall(id: number): void {
    const { store } = this.options;
    const { seed } = store.state;
    this.cancelFade();
    store.dispatch({ type: 'recalled', id });
    if (store.state.seed !== seed) this.sendSettings();
    this.paintLive();
  }

  shuffle(): void {
    this.newSeed();
    this.paintLive();
  }

  keepSeed(keep: boolean): void {
    this.options.store.dispatch({ type: 'keepSeed', keep });
  }

  /** An image is on screen. */
  shown(image: number, revision: number): void {
    this.acknowledge(image);
    const milliseconds = this.keyTimes.shown(revision, this.options.timer.now());
    if (milliseconds === undefined) return;
    this.options.store.dispatch({ type: 'latency', revision, milliseconds });
  }

  /** An image was accepted, but a newer one came before it could be shown. */
  skipped(image: number): void {
    this.acknowledge(image);
  }

  reconnect(): void {
    this.connection.start();
  }

  // The server

  stateChanged(connection: ConnectionState): void {
    this.options.store.dispatch({ type: 'connection', connection });
  }

  messageArrived(message: ServerMessage): void {
    this.options.store.dispatch(message);
    if (message.type === 'ready') this.resume();
    if (message.type === 'satisfied' || message.type === 'queued') this.cancelSlow();
  }

  imageArrived(message: ImageMessage): void {
    const { store, urls } = this.options;
    const { header } = message;
    this.unacknowledged.add(header.image);
    if (receiverOf(store.state, header) === undefined) {
      this.acknowledge(header.image);
      return;
    }
    store.dispatch({ type: 'imageArrived', header, url: urls.create(message) });
    urls.keepOnly(addressesInUse(store.state));
    if (!isAwaited(store.state)) this.cancelSlow();
  }

  malformed(error: MalformedMessageError): void {
    const code = 'malformed-message';
    this.options.store.dispatch({ type: 'error', code, message: error.message });
  }

  /** A server that came back knows nothing of what it was told before. */
  private resume(): void {
    const { state } = this.options.store;
    this.unacknowledged.clear();
    this.sendSettings();
    for (const entry of finishingEntries(state)) {
      this.sendPrompt(entry, false);
      this.send({ type: 'commit', revision: entry.revision });
    }
    this.paintLive();
  }

  private paintLive(): void {
    const live = typingEntry(this.options.store.state);
    if (live !== undefined && !live.fading) this.paint(live, false);
  }

  private paint(live: Entry, composing: boolean): void {
    const { store, timer } = this.options;
    this.keyTimes.pressed(live.revision, timer.now());
    this.cancelSlow();
    if (!this.sendPrompt(live, composing) || composing) return;
    this.cancelSlow = timer.after(SLOW_MS, () => {
      if (isAwaited(store.state)) store.dispatch({ type: 'slow' });
    });
  }

  private forget(): void {
    this.options.store.dispatch({ type: 'forgotten' });
    this.options.urls.keepOnly(addressesInUse(this.options.store.state));
  }

  private freshSeed(): void {
    const { entries, keepSeed } = this.options.store.state;
    if (!keepSeed && entries.length > 0) this.newSeed();
  }

  private newSeed(): void {
    const seed = Math.floor(this.options.random() * SEEDS);
    this.options.store.dispatch({ type: 'shuffled', seed });
    this.sendSettings();
  }

  /** Speaks for every image before it, too: numbers that are acknowledged rise. */
  private acknowledge(image: number): void {
    if (!this.unacknowledged.has(image)) return;
    for (const number of this.unacknowledged) {
      if (number <= image) this.unacknowledged.delete(number);
    }
    this.send({ type: 'ack', image });
  }

  private sendSettings(): void {
    this.send({ type: 'settings', acks: true, seed: this.options.store.state.seed });
  }

  private sendPrompt({ revision, prompt: text }: Entry, composing: boolean): boolean {
    return this.send({ type: 'prompt', revision, text, composing });
  }

  private send(message: ClientMessage): boolean {
    return this.connection.send(message);
  }
}
