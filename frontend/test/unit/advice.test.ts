import { expect, it } from 'vitest';
import { en } from '../../src/i18n/en';
import { adviceWords } from '../../src/state/advice-words';
import { Bench } from '../fake/bench';

const words = (bench: Bench) => bench.state.advice && adviceWords(bench.state.advice, en);

it('says the place in the queue until an image comes', () => {
  const bench = Bench.ready();
  const revision = bench.type('a boat');
  bench.studio.messageArrived({ type: 'queued', revision, position: 3 });
  expect(words(bench)).toBe('The brush is busy: you are number 3 in line.');
  bench.paint(revision);
  expect(words(bench)).toBeUndefined();
});

it('names words the model does not know as long as they are there', () => {
  const bench = Bench.ready();
  const revision = bench.type('a zorp');
  const notice = { code: 'unknown-words', message: 'm', revision, words: ['zorp'] };
  bench.studio.messageArrived({ type: 'notice', ...notice });
  bench.paint(revision);
  bench.studio.typed('a zorp at', false);
  expect(words(bench)).toContain('“zorp” is new');
  bench.studio.typed('a zorpling at', false);
  expect(words(bench)).toBeUndefined();
});

it('shows the server’s own sentence for a code it does not know', () => {
  const bench = Bench.ready();
  bench.type('a boat');
  bench.studio.messageArrived({ type: 'error', code: 'new-code', message: 'The lamp is out.' });
  expect(words(bench)).toBe('The lamp is out.');
});

it('says that nothing changed, though not at the end of a word, until the next key', () => {
  const bench = Bench.ready();
  bench.paint(bench.type('a boat'));
  bench.studio.typed('a boat ', false);
  bench.studio.messageArrived({ type: 'satisfied', revision: bench.state.revision });
  expect(words(bench)).toBeUndefined();
  bench.studio.typed('a boat', false);
  bench.studio.messageArrived({ type: 'satisfied', revision: bench.state.revision });
  expect(words(bench)).toBe('The picture already shows this.');
  bench.studio.typed('a boat o', false);
  expect(words(bench)).toBeUndefined();
});
