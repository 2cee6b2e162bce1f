import { expect, it } from 'vitest';
import { bubblesOf } from '../../src/state/bubbles';
import { layOut, neighbour } from '../../src/state/tree-layout';
import { Bench } from '../fake/bench';
import { READY } from '../fake/fake-server';

function varied(): Bench {
  const bench = Bench.ready();
  bench.paint(bench.type('a boat'), { final: true });
  bench.studio.commit();
  bench.sent.length = 0;
  bench.studio.vary(1);
  return bench;
}

const variations = (bench: Bench) =>
  bench.state.entries.filter(({ id }) => bench.state.comparison?.ids.includes(id));

/** The server finishes what was committed with the lowest revision. */
function finish(bench: Bench): void {
  const next = bench.state.entries
    .filter(({ phase }) => phase === 'finishing')
    .sort((a, b) => a.revision - b.revision)[0];
  if (next !== undefined) bench.paint(next.revision, { final: true, seed: next.seed });
}

it('asks for other seeds, each with settings, words and a commit of rising revisions', () => {
  const bench = varied();
  const [first, second] = variations(bench);
  expect(bench.sent).toEqual([
    { type: 'settings', seed: first?.seed },
    { type: 'prompt', revision: first?.revision, text: 'a boat', composing: false },
    { type: 'commit', revision: first?.revision },
    { type: 'settings', seed: second?.seed },
    { type: 'prompt', revision: second?.revision, text: 'a boat', composing: false },
    { type: 'commit', revision: second?.revision },
  ]);
  expect(second?.revision).toBeGreaterThan(first?.revision ?? 0);
});

it('has four different ones painted, never more than two at once', () => {
  const bench = varied();
  expect(new Set(variations(bench).map(({ seed }) => seed)).size).toBe(4);
  for (let finished = 0; finished < 4; finished++) {
    const onTheirWay = bench.said('commit').length - finished;
    expect(onTheirWay).toBeLessThanOrEqual(2);
    finish(bench);
  }
  expect(variations(bench).every(({ phase }) => phase === 'kept')).toBe(true);
});

it('gives each variation the picture of its own seed', () => {
  const bench = varied();
  const [first] = variations(bench);
  bench.paint(first?.revision ?? 0, { final: true, seed: 12_345 });
  expect(variations(bench)[0]?.picture).toBeUndefined();
});

it('makes the one that is taken what the bubble shows', () => {
  const bench = varied();
  for (let finished = 0; finished < 4; finished++) finish(bench);
  const third = variations(bench)[2];
  bench.studio.choose(third?.id ?? 0);
  bench.studio.endComparison();
  expect(bubblesOf(bench.state)).toMatchObject([{ entry: { id: third?.id } }]);
  expect(bubblesOf(bench.state)[0]?.tree).toHaveLength(5);
});

it('keeps the present picture first where it is still being typed', () => {
  const bench = Bench.ready();
  bench.paint(bench.type('a boat'));
  bench.studio.vary(bench.live?.id ?? 0);
  expect(bench.live).toBeUndefined();
  expect(bench.said('commit')).toHaveLength(2);
  expect(variations(bench)).toHaveLength(4);
});

it('lets somebody who types go on, and tells the server of their words again', () => {
  const bench = varied();
  bench.type('a cat');
  finish(bench);
  finish(bench);
  const prompts = bench.said('prompt').map(({ text, revision }) => ({ text, revision }));
  expect(prompts.at(-1)?.text).toBe('a cat');
  expect(prompts.map(({ revision }) => revision)).toEqual(
    prompts.map(({ revision }) => revision).sort((a, b) => a - b),
  );
  const seeds = bench.said('settings').map(({ seed }) => seed);
  expect(seeds.at(-1)).toBe(READY.seed);
  const cat = bench.paint(bench.state.revision);
  expect(bench.live?.picture?.image).toBe(cat);
});

it('asks for all that is unfinished once more when a server comes back', () => {
  const bench = varied();
  bench.sent.length = 0;
  bench.studio.stateChanged({ kind: 'ready' });
  bench.studio.messageArrived({ ...READY, session: 'session-2' });
  const revisions = bench.said('commit').map(({ revision }) => revision);
  expect(revisions).toHaveLength(2);
  expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
});

it('lays the tree out from the start to its branches', () => {
  const bench = varied();
  const nodes = layOut(bubblesOf(bench.state)[0]?.tree ?? []);
  expect(nodes.map(({ column, row }) => [column, row])).toEqual([
    [0, 0],
    [1, 0],
    [1, 1],
    [1, 2],
    [1, 3],
  ]);
});

it('walks along branches and between them', () => {
  const bench = varied();
  const nodes = layOut(bubblesOf(bench.state)[0]?.tree ?? []);
  const [root, first, second] = nodes;
  if (root === undefined || first === undefined || second === undefined) throw new Error('empty');
  expect(neighbour(nodes, root, 'child')).toBe(first);
  expect(neighbour(nodes, first, 'next')).toBe(second);
  expect(neighbour(nodes, second, 'previous')).toBe(first);
  expect(neighbour(nodes, second, 'parent')).toBe(root);
  expect(neighbour(nodes, root, 'parent')).toBeUndefined();
});
