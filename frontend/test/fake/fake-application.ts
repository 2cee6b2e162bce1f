import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { FakeServer } from './fake-server';
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
  server.http.on('request', async ({ url = '/' }, response) => {
    const path = normalize(new URL(url, 'http://page').pathname);
    const file = join(folder, path === '/' ? 'index.html' : path);
    const body = await readFile(file).catch(() => undefined);
    response.writeHead(body ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'text/plain' });
    response.end(body);
  });
  void paintForAll(server);
  return server;
}

async function paintForAll(server: FakeServer): Promise<void> {
  for (let number = 0; ; number++) new Painter(await server.connection(number));
}
