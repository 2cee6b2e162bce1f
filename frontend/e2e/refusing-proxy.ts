import { once } from 'node:events';
import {
  createServer,
  request as forward,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** The answer to a refused upgrade. */
export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

export const FULL: Refusal = {
  status: 503,
  headers: { 'Lukis-Refused': 'full', 'Retry-After': '1' },
};
export const ORIGIN: Refusal = { status: 403, headers: { 'Lukis-Refused': 'origin' } };
/** What a server answers whose upgrade headers a proxy has taken away. */
export const NO_UPGRADE: Refusal = { status: 426, headers: { 'Lukis-Refused': 'upgrade' } };
export const UNAUTHENTICATED: Refusal = {
  status: 401,
  headers: { 'Lukis-Refused': 'identity', 'WWW-Authenticate': 'ApiKey' },
};

type Refuse = (request: IncomingMessage) => Refusal | undefined;

/**
 * A reverse proxy before the application that refuses upgrades as the server does, and answers a
 * plain request to `/live` in the same way. Everything else goes through.
 */
export class RefusingProxy {
  /** The keys of the upgrades that were asked for, and of the requests for a reason. */
  readonly upgrades: string[] = [];
  readonly reasonRequests: string[] = [];
  /** Paths that were asked for outside the prefix. */
  readonly strays: string[] = [];
  private readonly sockets = new Set<Socket>();

  // Mutable state
  refuse: Refuse = () => undefined;

  private constructor(
    private readonly application: URL,
    private readonly server: Server,
    private readonly prefix: string,
  ) {
    server.on('request', (request, response) => {
      if (this.stripPrefix(request)) this.answer(request, response);
      else response.writeHead(404).end();
    });
    server.on('upgrade', (request, near: Socket, head) => {
      if (this.stripPrefix(request)) this.upgrade(request, near, head);
      else near.destroy();
    });
    server.on('connection', (socket) => this.sockets.add(socket));
  }

  /** @param prefix path below which the application is, and which is taken off */
  static async before(url: string, prefix = '/'): Promise<RefusingProxy> {
    const server = createServer();
    server.listen(0);
    await once(server, 'listening');
    return new RefusingProxy(new URL(url), server, prefix);
  }

  get url(): string {
    return `http://localhost:${this.port}${this.prefix}`;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await once(this.server, 'close');
  }

  private stripPrefix(request: IncomingMessage): boolean {
    const { url = '/' } = request;
    const isBelow = url.startsWith(this.prefix);
    if (isBelow) request.url = url.slice(this.prefix.length - 1);
    else this.strays.push(url);
    return isBelow;
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    if (request.url === '/live') {
      this.reasonRequests.push(keyOf(request) ?? '');
      const refusal = this.refuse(request);
      response.writeHead(refusal?.status ?? 404, refusal?.headers);
      response.end(refusal === undefined ? '<html>' : 'No.');
      return;
    }
    const { url, method, headers } = request;
    const onwards = forward(new URL(url ?? '/', this.application), { method, headers }, (answer) =>
      answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers)),
    );
    onwards.on('error', () => response.destroy());
    request.pipe(onwards);
  }

  private upgrade(request: IncomingMessage, near: Socket, head: Buffer): void {
    near.on('error', () => {});
    this.upgrades.push(keyOf(request) ?? '');
    const refusal = this.refuse(request);
    if (refusal !== undefined) {
      const headers = Object.entries(refusal.headers).map(([name, value]) => `${name}: ${value}`);
      const lines = [`HTTP/1.1 ${refusal.status} No`, ...headers, 'Content-Length: 0', '', ''];
      near.end(lines.join('\r\n'));
      return;
    }
    const far = connect(Number(this.application.port || 80), this.application.hostname);
    this.sockets.add(far);
    far.write(`GET ${request.url} HTTP/1.1\r\n${rawHeaders(request)}\r\n`);
    far.write(head);
    near.pipe(far).pipe(near);
    far.on('error', () => near.destroy());
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  }
}

/** The key that a request shows, in a header or, as browsers have to, as a subprotocol. */
export function keyOf({ headers }: IncomingMessage): string | undefined {
  const offered = headers['sec-websocket-protocol']?.split(', ').map(decodeURIComponent);
  const [, key] = /^quarkus-http-upgrade#X-API-Key#(.*)$/u.exec(offered?.[1] ?? '') ?? [];
  return key ?? headers['x-api-key']?.toString();
}

function rawHeaders({ rawHeaders: raw }: IncomingMessage): string {
  return raw.map((text, at) => (at % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join('');
}
