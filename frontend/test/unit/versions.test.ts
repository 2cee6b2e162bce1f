import { describe, expect, it } from 'vitest';
import { bubblesOf, formerEntries } from '../../src/state/bubbles';
import { ControllerHarness } from '../fake/controller-harness';

/** A harness with one kept picture. */
function withKept(prompt = 'a boat'): ControllerHarness {
  const harness = ControllerHarness.ready();
  harness.paint(harness.type(prompt), { final: true });
  harness.controller.commit();
  harness.sent.length = 0;
  return harness;
}

const shown = (harness: ControllerHarness) =>
  bubblesOf(harness.state).map(({ entry }) => entry.prompt);

describe('editing a kept picture', () => {
  it('starts with its words, its picture and its seed, in its own bubble', () => {
    const harness = withKept();
    harness.controller.shuffle();
    const [first] = harness.state.entries;
    harness.paint(harness.type('a cat'), { final: true, seed: harness.state.seed ?? 0 });
    harness.controller.commit();
    harness.controller.edit(first?.id ?? 0);
    expect(harness.state.text).toBe('a boat');
    expect(harness.live).toMatchObject({ bubble: first?.bubble, parent: first?.id, seed: 7 });
    expect(harness.said('settings').at(-1)).toEqual({ type: 'settings', seed: 7 });
    expect(shown(harness)).toEqual(['a boat', 'a cat']);
  });

  it('repaints in that place at every edit', () => {
    const harness = withKept();
    harness.controller.edit(1);
    harness.controller.typed('a boat at sea', false);
    const image = harness.paint(harness.state.revision);
    expect(bubblesOf(harness.state)).toMatchObject([{ entry: { picture: { image } } }]);
  });

  it('keeps both versions on Enter and shows the new one', () => {
    const harness = withKept();
    harness.controller.edit(1);
    harness.controller.typed('a boat at sea', false);
    harness.controller.commit();
    harness.paint(harness.state.revision, { final: true });
    const [bubble] = bubblesOf(harness.state);
    expect(bubble?.entry).toMatchObject({ prompt: 'a boat at sea', phase: 'kept' });
    expect(bubble?.tree.map(({ prompt }) => prompt)).toEqual(['a boat', 'a boat at sea']);
  });

  it('leaves nothing behind where it was given up, or changed nothing', () => {
    const harness = withKept();
    harness.controller.edit(1);
    harness.controller.typed('a boat at sea', false);
    harness.controller.cancel();
    expect(harness.state.entries).toHaveLength(1);
    expect(harness.state.text).toBe('');
    harness.controller.edit(1);
    harness.controller.commit();
    expect(harness.state.entries).toHaveLength(1);
  });

  it('keeps first what was being written', () => {
    const harness = withKept();
    harness.type('a cat');
    harness.controller.edit(1);
    expect(shown(harness)).toEqual(['a boat', 'a cat']);
    expect(harness.said('commit')).toHaveLength(1);
    expect(harness.live?.parent).toBe(1);
  });

  it('stays in its bubble while its words are being replaced', () => {
    const harness = withKept();
    harness.controller.edit(1);
    harness.controller.typed('', false);
    harness.timer.advance(5_000);
    harness.controller.typed('a cat', false);
    expect(harness.live).toMatchObject({ bubble: 1, parent: 1 });
  });

  it('steps through what the bubbles show', () => {
    const harness = withKept();
    harness.paint(harness.type('a cat'), { final: true });
    harness.controller.commit();
    harness.controller.edit(1);
    expect(formerEntries(harness.state).map(({ prompt }) => prompt)).toEqual(['a boat', 'a cat']);
  });
});

describe('the timeline', () => {
  const words = (harness: ControllerHarness) => harness.state.timeline.map(({ prompt }) => prompt);

  it('keeps the words and the best picture of every moment', () => {
    const harness = ControllerHarness.ready();
    harness.paint(harness.type('a'), { type: 'preview', step: 1 });
    const better = harness.paint(harness.state.revision);
    harness.controller.typed('a b', false);
    harness.paint(harness.state.revision);
    expect(words(harness)).toEqual(['a', 'a b']);
    expect(harness.state.timeline[0]?.picture.image).toBe(better);
  });

  it('names a late picture by the words it was painted for', () => {
    const harness = ControllerHarness.ready();
    const early = harness.type('a');
    harness.controller.typed('a b', false);
    harness.paint(early);
    expect(words(harness)).toEqual(['a']);
  });

  it('never grows without end, and keeps its beginning', () => {
    const harness = ControllerHarness.ready();
    for (let edit = 0; edit < 1_000; edit++) {
      harness.controller.typed(`a ${edit}`, false);
      harness.paint(harness.state.revision);
    }
    expect(harness.state.timeline.length).toBeLessThanOrEqual(160);
    expect(words(harness)[0]).toBe('a 0');
    expect(words(harness).at(-1)).toBe('a 999');
    expect(harness.urls.alive.size).toBe(harness.state.timeline.length);
  });

  it('branches from a moment, which becomes the fork of the tree', () => {
    const harness = ControllerHarness.ready();
    harness.paint(harness.type('a boat'));
    const then = harness.state.timeline.length - 1;
    harness.paint(harness.type('a boat at night'));
    harness.sent.length = 0;
    harness.controller.branch(then);
    expect(harness.state.text).toBe('a boat');
    expect(harness.said('prompt')).toMatchObject([{ text: 'a boat' }]);
    const [bubble] = bubblesOf(harness.state);
    const [former, fork, live] = bubble?.tree ?? [];
    expect(fork).toMatchObject({ prompt: 'a boat', phase: 'kept', parent: undefined });
    expect(former).toMatchObject({ prompt: 'a boat at night', phase: 'kept', parent: fork?.id });
    expect(live).toMatchObject({ prompt: 'a boat', phase: 'typing', parent: fork?.id });
  });

  it('shows again what was there before where the branch is given up', () => {
    const harness = ControllerHarness.ready();
    harness.paint(harness.type('a boat'));
    harness.paint(harness.type('a boat at night'));
    harness.controller.branch(0);
    harness.controller.cancel();
    expect(shown(harness)).toEqual(['a boat at night']);
  });

  it('ends with the picture it belongs to', () => {
    const harness = ControllerHarness.ready();
    harness.paint(harness.type('a boat'), { final: true });
    harness.controller.peek(0);
    harness.controller.commit();
    expect(harness.state).toMatchObject({ timeline: [], peek: undefined });
  });
});
