import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ClientMessage, ImageHeader, ServerMessage } from '../../src/protocol/messages';
import { SUBPROTOCOL } from '../../src/protocol/messages';
import { encodeImage } from './encode-image';

export const READY = {
  type: 'ready',
  session: 'session-1',
  model: { name: 'fake', width: 128, height: 128, steps: 4 },
  limits: { promptLength: 240, maxSeed: 2 ** 53 - 1, maxGuidanceScale: 30, resizable: false },
  seed: 7,
} as const;

/** One connection to the fake server, as a test drives it. */
export class FakeConnection {
  readonly received: ClientMessage[] = [];
  // Mutable state
  private image = 0;
  private heard: () => void = () => {};

  constructor(
    readonly socket: WebSocket,
    readonly url: string,
  ) {
    socket.on('message', (data) => {
      this.received.push(JSON.parse(String(data)) as ClientMessage);
      this.heard();
    });
  }

  say(message: ServerMessage | Record<string, unknown>): void {
    this.socket.send(JSON.stringify(message));
  }

  /**
   * Sends an image with the next number, and returns that; `header` overrides what a finished draft
   * would say.
   */
  paint(header: Partial<ImageHeader>, bytes: Uint8Array = new Uint8Array([1, 2, 3])): number {
    this.image += 1;
    this.socket.send(encodeImage({ ...DRAFT, image: this.image, ...header }, bytes));
    return this.image;
  }

  /** Waits for a message for which `wanted` holds, and returns it. */
  async hears<T extends ClientMessage['type']>(
    type: T,
    wanted: (message: Extract<ClientMessage, { type: T }>) => boolean = () => true,
  ): Promise<Extract<ClientMessage, { type: T }>> {
    for (;;) {
      const found = this.received.find(
        (message): message is Extract<ClientMessage, { type: T }> =>
          message.type === type && wanted(message as Extract<ClientMessage, { type: T }>),
      );
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        this.heard = resolve;
      });
    }
  }
}

const DRAFT: ImageHeader = {
  type: 'image',
  image: 1,
  revision: 1,
  generation: 1,
  step: 2,
  steps: 2,
  seed: 7,
  width: 128,
  height: 128,
  mime: 'image/png',
  final: false,
  elapsedMs: 40,
};

/** An in-process server for `lukis.v1`, driven by a test. */
export class FakeServer {
  readonly connections: FakeConnection[] = [];
  // Mutable state
  /** The status with which upgrades are refused, if they are. */
  refusal: number | undefined;
  /** What the upgrades offered, refused or not. */
  readonly offered: (string | undefined)[] = [];
  private waiting: (() => void)[] = [];

  private constructor(
    readonly http: Server,
    private readonly sockets: WebSocketServer,
  ) {
    sockets.on('connection', (socket, { url = '' }) => {
      this.connections.push(new FakeConnection(socket, url));
      for (const resume of this.waiting.splice(0)) resume();
    });
  }

  static async start(port = 0, subprotocol: string = SUBPROTOCOL): Promise<FakeServer> {
    const http = createServer();
    const sockets: WebSocketServer = new WebSocketServer({
      server: http,
      path: '/live',
      verifyClient: ({ req }, decide) => server.decide(req, decide),
      handleProtocols: (offered) => (offered.has(subprotocol) ? subprotocol : false),
    });
    const server: FakeServer = new FakeServer(http, sockets);
    http.listen(port, '127.0.0.1');
    await once(http, 'listening');
    return server;
  }

  private decide({ headers }: IncomingMessage, decide: (ok: boolean, status?: number) => void) {
    this.offered.push(headers['sec-websocket-protocol']);
    decide(this.refusal === undefined, this.refusal);
  }

  get host(): string {
    return `127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  /** The connection with this number, from 0, as soon as there is one. */
  async connection(number = 0): Promise<FakeConnection> {
    for (;;) {
      const found = this.connections[number];
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets.clients) socket.terminate();
    this.http.close();
    await once(this.http, 'close');
  }
}
