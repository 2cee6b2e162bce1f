import { expect, it } from 'vitest';
import { Bench } from '../fake/bench';

it('sends the whole prompt with a rising revision on every edit', () => {
  const bench = Bench.ready();
  bench.type('a b');
  expect(bench.said('prompt')).toEqual([
    { type: 'prompt', revision: 1, text: 'a', composing: false },
    { type: 'prompt', revision: 2, text: 'a ', composing: false },
    { type: 'prompt', revision: 3, text: 'a b', composing: false },
  ]);
});

it('flags what an input method is still composing', () => {
  const bench = Bench.ready();
  bench.studio.typed('ね', true);
  bench.studio.typed('猫', false);
  expect(bench.said('prompt').map(({ composing }) => composing)).toEqual([true, false]);
});

it('tells of an emptied composer, fades its picture and then drops it', () => {
  const bench = Bench.ready();
  bench.paint(bench.type('a boat'));
  bench.studio.typed('', false);
  expect(bench.sent.at(-1)).toEqual({
    type: 'prompt',
    revision: bench.state.revision,
    text: '',
    composing: false,
  });
  expect(bench.live?.fading).toBe(true);
  bench.timer.advance(2_000);
  expect(bench.state.entries).toEqual([]);
});

it('shows the picture at hand where the server says that nothing changed', () => {
  const bench = Bench.ready();
  bench.paint(bench.type('a boat'));
  bench.studio.typed('', false);
  bench.timer.advance(2_000);
  bench.studio.typed('a boat', false);
  bench.studio.messageArrived({ type: 'satisfied', revision: bench.state.revision });
  expect(bench.live?.picture?.words).toBe('a boat');
});

it('says so where a picture takes long, until it comes', () => {
  const bench = Bench.ready();
  const revision = bench.type('a boat');
  bench.timer.advance(4_000);
  expect(bench.state.advice).toEqual({ kind: 'slow' });
  bench.paint(revision);
  expect(bench.state.advice).toBeUndefined();
});

it('shuffles the seed and has the same words painted anew', () => {
  const bench = Bench.ready();
  const before = bench.type('a boat');
  bench.paint(before, { final: true });
  bench.sent.length = 0;
  bench.studio.shuffle();
  const [settings] = bench.said('settings');
  expect(settings?.seed).not.toBe(7);
  expect(bench.said('prompt')).toEqual([
    { type: 'prompt', revision: before + 1, text: 'a boat', composing: false },
  ]);
});

it('takes another seed for the next picture only where that is wanted', () => {
  const bench = Bench.ready();
  bench.studio.keepSeed(false);
  bench.paint(bench.type('a boat'), { final: true });
  bench.studio.commit();
  expect(bench.said('settings')).toEqual([]);
  bench.type('a cat');
  expect(bench.said('settings')).toHaveLength(1);
});
