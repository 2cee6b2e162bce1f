import { expect, it } from 'vitest';
import { Bench } from '../fake/bench';

it('moves the picture into the conversation when its finished image arrives', () => {
  const bench = Bench.ready();
  const revision = bench.type('a boat');
  const draft = bench.paint(revision);
  bench.studio.commit();
  expect(bench.sent.at(-1)).toEqual({ type: 'commit', revision });
  expect(bench.state.text).toBe('');
  expect(bench.state.entries).toMatchObject([{ phase: 'finishing', picture: { image: draft } }]);
  const finished = bench.paint(revision, { final: true });
  expect(bench.state.entries).toMatchObject([
    { phase: 'kept', prompt: 'a boat', picture: { image: finished } },
  ]);
});

it('does not wait where the finished image is there already', () => {
  const bench = Bench.ready();
  bench.paint(bench.type('a boat'), { final: true });
  bench.studio.commit();
  expect(bench.state.entries).toMatchObject([{ phase: 'kept' }]);
});

it('takes the finished image of the same words from before a space was added', () => {
  const bench = Bench.ready();
  const revision = bench.type('a boat ');
  bench.studio.commit();
  bench.paint(revision - 1, { final: true });
  expect(bench.state.entries).toMatchObject([{ phase: 'kept' }]);
});

it('is not fooled by a finished image of other words', () => {
  const bench = Bench.ready();
  const revision = bench.type('a boat');
  bench.studio.commit();
  bench.paint(revision - 1, { final: true });
  expect(bench.state.entries).toMatchObject([{ phase: 'finishing' }]);
});

it('finishes the committed picture while the next one is typed', () => {
  const bench = Bench.ready();
  const first = bench.type('a boat');
  bench.paint(first);
  bench.studio.commit();
  const second = bench.type('a cat');
  bench.paint(second);
  bench.paint(first, { final: true });
  expect(bench.state.entries).toMatchObject([
    { phase: 'kept', picture: { revision: first, final: true } },
    { phase: 'typing', picture: { revision: second } },
  ]);
});

it('keeps what there is where the next picture is finished first', () => {
  const bench = Bench.ready();
  const first = bench.type('a boat');
  bench.paint(first);
  bench.studio.commit();
  bench.paint(bench.type('a cat'), { final: true });
  expect(bench.state.entries).toMatchObject([
    { phase: 'kept', picture: { revision: first, final: false } },
    { phase: 'typing' },
  ]);
});

it('keeps what there is where it cannot be finished', () => {
  const bench = Bench.ready();
  const revision = bench.type('a boat');
  bench.paint(revision);
  bench.studio.commit();
  bench.studio.messageArrived({ type: 'error', code: 'generation-failed', message: 'm', revision });
  expect(bench.state.entries).toMatchObject([{ phase: 'kept', picture: { final: false } }]);
});

it('does nothing without words', () => {
  const bench = Bench.ready();
  bench.studio.typed('  ', false);
  bench.studio.commit();
  expect(bench.state.entries).toEqual([]);
  expect(bench.said('commit')).toEqual([]);
});
