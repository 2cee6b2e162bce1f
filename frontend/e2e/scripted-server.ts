import type { Page, WebSocketRoute } from 'playwright-core';
import type { ClientMessage, ImageHeader } from '../src/protocol/messages';
import { encodeImage } from '../test/fake/encode-image';
import { READY } from '../test/fake/fake-server';

/** Replaces the server of a page: sends what the test tells it to. */
export class ScriptedServer {
  // Mutable state
  private socket: WebSocketRoute | undefined;
  private image = 0;
  private heard: (message: ClientMessage) => void = () => {};

  private constructor(private readonly greet: (socket: WebSocketRoute) => void) {}

  /** @param greet what to do with a new connection instead of saying `ready` */
  static async before(
    page: Page,
    greet = (socket: WebSocketRoute) => socket.send(JSON.stringify(READY)),
  ): Promise<ScriptedServer> {
    const server = new ScriptedServer(greet);
    await page.routeWebSocket('**/live', (socket) => server.connected(socket));
    return server;
  }

  onMessage(heard: (message: ClientMessage) => void): void {
    this.heard = heard;
  }

  say(message: object): void {
    this.socket?.send(JSON.stringify(message));
  }

  paint(header: Partial<ImageHeader>, bytes: Uint8Array): void {
    this.image += 1;
    const whole: ImageHeader = {
      type: 'image',
      image: this.image,
      revision: 1,
      generation: this.image,
      step: 2,
      steps: 2,
      seed: READY.seed,
      width: 128,
      height: 128,
      mime: 'image/png',
      final: false,
      elapsedMs: 1,
      ...header,
    };
    this.socket?.send(Buffer.from(encodeImage(whole, bytes)));
  }

  private connected(socket: WebSocketRoute): void {
    this.socket = socket;
    this.image = 0;
    socket.onMessage((data) => this.heard(JSON.parse(String(data))));
    this.greet(socket);
  }
}
