import { expect, it } from 'vitest';
import { ControllerHarness } from '../fake/controller-harness';

it('sends the whole prompt with a rising revision on every edit', () => {
  const harness = ControllerHarness.ready();
  harness.type('a b');
  expect(harness.said('prompt')).toEqual([
    { type: 'prompt', revision: 1, text: 'a', composing: false },
    { type: 'prompt', revision: 2, text: 'a ', composing: false },
    { type: 'prompt', revision: 3, text: 'a b', composing: false },
  ]);
});

it('flags what an input method is still composing', () => {
  const harness = ControllerHarness.ready();
  harness.controller.typed('ね', true);
  harness.controller.typed('猫', false);
  expect(harness.said('prompt').map(({ composing }) => composing)).toEqual([true, false]);
});

it('waits for the picture of composed words as for any other', () => {
  const harness = ControllerHarness.ready();
  harness.controller.typed('perahu', true);
  const { revision } = harness.state;
  harness.timer.advance(120);
  harness.controller.shown(harness.paint(revision), revision);
  expect(harness.live).toMatchObject({ latencyMs: 120, picture: { words: 'perahu' } });
  harness.controller.typed('perahu m', true);
  harness.timer.advance(4_000);
  expect(harness.state.feedback).toEqual({ kind: 'slow' });
});

it('sends composed words once more under a new revision when the composition ends', () => {
  const harness = ControllerHarness.ready();
  harness.controller.typed('perahu', true);
  harness.controller.typed('perahu', false);
  expect(harness.said('prompt')).toEqual([
    { type: 'prompt', revision: 1, text: 'perahu', composing: true },
    { type: 'prompt', revision: 2, text: 'perahu', composing: false },
  ]);
});

it('sends an emptied prompt, fades its picture and then removes it', () => {
  const harness = ControllerHarness.ready();
  harness.paint(harness.type('a boat'));
  harness.controller.typed('', false);
  expect(harness.sent.at(-1)).toEqual({
    type: 'prompt',
    revision: harness.state.revision,
    text: '',
    composing: false,
  });
  expect(harness.live?.fading).toBe(true);
  harness.timer.advance(2_000);
  expect(harness.state.entries).toEqual([]);
});

it('shows the picture at hand where the server says that nothing changed', () => {
  const harness = ControllerHarness.ready();
  harness.paint(harness.type('a boat'));
  harness.controller.typed('', false);
  harness.timer.advance(2_000);
  harness.controller.typed('a boat', false);
  harness.controller.messageArrived({ type: 'satisfied', revision: harness.state.revision });
  expect(harness.live?.picture?.words).toBe('a boat');
});

it('says so where a picture takes long, until it comes', () => {
  const harness = ControllerHarness.ready();
  const revision = harness.type('a boat');
  harness.timer.advance(4_000);
  expect(harness.state.feedback).toEqual({ kind: 'slow' });
  harness.paint(revision);
  expect(harness.state.feedback).toBeUndefined();
});

it('shuffles the seed and has the same words painted anew', () => {
  const harness = ControllerHarness.ready();
  const before = harness.type('a boat');
  harness.paint(before, { final: true });
  harness.sent.length = 0;
  harness.controller.shuffle();
  const [settings] = harness.said('settings');
  expect(settings?.seed).not.toBe(7);
  expect(harness.said('prompt')).toEqual([
    { type: 'prompt', revision: before + 1, text: 'a boat', composing: false },
  ]);
});

it('takes another seed for the next picture only where that is wanted', () => {
  const harness = ControllerHarness.ready();
  harness.controller.keepSeed(false);
  harness.paint(harness.type('a boat'), { final: true });
  harness.controller.commit();
  expect(harness.said('settings')).toEqual([]);
  harness.type('a cat');
  expect(harness.said('settings')).toHaveLength(1);
});
