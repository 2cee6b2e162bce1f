import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import qrcode from 'qrcode-generator';

const KEPT = 16;
const EXPIRES_MS = 3_600_000;

/** Finished images, and the addresses under which they are handed out. */
export class Gallery {
  private readonly images = new Map<string, Uint8Array>();
  private readonly shared: Uint8Array[] = [];

  constructor(private readonly base: () => string) {}

  readonly finished = (session: string, image: number, png: Uint8Array): void => {
    this.images.set(`${session}/${image}`, png);
    for (const oldest of [...this.images.keys()].slice(0, -KEPT)) this.images.delete(oldest);
  };

  /** Returns whether the request was one for the gallery. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { method, url = '/' } = request;
    const [, token, code] = /^\/i\/(\d+)(\/qr\.svg)?$/u.exec(url) ?? [];
    if (method === 'POST' && url === '/share') this.share(await text(request), response);
    else if (token !== undefined && code !== undefined) this.code(token, response);
    else if (token !== undefined) this.image(token, response);
    else return false;
    return true;
  }

  private share(body: string, response: ServerResponse): void {
    const { session, image } = JSON.parse(body);
    const png = this.images.get(`${session}/${image}`);
    if (png === undefined) {
      response.writeHead(404).end();
      return;
    }
    const token = this.shared.push(png) - 1;
    const expiresAt = new Date(Date.now() + EXPIRES_MS).toISOString();
    const answer = { url: `${this.base()}/i/${token}`, qr: `/i/${token}/qr.svg`, expiresAt };
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  private image(token: string, response: ServerResponse): void {
    const png = this.shared[Number(token)];
    response.writeHead(png ? 200 : 404, { 'content-type': 'image/png' }).end(png);
  }

  private code(token: string, response: ServerResponse): void {
    const code = qrcode(0, 'M');
    code.addData(`${this.base()}/i/${token}`);
    code.make();
    response.writeHead(200, { 'content-type': 'image/svg+xml' });
    response.end(code.createSvgTag({ scalable: true, margin: 4 }));
  }
}
