import { expect, it } from 'vitest';
import { sizeOf } from '../../src/painting/sizes';
import { isGuided } from '../../src/painting/wanted-settings';
import { loadControls, saveControls } from '../../src/state/stored-controls';
import { ControllerHarness } from '../fake/controller-harness';
import { READY } from '../fake/fake-server';

const large = {
  ...READY,
  model: { name: 'sd', width: 512, height: 512, steps: 4 },
  limits: { ...READY.limits, resizable: true },
};

it('sends only settings that have changed', () => {
  const harness = ControllerHarness.ready();
  harness.type('a boat');
  expect(harness.said('settings')).toEqual([]);
  harness.controller.control({ format: 'png', negativePrompt: 'fog' });
  expect(harness.said('settings')).toEqual([
    { type: 'settings', format: 'png', negativePrompt: 'fog' },
  ]);
  expect(harness.said('prompt').at(-1)?.revision).toBe(harness.state.revision);
});

it('shows a draft under new settings in place of a finished picture', () => {
  const harness = ControllerHarness.ready();
  harness.paint(harness.type('a boat'), { final: true });
  harness.controller.control({ guidanceScale: 3 });
  const draft = harness.paint(harness.state.revision);
  expect(harness.live?.picture?.image).toBe(draft);
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
  const harness = new ControllerHarness({ seed: 99 });
  harness.controller.stateChanged({ kind: 'ready' });
  harness.controller.messageArrived(READY);
  expect(harness.said('settings')[0]).toMatchObject({ seed: 99 });
});
