import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../src/protocol/codec';
import { decodeImage } from '../../src/protocol/decode-image';
import { encodeImage } from '../fake/encode-image';
import { READY } from '../fake/fake-server';

const HEADER = {
  type: 'preview',
  image: 3,
  revision: 12,
  generation: 2,
  step: 1,
  steps: 4,
  seed: 99,
  width: 128,
  height: 128,
  mime: 'image/jpeg',
  final: false,
  elapsedMs: 41.5,
};

describe('text messages', () => {
  it('puts the type first', () => {
    const message = { type: 'prompt', revision: 2, text: 'a "boat"', composing: false } as const;
    expect(encode(message)).toBe(
      '{"type":"prompt","revision":2,"text":"a \\"boat\\"","composing":false}',
    );
  });

  it('reads ready, and ignores fields it does not know', () => {
    const text = JSON.stringify({ ...READY, weather: 'fine' });
    expect(decode(text)).toEqual(READY);
  });

  it('reads a notice with and without words', () => {
    const notice = { type: 'notice', code: 'unknown-words', message: 'm', revision: 3 };
    expect(decode(JSON.stringify(notice))).toEqual({ ...notice, words: [] });
    expect(decode(JSON.stringify({ ...notice, words: ['zorp', 4] }))).toEqual({
      ...notice,
      words: ['zorp'],
    });
  });

  it('ignores types it does not know', () => {
    expect(decode('{"type":"weather"}')).toBeUndefined();
  });

  it.each([
    ['no JSON', '{"type":', /expected: JSON/],
    ['no object', '[1]', /expected: an object/],
    ['no type', '{}', /type: undefined \(expected: a string\)/],
    ['a field of another kind', '{"type":"queued","revision":1,"position":"x"}', /position: "x"/],
  ])('refuses %s', (_what, text, message) => {
    expect(() => decode(text)).toThrow(message);
  });
});

describe('images', () => {
  it('reads header and bytes', () => {
    const message = encodeImage({ ...HEADER, note: 'größer' }, Uint8Array.of(9, 8, 7));
    const { header, bytes } = decodeImage(message.buffer);
    expect(header).toEqual(HEADER);
    expect([...bytes]).toEqual([9, 8, 7]);
  });

  it.each([
    ['a message without a length', new Uint8Array(3), /3 bytes \(expected: >= 4\)/],
    ['a length beyond the message', Uint8Array.of(0, 0, 1, 0, 1), /256 \(expected: <= 1\)/],
    [
      'a type of file that is no image',
      encodeImage({ ...HEADER, mime: 'text/html' }, new Uint8Array()),
      /text\/html.*expected: an image type/,
    ],
    ['another type', encodeImage({ ...HEADER, type: 'film' }, new Uint8Array()), /"film"/],
    [
      'a header without revision',
      encodeImage({ ...HEADER, revision: null }, new Uint8Array()),
      /revision: null/,
    ],
  ])('refuses %s', (_what, message, error) => {
    expect(() => decodeImage(message.buffer)).toThrow(error);
  });
});
