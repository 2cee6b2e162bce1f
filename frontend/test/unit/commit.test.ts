import { expect, it } from 'vitest';
import { ControllerHarness } from '../fake/controller-harness';

it('moves the picture into the conversation when its finished image arrives', () => {
  const harness = ControllerHarness.ready();
  const revision = harness.type('a boat');
  const draft = harness.paint(revision);
  harness.controller.commit();
  expect(harness.sent.at(-1)).toEqual({ type: 'commit', revision });
  expect(harness.state.text).toBe('');
  expect(harness.state.entries).toMatchObject([{ phase: 'finishing', picture: { image: draft } }]);
  const finished = harness.paint(revision, { final: true });
  expect(harness.state.entries).toMatchObject([
    { phase: 'kept', prompt: 'a boat', picture: { image: finished } },
  ]);
});

it('does not wait where the finished image is there already', () => {
  const harness = ControllerHarness.ready();
  harness.paint(harness.type('a boat'), { final: true });
  harness.controller.commit();
  expect(harness.state.entries).toMatchObject([{ phase: 'kept' }]);
});

it('takes the finished image of the same words from before a space was added', () => {
  const harness = ControllerHarness.ready();
  const revision = harness.type('a boat ');
  harness.controller.commit();
  harness.paint(revision - 1, { final: true });
  expect(harness.state.entries).toMatchObject([{ phase: 'kept' }]);
});

it('is not fooled by a finished image of other words', () => {
  const harness = ControllerHarness.ready();
  const revision = harness.type('a boat');
  harness.controller.commit();
  harness.paint(revision - 1, { final: true });
  expect(harness.state.entries).toMatchObject([{ phase: 'finishing' }]);
});

it('finishes the committed picture while the next one is typed', () => {
  const harness = ControllerHarness.ready();
  const first = harness.type('a boat');
  harness.paint(first);
  harness.controller.commit();
  const second = harness.type('a cat');
  harness.paint(second);
  harness.paint(first, { final: true });
  expect(harness.state.entries).toMatchObject([
    { phase: 'kept', picture: { revision: first, final: true } },
    { phase: 'typing', picture: { revision: second } },
  ]);
});

it('keeps what there is where the next picture is finished first', () => {
  const harness = ControllerHarness.ready();
  const first = harness.type('a boat');
  harness.paint(first);
  harness.controller.commit();
  harness.paint(harness.type('a cat'), { final: true });
  expect(harness.state.entries).toMatchObject([
    { phase: 'kept', picture: { revision: first, final: false } },
    { phase: 'typing' },
  ]);
});

it('keeps what there is where it cannot be finished', () => {
  const harness = ControllerHarness.ready();
  const revision = harness.type('a boat');
  harness.paint(revision);
  harness.controller.commit();
  harness.controller.messageArrived({
    type: 'error',
    code: 'generation-failed',
    message: 'm',
    revision,
  });
  expect(harness.state.entries).toMatchObject([{ phase: 'kept', picture: { final: false } }]);
});

it('does nothing without words', () => {
  const harness = ControllerHarness.ready();
  harness.controller.typed('  ', false);
  harness.controller.commit();
  expect(harness.state.entries).toEqual([]);
  expect(harness.said('commit')).toEqual([]);
});
