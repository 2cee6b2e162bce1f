import { afterEach, beforeEach } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import type { ConnectionState } from '../../src/connection/connection-state';
import { LiveConnection } from '../../src/connection/live-connection';
import type { ImageUrls } from '../../src/images/image-urls';
import { PageController } from '../../src/page-controller';
import { Store } from '../../src/state/store';
import { FakeServer, READY } from './fake-server';
import { ManualTimer } from './manual-timer';
import { mulberry } from './scene';

let urls = 0;
const NO_URLS: ImageUrls = { create: () => `blob:${++urls}`, keepOnly: () => {} };

/** A page that is connected to a fake server over a real socket, with a manual clock. */
export class ConnectionHarness {
  server!: FakeServer;
  timer!: ManualTimer;
  store!: Store;
  controller!: PageController;
  connection!: LiveConnection;
  online = true;

  /** To be called once in a test file. */
  static use(): ConnectionHarness {
    const harness = new ConnectionHarness();
    beforeEach(() => harness.begin());
    afterEach(async () => {
      harness.connection.stop();
      await harness.server.stop();
    });
    return harness;
  }

  /** Ends as soon as the state is as wanted. */
  until(wanted: (store: Store) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!wanted(this.store)) return;
        unsubscribe();
        resolve();
      };
      const unsubscribe = this.store.subscribe(look);
      look();
    });
  }

  becomes(kind: ConnectionState['kind']): Promise<void> {
    return this.until(({ state }) => state.connection.kind === kind);
  }

  /** Accepts a connection of the page, by its number, and says `ready`. */
  async ready(number = 0) {
    const peer = await this.server.connection(number);
    peer.say(READY);
    await this.becomes('ready');
    return peer;
  }

  private async begin(): Promise<void> {
    this.server = await FakeServer.start();
    this.timer = new ManualTimer();
    this.store = new Store();
    this.online = true;
    const { store, timer } = this;
    this.controller = new PageController({
      store,
      urls: NO_URLS,
      timer,
      random: mulberry(3),
      connect: (listener) => {
        this.connection = new LiveConnection(
          {
            url: `ws://${this.server.host}/live`,
            openSocket,
            timer,
            random: mulberry(5),
            isOnline: () => this.online,
            credential: () => undefined,
            fetchRefusal: async () => undefined,
          },
          listener,
        );
        return this.connection;
      },
    });
  }
}

function openSocket(to: string, subprotocols: string[]): WebSocket {
  const socket = new NodeSocket(to, subprotocols);
  // In a browser an error without a listener is no exception.
  socket.on('error', () => {});
  return socket as unknown as WebSocket;
}
