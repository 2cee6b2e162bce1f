import { describe, expect, it } from 'vitest';
import { shownRevision } from '../../src/state/selectors';
import { Bench } from '../fake/bench';

describe('stale images', () => {
  it('drops an image older than the one shown', () => {
    const bench = Bench.ready();
    const revision = bench.type('a red boat');
    const newer = bench.paint(revision);
    bench.paint(revision - 1);
    expect(bench.live?.picture?.image).toBe(newer);
  });

  it('shows an image older than the words, as long as none newer is there', () => {
    const bench = Bench.ready();
    const revision = bench.type('a red boat');
    bench.paint(revision - 4);
    expect(bench.live && shownRevision(bench.live)).toBe(revision - 4);
  });

  it('never takes a finished image back for a preview of the same revision', () => {
    const bench = Bench.ready();
    const revision = bench.type('a boat');
    const finished = bench.paint(revision, { final: true });
    bench.paint(revision, { type: 'preview' });
    expect(bench.live?.picture?.image).toBe(finished);
  });

  it('shows a draft from another seed in place of a finished image', () => {
    const bench = Bench.ready();
    const revision = bench.type('a boat');
    bench.paint(revision, { final: true });
    bench.studio.shuffle();
    const reshuffled = bench.paint(revision, { seed: bench.state.seed ?? 0 });
    expect(bench.live?.picture?.image).toBe(reshuffled);
  });

  it('drops an image from another seed for what is committed', () => {
    const bench = Bench.ready();
    const revision = bench.type('a boat');
    const draft = bench.paint(revision);
    bench.studio.commit();
    bench.paint(revision, { seed: 1234 });
    expect(bench.state.entries[0]?.picture?.image).toBe(draft);
  });

  it('drops images of the picture before', () => {
    const bench = Bench.ready();
    const first = bench.type('a boat');
    bench.paint(first, { final: true });
    bench.studio.commit();
    bench.type('a cat');
    bench.paint(first);
    expect(bench.live?.picture).toBeUndefined();
  });
});

describe('acknowledgement', () => {
  it('comes once the image is on screen, and once', () => {
    const bench = Bench.ready();
    const revision = bench.type('a boat');
    const image = bench.paint(revision);
    expect(bench.said('ack')).toEqual([]);
    bench.studio.shown(image, revision);
    bench.studio.shown(image, revision);
    expect(bench.said('ack')).toEqual([{ type: 'ack', image }]);
  });

  it('never goes back to an image before one that was acknowledged', () => {
    const bench = Bench.ready();
    const revision = bench.type('a boat');
    const [slow, fast] = [bench.paint(revision), bench.paint(revision)];
    bench.studio.shown(fast, revision);
    bench.studio.skipped(slow);
    expect(bench.said('ack')).toEqual([{ type: 'ack', image: fast }]);
  });

  it('comes at once for an image that is dropped, so that the next is sent', () => {
    const bench = Bench.ready();
    const revision = bench.type('a boat');
    bench.studio.shown(bench.paint(revision), revision);
    const stale = bench.paint(revision - 1);
    expect(bench.said('ack').at(-1)).toEqual({ type: 'ack', image: stale });
  });
});

it('counts white space as shown', () => {
  const bench = Bench.ready();
  bench.paint(bench.type('a boat'));
  const revision = bench.type('a boat  ');
  bench.paint(revision - 2);
  expect(bench.live && shownRevision(bench.live)).toBe(revision);
});

it('measures from the key to the first image of its revision', () => {
  const bench = Bench.ready();
  const revision = bench.type('a boat');
  bench.timer.advance(120);
  bench.studio.shown(bench.paint(revision), revision);
  bench.timer.advance(900);
  bench.studio.shown(bench.paint(revision, { final: true }), revision);
  expect(bench.live?.latencyMs).toBe(120);
});

it('keeps an address only for what can still be shown', () => {
  const bench = Bench.ready();
  for (let picture = 0; picture < 3; picture++) {
    for (let image = 0; image < 700; image++) bench.paint(bench.type('a boat'));
    bench.paint(bench.state.revision, { final: true });
    bench.studio.commit();
  }
  expect(bench.state.entries).toHaveLength(3);
  expect(bench.urls.alive.size).toBe(3);
});

it('acknowledges what was taken down before it was on screen', () => {
  const bench = Bench.ready();
  const revision = bench.type('a boat');
  bench.paint(revision);
  const last = bench.paint(revision);
  bench.studio.clear();
  expect(bench.said('ack').at(-1)).toEqual({ type: 'ack', image: last });
});
