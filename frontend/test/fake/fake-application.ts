import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { FakeServer } from './fake-server';
import { Gallery } from './gallery';
import { FAKE_PAGE } from './page';
import { Painter } from './painter';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Serves a built page together with a painting fake server, for working on the page alone. */
export async function startFakeApplication(folder: string, port = 0): Promise<FakeServer> {
  const server = await FakeServer.start(port);
  const gallery = new Gallery(() => `http://${server.host}`);
  server.http.on('request', async (request, response) => {
    if (await gallery.handle(request, response)) return;
    const path = normalize(new URL(request.url ?? '/', 'http://page').pathname);
    if (path === '/page.json') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(FAKE_PAGE));
    } else await serve(join(folder, path === '/' ? 'index.html' : path), response);
  });
  void paintForAll(server, gallery);
  return server;
}

async function serve(file: string, response: ServerResponse): Promise<void> {
  const body = await readFile(file).catch(() => undefined);
  response.writeHead(body ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'text/plain' });
  response.end(body);
}

async function paintForAll(server: FakeServer, { finished }: Gallery): Promise<void> {
  for (let number = 0; ; number++) new Painter(await server.connection(number), finished);
}
