import { expect, it } from 'vitest';
import { en } from '../../src/i18n/en';
import { feedbackText } from '../../src/state/feedback-text';
import { ControllerHarness } from '../fake/controller-harness';

const words = (harness: ControllerHarness) =>
  harness.state.feedback && feedbackText(harness.state.feedback, en);

it('says the place in the queue until an image comes', () => {
  const harness = ControllerHarness.ready();
  const revision = harness.type('a boat');
  harness.controller.messageArrived({ type: 'queued', revision, position: 3 });
  expect(words(harness)).toBe('The brush is busy: you are number 3 in line.');
  harness.paint(revision);
  expect(words(harness)).toBeUndefined();
});

it('names words the model does not know as long as they are there', () => {
  const harness = ControllerHarness.ready();
  const revision = harness.type('a zorp');
  const notice = { code: 'unknown-words', message: 'm', revision, words: ['zorp'] };
  harness.controller.messageArrived({ type: 'notice', ...notice });
  harness.paint(revision);
  harness.controller.typed('a zorp at', false);
  expect(words(harness)).toContain('“zorp” is new');
  harness.controller.typed('a zorpling at', false);
  expect(words(harness)).toBeUndefined();
});

it('shows the server’s own sentence for a code it does not know', () => {
  const harness = ControllerHarness.ready();
  harness.type('a boat');
  harness.controller.messageArrived({
    type: 'error',
    code: 'new-code',
    message: 'The lamp is out.',
  });
  expect(words(harness)).toBe('The lamp is out.');
});

it('says that nothing changed, though not at the end of a word, until the next key', () => {
  const harness = ControllerHarness.ready();
  harness.paint(harness.type('a boat'));
  harness.controller.typed('a boat ', false);
  harness.controller.messageArrived({ type: 'satisfied', revision: harness.state.revision });
  expect(words(harness)).toBeUndefined();
  harness.controller.typed('a boat', false);
  harness.controller.messageArrived({ type: 'satisfied', revision: harness.state.revision });
  expect(words(harness)).toBe('The picture already shows this.');
  harness.controller.typed('a boat o', false);
  expect(words(harness)).toBeUndefined();
});
