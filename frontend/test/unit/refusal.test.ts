import { describe, expect, it } from 'vitest';
import { fetchRefusal } from '../../src/connection/refusal';

const ORIGIN = 'http://page.example';
const PAGE = '<html><body><h1>Resource not found</h1></body></html>';

const answer = (status: number, headers: Record<string, string>, body = 'No.') =>
  fetchRefusal(
    undefined,
    new AbortController().signal,
    ORIGIN,
    async () => new Response(body, { status, headers }),
  );

describe('the reason for a refused upgrade', () => {
  it('is asked once, beside the page, with its origin and the same key', async () => {
    const asked: unknown[] = [];
    const { signal } = new AbortController();
    await fetchRefusal({ kind: 'key', secret: 'k' }, signal, ORIGIN, async (url, init) => {
      asked.push([url, init?.method ?? 'GET', init?.headers, init?.cache, init?.signal === signal]);
      return new Response();
    });
    expect(asked).toEqual([
      ['live', 'GET', { 'X-API-Key': 'k', 'Lukis-Origin': ORIGIN }, 'no-store', true],
    ]);
  });

  it.each([
    ['ApiKey', ['key']],
    ['Bearer', ['token']],
    ['Bearer, ApiKey', ['key', 'token']],
    ['Bearer realm="lukis", error="invalid_token"', ['token']],
  ])('is that it asks for a credential: %s', async (challenge, accepts) => {
    const refusal = await answer(401, { 'WWW-Authenticate': challenge });
    expect(refusal).toEqual({ kind: 'unauthenticated', accepts });
  });

  it.each(['full', 'opening', 'draining'])('is that the server is %s', async (kind) => {
    const headers = { 'Lukis-Refused': kind, 'Retry-After': '20' };
    expect(await answer(503, headers)).toEqual({ kind, waitMs: 20_000 });
  });

  it.each([
    ['0', 0],
    ['41', 41],
    ['100', 100],
    ['101', undefined],
    ['-1', undefined],
    ['much', undefined],
  ])('says how much of the model has been fetched: %s', async (header, fetched) => {
    const headers = { 'Lukis-Refused': 'opening', 'Lukis-Fetched': header };
    expect(await answer(503, headers)).toEqual({ kind: 'opening', waitMs: undefined, fetched });
  });

  it('is that there are many of this address', async () => {
    expect(await answer(429, { 'Retry-After': '3' })).toEqual({ kind: 'address', waitMs: 3_000 });
  });

  it.each([
    [undefined, undefined],
    ['0', 1_000],
    ['-1', undefined],
    ['soon', undefined],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
    ['99999999999', 3_600_000],
  ])('comes with Retry-After %s as %s ms', async (seconds, waitMs) => {
    const headers = { 'Lukis-Refused': 'full', ...(seconds && { 'Retry-After': seconds }) };
    expect(await answer(503, headers)).toEqual({ kind: 'full', waitMs });
  });

  it('is that pages from this origin are not allowed', async () => {
    const refusal = await answer(403, { 'Lukis-Refused': 'origin' });
    expect(refusal).toEqual({ kind: 'origin', origin: ORIGIN });
  });

  it.each(['protocol', 'subprotocol'])('is that another protocol is spoken: %s', async (reason) => {
    expect(await answer(400, { 'Lukis-Refused': reason })).toEqual({ kind: 'protocol' });
  });

  it.each([
    [404, {}, PAGE],
    [426, { 'Lukis-Refused': 'upgrade' }, ''],
    [400, { 'Lukis-Refused': 'upgrade' }, ''],
    [426, {}, ''],
    [403, {}, PAGE],
    [401, { 'WWW-Authenticate': 'Basic realm="proxy"' }, PAGE],
    [401, {}, PAGE],
    [200, { 'content-type': 'text/html' }, PAGE],
  ])('is a proxy that does not pass upgrades: %i %o', async (status, headers, body) => {
    expect(await answer(status, headers, body)).toEqual({ kind: 'blocked', status });
  });

  it.each([
    [502, {}],
    [504, {}],
    [503, { 'Retry-After': '5' }],
  ])('is not known where a proxy finds no server: %i %o', async (status, headers) => {
    expect(await answer(status, headers, PAGE)).toBeUndefined();
  });

  it('is not known without a network', async () => {
    const { signal } = new AbortController();
    const none = () => Promise.reject(new TypeError('no network'));
    expect(await fetchRefusal(undefined, signal, ORIGIN, none)).toBeUndefined();
  });

  it('is not asked any more by a page that has gone', async () => {
    const leaving = new AbortController();
    const asking = fetchRefusal(
      undefined,
      leaving.signal,
      ORIGIN,
      (_url, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        }),
    );
    leaving.abort();
    expect(await asking).toBeUndefined();
  });

  it('hides no mistake of the page itself', async () => {
    const broken = () => Promise.reject(new RangeError('a mistake'));
    const asking = fetchRefusal(undefined, new AbortController().signal, ORIGIN, broken);
    await expect(asking).rejects.toThrow('a mistake');
  });
});
