import { beforeEach, describe, expect, it } from 'vitest';
import { takeCredential } from '../../src/connection/address-credential';
import { credentialOf, headersOf, subprotocolsFor } from '../../src/connection/credential';
import { CredentialStore } from '../../src/connection/credential-store';

const KEY = { kind: 'key', secret: 'a-key-for-the-booth-1234' } as const;
const TOKEN = { kind: 'token', secret: 'eyJh.eyJz.sig_-' } as const;

/** What may stand in the name of a subprotocol: RFC 9110's `token`. */
const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/u;

describe('a credential', () => {
  it('goes into a header', () => {
    expect(headersOf(KEY)).toEqual({ 'X-API-Key': KEY.secret });
    expect(headersOf(TOKEN)).toEqual({ Authorization: `Bearer ${TOKEN.secret}` });
    expect(headersOf(undefined)).toEqual({});
  });

  it('goes to the socket as a second subprotocol, encoded as a whole', () => {
    expect(subprotocolsFor(KEY)).toEqual([
      'lukis.v1',
      'quarkus-http-upgrade%23X-API-Key%23a-key-for-the-booth-1234',
    ]);
    expect(subprotocolsFor(TOKEN)).toEqual([
      'lukis.v1',
      'quarkus-http-upgrade%23Authorization%23Bearer%20eyJh.eyJz.sig_-',
    ]);
    expect(subprotocolsFor(undefined)).toEqual(['lukis.v1']);
  });

  it('may hold any sign', () => {
    const signs = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join(
      '',
    );
    const [, name = ''] = subprotocolsFor({ kind: 'key', secret: signs });
    expect(name).toMatch(NAME);
    expect(decodeURIComponent(name)).toBe(`quarkus-http-upgrade#X-API-Key#${signs}`);
  });

  it.each([
    ['  a-key\n', 'a-key'],
    ['two words', 'two words'],
    ['', undefined],
    ['  ', undefined],
    ['a\nb', undefined],
    ['ключ', undefined],
  ])('is read from “%s” as %s', (written, secret) => {
    expect(credentialOf('key', written)?.secret).toBe(secret);
  });
});

describe('the store', () => {
  let memory: Map<string, string>;
  const storage = () => ({
    getItem: (name: string) => memory.get(name) ?? null,
    setItem: (name: string, value: string) => void memory.set(name, value),
  });

  beforeEach(() => {
    memory = new Map();
  });

  it.each([KEY, TOKEN])('keeps %o over a reload', (credential) => {
    expect(new CredentialStore(storage()).current).toBeUndefined();
    const store = new CredentialStore(storage());
    store.keep(credential);
    expect(store.current).toEqual(credential);
    expect(new CredentialStore(storage()).current).toEqual(credential);
  });

  it.each([
    '',
    'null',
    '{',
    '4',
    '[]',
    '{"kind":"cookie","secret":"k"}',
    '{"kind":"key","secret":4}',
  ])('takes %s for nothing', (kept) => {
    memory.set('lukis.credential', kept);
    expect(new CredentialStore(storage()).current).toBeUndefined();
  });
});

describe('an address with a credential', () => {
  const visit = (href: string) => {
    const shown: string[] = [];
    const history = {
      state: 7,
      replaceState: (state: unknown, _title: string, url?: string | URL | null) =>
        void shown.push(`${state} ${url}`),
    };
    const taken = takeCredential({ location: new URL(href), history });
    return { taken, shown };
  };

  it.each([
    ['http://h:8080/?booth#key=a-key', { kind: 'key', secret: 'a-key' }],
    ['http://h:8080/?booth#token=a.b.c', { kind: 'token', secret: 'a.b.c' }],
    ['http://h:8080/?booth#key=a%20b%23c', { kind: 'key', secret: 'a b#c' }],
    ['http://h:8080/?booth#key=a+b/c==&d', { kind: 'key', secret: 'a+b/c==&d' }],
    ['http://h:8080/?booth#key=100%', { kind: 'key', secret: '100%' }],
    ['http://h:8080/?booth#key=', undefined],
  ])('%s loses it at once', (href, credential) => {
    const { taken, shown } = visit(href);
    expect(taken).toEqual(credential);
    expect(shown).toEqual(['7 http://h:8080/?booth']);
  });

  it.each(['http://h/', 'http://h/#', 'http://h/#monkey=1', 'http://h/?key=a#elsewhere'])(
    '%s is left as it is',
    (href) => {
      expect(visit(href)).toEqual({ taken: undefined, shown: [] });
    },
  );
});
