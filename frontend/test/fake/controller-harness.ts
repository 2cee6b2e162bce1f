import type { ImageUrls } from '../../src/images/image-urls';
import { PageController } from '../../src/page-controller';
import type { ClientMessage, ImageHeader, ImageMessage } from '../../src/protocol/messages';
import { typingEntry } from '../../src/state/selectors';
import type { State } from '../../src/state/state';
import { Store } from '../../src/state/store';
import { READY } from './fake-server';
import { ManualTimer } from './manual-timer';
import { mulberry } from './scene';

class CountedUrls implements ImageUrls {
  readonly alive = new Set<string>();
  // Mutable state
  private created = 0;

  create(_message: ImageMessage): string {
    const url = `blob:${++this.created}`;
    this.alive.add(url);
    return url;
  }

  keepOnly(inUse: ReadonlySet<string>): void {
    for (const url of this.alive) if (!inUse.has(url)) this.alive.delete(url);
  }
}

/** A controller with a connection that records messages; tests play person and server. */
export class ControllerHarness {
  readonly store: Store;
  readonly timer = new ManualTimer();
  readonly urls = new CountedUrls();
  readonly sent: ClientMessage[] = [];
  readonly controller: PageController;
  // Mutable state
  connected = true;
  /** How often a connection was asked for. */
  starts = 0;
  private image = 0;

  constructor(remembered: Partial<State> = {}) {
    this.store = new Store(remembered);
    this.controller = new PageController({
      store: this.store,
      urls: this.urls,
      timer: this.timer,
      random: mulberry(1),
      connect: () => ({
        start: () => {
          this.starts++;
        },
        startAnew: () => {
          this.starts++;
        },
        send: (message) => {
          if (this.connected) this.sent.push(message);
          return this.connected;
        },
      }),
    });
  }

  /** A harness whose server has said `ready`; what was sent then is forgotten. */
  static ready(): ControllerHarness {
    const harness = new ControllerHarness();
    harness.controller.stateChanged({ kind: 'ready' });
    harness.controller.messageArrived(READY);
    harness.sent.length = 0;
    return harness;
  }

  get state() {
    return this.store.state;
  }

  get live() {
    return typingEntry(this.state);
  }

  /** Types letter by letter; returns the last revision. */
  type(text: string): number {
    for (let length = 1; length <= text.length; length++) {
      this.controller.typed(text.slice(0, length), false);
    }
    return this.state.revision;
  }

  /** The server sends an image; returns its number. */
  paint(revision: number, header: Partial<ImageHeader> = {}): number {
    const image = ++this.image;
    this.controller.imageArrived({
      header: {
        type: 'image',
        image,
        revision,
        generation: 1,
        step: 2,
        steps: 2,
        seed: 7,
        width: 128,
        height: 128,
        mime: 'image/png',
        final: false,
        elapsedMs: 1,
        ...header,
      },
      bytes: new Uint8Array(1),
    });
    return image;
  }

  said<T extends ClientMessage['type']>(type: T): Extract<ClientMessage, { type: T }>[] {
    return this.sent.filter(
      (message): message is Extract<ClientMessage, { type: T }> => message.type === type,
    );
  }
}
