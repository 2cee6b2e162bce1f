import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en';
import { id } from '../../src/i18n/id';
import { preferredLanguage } from '../../src/i18n/language';
import { PageInformationLoader } from '../../src/page-information-loader';
import { DEFAULT_PAGE, decodePageInformation } from '../../src/protocol/page-information';
import { decodeSharedImage, isLoopback } from '../../src/protocol/share';
import { expiryWords } from '../../src/sharing/expiry';
import { fileName } from '../../src/sharing/file-name';
import { shareImage } from '../../src/sharing/share-client';
import { FAKE_PAGE } from '../fake/page';

describe('page.json', () => {
  it('is read with all that it says', () => {
    const page = decodePageInformation(FAKE_PAGE);
    expect(page).toEqual({ ...FAKE_PAGE, logo: undefined });
  });

  it('may leave everything out', () => {
    expect(decodePageInformation({})).toEqual(DEFAULT_PAGE);
    expect(decodePageInformation({ words: null, logo: null })).toEqual(DEFAULT_PAGE);
  });

  it.each([
    [[], /page: \[\] \(expected: an object\)/],
    [{ title: 4 }, /title: 4 \(expected: a string\)/],
    [{ booth: { attractAfterMs: 'x' } }, /attractAfterMs: "x" \(expected: a number\)/],
    [{ words: { en: { things: ['a', 1] } } }, /words.en.things: .*expected: a list of strings/],
  ])('is refused where it is %o', (json, message) => {
    expect(() => decodePageInformation(json)).toThrow(message);
  });

  it('changes nothing where it cannot be had', async () => {
    let told = 0;
    const source = new PageInformationLoader(async () => {
      throw new TypeError('no network');
    });
    source.subscribe(() => told++);
    await source.refresh();
    expect(source.page).toBe(DEFAULT_PAGE);
    expect(told).toBe(0);
  });
});

describe('sharing', () => {
  const picture = { session: 's', image: 4 };
  const answer = (status: number, json: unknown) => async () => Response.json(json, { status });

  it('names the image and its session, and gives the address', async () => {
    const asked: unknown[] = [];
    const result = await shareImage(picture, undefined, async (url, init) => {
      asked.push([url, init?.method, init?.body]);
      const json = { url: 'https://h/i/t', qr: '/i/t/qr.svg', expiresAt: '2026-01-02T03:04:05Z' };
      return Response.json(json, { status: 201 });
    });
    expect(asked).toEqual([['share', 'POST', '{"session":"s","image":4}']]);
    expect(result).toMatchObject({ kind: 'shared', image: { url: 'https://h/i/t' } });
  });

  it.each([
    ['/i/t/qr.svg', 'i/t/qr.svg'],
    ['/root/i/t/qr.svg', 'i/t/qr.svg'],
    ['https://elsewhere.example/t.svg', 'https://elsewhere.example/t.svg'],
  ])('finds the code beside the page: %s', (qr, expected) => {
    const json = { url: 'https://h/i/t', qr, expiresAt: '2026-01-02T03:04:05Z' };
    expect(decodeSharedImage(json).qr).toBe(expected);
  });

  it.each([
    ['http://localhost:8080/i/t', true],
    ['http://127.0.0.1/i/t', true],
    ['http://[::1]:8080/i/t', true],
    ['http://192.168.1.20:8080/i/t', false],
    ['https://127.example/i/t', false],
  ])('knows that phones cannot reach %s: %s', (url, expected) => {
    expect(isLoopback(url)).toBe(expected);
  });

  it('shows the key that the socket showed', async () => {
    let headers: HeadersInit | undefined;
    await shareImage(picture, { kind: 'key', secret: 'k' }, async (_url, init) => {
      headers = init?.headers;
      return new Response();
    });
    expect(headers).toEqual({ 'content-type': 'application/json', 'X-API-Key': 'k' });
  });

  it.each([
    [404, {}, 'gone'],
    [429, {}, 'busy'],
    [500, {}, 'failed'],
    [201, { url: 4 }, 'failed'],
  ])('answers %i %o with %s', async (status, json, kind) => {
    expect(await shareImage(picture, undefined, answer(status, json))).toEqual({ kind });
  });

  it('fails without a network', async () => {
    const result = await shareImage(picture, undefined, () =>
      Promise.reject(new TypeError('offline')),
    );
    expect(result).toEqual({ kind: 'failed' });
  });

  it('says the day where it is not today', () => {
    const now = new Date(2026, 0, 2, 10, 0);
    expect(expiryWords(new Date(2026, 0, 2, 11, 30), now, 'id')).toBe('11.30');
    expect(expiryWords(new Date(2026, 0, 4, 11, 30), now, 'id')).toContain('4 Jan');
  });
});

it.each([
  ['a red balloon!', 'image/jpeg', 'a-red-balloon.jpg'],
  ['猫 と 海', 'image/png', '猫-と-海.png'],
  ['../../etc', 'image/webp', 'etc.webp'],
  ['!!', 'image/gif', 'lukis.img'],
  ['con', 'image/png', 'con-lukis.png'],
  ['🎈 am Strand!', 'image/jpeg', '🎈-am-strand.jpg'],
  ['zero\u200bwidth', 'image/jpeg', 'zerowidth.jpg'],
  [`${'a'.repeat(59)} boat`, 'image/jpeg', `${'a'.repeat(59)}.jpg`],
])('names the file of “%s”', (prompt, mime, name) => {
  expect(fileName(prompt, mime)).toBe(name);
});

it.each([
  [null, ['id-ID', 'en'], 'id'],
  [null, ['in'], 'id'],
  [null, ['fr', 'en-GB'], 'en'],
  [null, ['fr'], 'en'],
  ['en', ['id'], 'en'],
  ['xx', ['id'], 'id'],
] as const)('speaks, having chosen %s, to a browser of %o', (chosen, browser, language) => {
  expect(preferredLanguage(chosen, browser)).toBe(language);
});

it('says the same things in every language', () => {
  const shape = (texts: unknown): unknown =>
    typeof texts === 'object' && texts !== null
      ? Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, shape(value)]))
      : typeof texts;
  expect(shape(id)).toEqual(shape(en));
});
