import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A way to the application that can be cut, as if the server had been killed, and mended. */
export class BreakableLink {
  private readonly sockets = new Set<Socket>();

  // Mutable state
  private server: Server | undefined;
  private port = 0;

  private constructor(private readonly application: URL) {}

  static async to(url: string): Promise<BreakableLink> {
    const link = new BreakableLink(new URL(url));
    await link.mend();
    return link;
  }

  get url(): string {
    return `http://localhost:${this.port}/`;
  }

  async mend(): Promise<void> {
    this.server = createServer((near) => {
      const far = connect(Number(this.application.port || 80), this.application.hostname);
      for (const [from, to] of [[near, far] as const, [far, near] as const]) {
        this.sockets.add(from);
        from.pipe(to);
        from.on('error', () => to.destroy());
        from.on('close', () => {
          this.sockets.delete(from);
          to.destroy();
        });
      }
    });
    this.server.listen(this.port);
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async cut(): Promise<void> {
    const { server } = this;
    if (server === undefined) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}
