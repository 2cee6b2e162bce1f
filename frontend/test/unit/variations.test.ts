import { expect, it } from 'vitest';
import { bubblesOf } from '../../src/state/bubbles';
import { layOut, neighbour } from '../../src/state/tree-layout';
import { ControllerHarness } from '../fake/controller-harness';
import { READY } from '../fake/fake-server';

function varied(): ControllerHarness {
  const harness = ControllerHarness.ready();
  harness.paint(harness.type('a boat'), { final: true });
  harness.controller.commit();
  harness.sent.length = 0;
  harness.controller.vary(1);
  return harness;
}

const variations = (harness: ControllerHarness) =>
  harness.state.entries.filter(({ id }) => harness.state.comparison?.ids.includes(id));

/** The server finishes what was committed with the lowest revision. */
function finish(harness: ControllerHarness): void {
  const next = harness.state.entries
    .filter(({ phase }) => phase === 'finishing')
    .sort((a, b) => a.revision - b.revision)[0];
  if (next !== undefined) harness.paint(next.revision, { final: true, seed: next.seed });
}

it('asks for other seeds, each with settings, words and a commit of rising revisions', () => {
  const harness = varied();
  const [first, second] = variations(harness);
  expect(harness.sent).toEqual([
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
  const harness = varied();
  expect(new Set(variations(harness).map(({ seed }) => seed)).size).toBe(4);
  for (let finished = 0; finished < 4; finished++) {
    const onTheirWay = harness.said('commit').length - finished;
    expect(onTheirWay).toBeLessThanOrEqual(2);
    finish(harness);
  }
  expect(variations(harness).every(({ phase }) => phase === 'kept')).toBe(true);
});

it('gives each variation the picture of its own seed', () => {
  const harness = varied();
  const [first] = variations(harness);
  harness.paint(first?.revision ?? 0, { final: true, seed: 12_345 });
  expect(variations(harness)[0]?.picture).toBeUndefined();
});

it('makes the one that is taken what the bubble shows', () => {
  const harness = varied();
  for (let finished = 0; finished < 4; finished++) finish(harness);
  const third = variations(harness)[2];
  harness.controller.choose(third?.id ?? 0);
  harness.controller.endComparison();
  expect(bubblesOf(harness.state)).toMatchObject([{ entry: { id: third?.id } }]);
  expect(bubblesOf(harness.state)[0]?.tree).toHaveLength(5);
});

it('keeps the present picture first where it is still being typed', () => {
  const harness = ControllerHarness.ready();
  harness.paint(harness.type('a boat'));
  harness.controller.vary(harness.live?.id ?? 0);
  expect(harness.live).toBeUndefined();
  expect(harness.said('commit')).toHaveLength(2);
  expect(variations(harness)).toHaveLength(4);
});

it('lets the person type on, and sends the live prompt again', () => {
  const harness = varied();
  harness.type('a cat');
  finish(harness);
  finish(harness);
  const prompts = harness.said('prompt').map(({ text, revision }) => ({ text, revision }));
  expect(prompts.at(-1)?.text).toBe('a cat');
  expect(prompts.map(({ revision }) => revision)).toEqual(
    prompts.map(({ revision }) => revision).sort((a, b) => a - b),
  );
  const seeds = harness.said('settings').map(({ seed }) => seed);
  expect(seeds.at(-1)).toBe(READY.seed);
  const cat = harness.paint(harness.state.revision);
  expect(harness.live?.picture?.image).toBe(cat);
});

it('asks for all that is unfinished once more when a server comes back', () => {
  const harness = varied();
  harness.sent.length = 0;
  harness.controller.stateChanged({ kind: 'ready' });
  harness.controller.messageArrived({ ...READY, session: 'session-2' });
  const revisions = harness.said('commit').map(({ revision }) => revision);
  expect(revisions).toHaveLength(2);
  expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
});

it('lays the tree out from the start to its branches', () => {
  const harness = varied();
  const nodes = layOut(bubblesOf(harness.state)[0]?.tree ?? []);
  expect(nodes.map(({ column, row }) => [column, row])).toEqual([
    [0, 0],
    [1, 0],
    [1, 1],
    [1, 2],
    [1, 3],
  ]);
});

it('walks along branches and between them', () => {
  const harness = varied();
  const nodes = layOut(bubblesOf(harness.state)[0]?.tree ?? []);
  const [root, first, second] = nodes;
  if (root === undefined || first === undefined || second === undefined) throw new Error('empty');
  expect(neighbour(nodes, root, 'child')).toBe(first);
  expect(neighbour(nodes, first, 'next')).toBe(second);
  expect(neighbour(nodes, second, 'previous')).toBe(first);
  expect(neighbour(nodes, second, 'parent')).toBe(root);
  expect(neighbour(nodes, root, 'parent')).toBeUndefined();
});
