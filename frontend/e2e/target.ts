import { startFakeApplication } from '../test/fake/fake-application';
import type { FakeServer } from '../test/fake/fake-server';

export interface Target {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The application to test: the running one at `LUKIS_URL`; the word `fake` there means the built
 * page in front of the fake server, for working on the page alone.
 */
export async function openTarget(): Promise<Target> {
  const url = process.env.LUKIS_URL;
  if (url === undefined) {
    throw new Error('LUKIS_URL: unset (expected: the base URL of a running application)');
  }
  if (url !== 'fake') return { url, stop: async () => {} };
  const server = await startFakeApplication('dist');
  return { url: `http://${server.host}/`, stop: () => server.stop() };
}

/** Serves the page of the application from a fake server, whose socket a test plays. */
export function servePageOf({ url }: Target, { http }: FakeServer): void {
  http.on('request', async (request, response) => {
    const answer = await fetch(new URL(`.${request.url}`, url)).catch(() => undefined);
    const type = answer?.headers.get('content-type') ?? 'text/plain';
    response.writeHead(answer?.status ?? 502, { 'content-type': type });
    response.end(answer && new Uint8Array(await answer.arrayBuffer()));
  });
}
