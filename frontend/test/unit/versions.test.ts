import { describe, expect, it } from 'vitest';
import { bubblesOf, formerEntries } from '../../src/state/bubbles';
import { Bench } from '../fake/bench';

/** A bench with one kept picture. */
function withKept(prompt = 'a boat'): Bench {
  const bench = Bench.ready();
  bench.paint(bench.type(prompt), { final: true });
  bench.studio.commit();
  bench.sent.length = 0;
  return bench;
}

const shown = (bench: Bench) => bubblesOf(bench.state).map(({ entry }) => entry.prompt);

describe('editing a kept picture', () => {
  it('starts with its words, its picture and its seed, in its own bubble', () => {
    const bench = withKept();
    bench.studio.shuffle();
    const [first] = bench.state.entries;
    bench.paint(bench.type('a cat'), { final: true, seed: bench.state.seed ?? 0 });
    bench.studio.commit();
    bench.studio.edit(first?.id ?? 0);
    expect(bench.state.text).toBe('a boat');
    expect(bench.live).toMatchObject({ bubble: first?.bubble, parent: first?.id, seed: 7 });
    expect(bench.said('settings').at(-1)).toEqual({ type: 'settings', seed: 7 });
    expect(shown(bench)).toEqual(['a boat', 'a cat']);
  });

  it('repaints in that place at every edit', () => {
    const bench = withKept();
    bench.studio.edit(1);
    bench.studio.typed('a boat at sea', false);
    const image = bench.paint(bench.state.revision);
    expect(bubblesOf(bench.state)).toMatchObject([{ entry: { picture: { image } } }]);
  });

  it('keeps both versions on Enter and shows the new one', () => {
    const bench = withKept();
    bench.studio.edit(1);
    bench.studio.typed('a boat at sea', false);
    bench.studio.commit();
    bench.paint(bench.state.revision, { final: true });
    const [bubble] = bubblesOf(bench.state);
    expect(bubble?.entry).toMatchObject({ prompt: 'a boat at sea', phase: 'kept' });
    expect(bubble?.tree.map(({ prompt }) => prompt)).toEqual(['a boat', 'a boat at sea']);
  });

  it('leaves nothing behind where it was given up, or changed nothing', () => {
    const bench = withKept();
    bench.studio.edit(1);
    bench.studio.typed('a boat at sea', false);
    bench.studio.cancel();
    expect(bench.state.entries).toHaveLength(1);
    expect(bench.state.text).toBe('');
    bench.studio.edit(1);
    bench.studio.commit();
    expect(bench.state.entries).toHaveLength(1);
  });

  it('keeps first what was being written', () => {
    const bench = withKept();
    bench.type('a cat');
    bench.studio.edit(1);
    expect(shown(bench)).toEqual(['a boat', 'a cat']);
    expect(bench.said('commit')).toHaveLength(1);
    expect(bench.live?.parent).toBe(1);
  });

  it('stays in its bubble while its words are being replaced', () => {
    const bench = withKept();
    bench.studio.edit(1);
    bench.studio.typed('', false);
    bench.timer.advance(5_000);
    bench.studio.typed('a cat', false);
    expect(bench.live).toMatchObject({ bubble: 1, parent: 1 });
  });

  it('steps through what the bubbles show', () => {
    const bench = withKept();
    bench.paint(bench.type('a cat'), { final: true });
    bench.studio.commit();
    bench.studio.edit(1);
    expect(formerEntries(bench.state).map(({ prompt }) => prompt)).toEqual(['a boat', 'a cat']);
  });
});

describe('the timeline', () => {
  const words = (bench: Bench) => bench.state.timeline.map(({ prompt }) => prompt);

  it('keeps the words and the best picture of every moment', () => {
    const bench = Bench.ready();
    bench.paint(bench.type('a'), { type: 'preview', step: 1 });
    const better = bench.paint(bench.state.revision);
    bench.studio.typed('a b', false);
    bench.paint(bench.state.revision);
    expect(words(bench)).toEqual(['a', 'a b']);
    expect(bench.state.timeline[0]?.picture.image).toBe(better);
  });

  it('names a late picture by the words it was painted for', () => {
    const bench = Bench.ready();
    const early = bench.type('a');
    bench.studio.typed('a b', false);
    bench.paint(early);
    expect(words(bench)).toEqual(['a']);
  });

  it('never grows without end, and keeps its beginning', () => {
    const bench = Bench.ready();
    for (let edit = 0; edit < 1_000; edit++) {
      bench.studio.typed(`a ${edit}`, false);
      bench.paint(bench.state.revision);
    }
    expect(bench.state.timeline.length).toBeLessThanOrEqual(160);
    expect(words(bench)[0]).toBe('a 0');
    expect(words(bench).at(-1)).toBe('a 999');
    expect(bench.urls.alive.size).toBe(bench.state.timeline.length);
  });

  it('branches from a moment, which becomes the fork of the tree', () => {
    const bench = Bench.ready();
    bench.paint(bench.type('a boat'));
    const then = bench.state.timeline.length - 1;
    bench.paint(bench.type('a boat at night'));
    bench.sent.length = 0;
    bench.studio.branch(then);
    expect(bench.state.text).toBe('a boat');
    expect(bench.said('prompt')).toMatchObject([{ text: 'a boat' }]);
    const [bubble] = bubblesOf(bench.state);
    const [former, fork, live] = bubble?.tree ?? [];
    expect(fork).toMatchObject({ prompt: 'a boat', phase: 'kept', parent: undefined });
    expect(former).toMatchObject({ prompt: 'a boat at night', phase: 'kept', parent: fork?.id });
    expect(live).toMatchObject({ prompt: 'a boat', phase: 'typing', parent: fork?.id });
  });

  it('shows again what was there before where the branch is given up', () => {
    const bench = Bench.ready();
    bench.paint(bench.type('a boat'));
    bench.paint(bench.type('a boat at night'));
    bench.studio.branch(0);
    bench.studio.cancel();
    expect(shown(bench)).toEqual(['a boat at night']);
  });

  it('ends with the picture it belongs to', () => {
    const bench = Bench.ready();
    bench.paint(bench.type('a boat'), { final: true });
    bench.studio.peek(0);
    bench.studio.commit();
    expect(bench.state).toMatchObject({ timeline: [], peek: undefined });
  });
});
