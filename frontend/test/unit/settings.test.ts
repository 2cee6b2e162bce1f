import { expect, it } from 'vitest';
import { sizeOf } from '../../src/painting/sizes';
import { isGuided } from '../../src/painting/wanted-settings';
import { loadControls, saveControls } from '../../src/state/kept-controls';
import { Bench } from '../fake/bench';
import { READY } from '../fake/fake-server';

const large = {
  ...READY,
  model: { name: 'sd', width: 512, height: 512, steps: 4 },
  limits: { ...READY.limits, resizable: true },
};

it('tells the server only of what has changed', () => {
  const bench = Bench.ready();
  bench.type('a boat');
  expect(bench.said('settings')).toEqual([]);
  bench.studio.control({ format: 'png', negativePrompt: 'fog' });
  expect(bench.said('settings')).toEqual([
    { type: 'settings', format: 'png', negativePrompt: 'fog' },
  ]);
  expect(bench.said('prompt').at(-1)?.revision).toBe(bench.state.revision);
});

it('shows a draft under new settings in place of a finished picture', () => {
  const bench = Bench.ready();
  bench.paint(bench.type('a boat'), { final: true });
  bench.studio.control({ guidanceScale: 3 });
  const draft = bench.paint(bench.state.revision);
  expect(bench.live?.picture?.image).toBe(draft);
});

it('knows the shapes of a model that can be resized, and only those', () => {
  expect(sizeOf('tall', large)).toEqual({ width: 384, height: 512 });
  expect(sizeOf('wide', large)).toEqual({ width: 512, height: 384 });
  expect(sizeOf(undefined, large)).toEqual({ width: 512, height: 512 });
  expect(sizeOf('tall', READY)).toEqual({ width: 128, height: 128 });
});

it('has no guidance where the model has none', () => {
  expect(isGuided(READY)).toBe(true);
  expect(isGuided({ ...READY, limits: { resizable: false, maxGuidanceScale: 0 } })).toBe(false);
  expect(isGuided({ ...READY, limits: { resizable: false } })).toBe(false);
});

class Memory {
  readonly items = new Map<string, string>();
  getItem = (key: string) => this.items.get(key) ?? null;
  setItem = (key: string, value: string) => this.items.set(key, value);
}

it('remembers what was set, and the seed only where it is locked', () => {
  const memory = new Memory();
  const controls = { shape: 'wide', format: 'webp', negativePrompt: 'fog' } as const;
  saveControls(memory, { controls, keepSeed: true, seed: 12 });
  expect(loadControls(memory)).toEqual({ controls, keepSeed: true, seed: 12 });
  saveControls(memory, { controls, keepSeed: false, seed: 12 });
  expect(loadControls(memory)?.seed).toBeUndefined();
});

it.each(['{', '7', 'null', '{"shape":"round","format":4,"seed":-1,"guidanceScale":"x"}'])(
  'takes %s for nothing',
  (text) => {
    const memory = new Memory();
    memory.setItem('lukis.controls', text);
    expect(loadControls(memory)?.controls ?? {}).toEqual({});
  },
);

it('paints with the seed that was locked before the server named its own', () => {
  const bench = new Bench({ seed: 99 });
  bench.studio.stateChanged({ kind: 'ready' });
  bench.studio.messageArrived(READY);
  expect(bench.said('settings')[0]).toMatchObject({ seed: 99 });
});
