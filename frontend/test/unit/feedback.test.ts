import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en';
import { id } from '../../src/i18n/id';
import { feedbackText } from '../../src/state/feedback-text';
import { currentFeedback } from '../../src/state/reduce-feedback';
import { ControllerHarness } from '../fake/controller-harness';
import { READY } from '../fake/fake-server';

const sentences = (harness: ControllerHarness) =>
  currentFeedback(harness.state).map((each) => feedbackText(each, en));
const words = (harness: ControllerHarness) => sentences(harness)[0];

it('says the place in the queue until an image comes', () => {
  const harness = ControllerHarness.ready();
  const revision = harness.type('a boat');
  harness.controller.messageArrived({ type: 'queued', revision, position: 3 });
  expect(words(harness)).toBe('The server is busy. You are number 3 in line.');
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
  expect(words(harness)).toContain('does not know “zorp”');
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

describe('notices', () => {
  const notice = (code: string, words: readonly string[] = [], message = 'm') =>
    ({ type: 'notice', code, message, words, revision: 1 }) as const;

  it('are all shown, beside whatever else there is to say', () => {
    const harness = ControllerHarness.ready();
    harness.type('a (zorp:1.3) in the fog');
    harness.controller.messageArrived(notice('unknown-words', ['zorp']));
    harness.controller.messageArrived(notice('syntax-removed', ['(zorp:1.3)']));
    harness.controller.messageArrived(notice('prompt-cut'));
    harness.controller.messageArrived(notice('new-code', [], 'The lamp is dim.'));
    harness.controller.messageArrived({ type: 'error', code: 'too-fast', message: 'm' });
    expect(sentences(harness)).toEqual([
      'You are faster than the server. One moment…',
      'The model does not know “zorp”. Try a place, a colour or a thing.',
      '“(zorp:1.3)” is prompt syntax. It was left out.',
      'The text is longer than the model can read. Its end is not painted.',
      'The lamp is dim.',
    ]);
  });

  it('of one kind become one, and name only words that are still there', () => {
    const harness = ControllerHarness.ready();
    harness.type('a zorp and a blarg');
    harness.controller.messageArrived(notice('unknown-words', ['zorp']));
    harness.controller.messageArrived(notice('unknown-words', ['blarg']));
    expect(words(harness)).toContain('“zorp” and “blarg”');
    harness.controller.typed('a cat and a blarg', false);
    expect(sentences(harness)).toEqual([
      'The model does not know “blarg”. Try a place, a colour or a thing.',
    ]);
  });

  it('know a word in full width, or with a character that is not seen', () => {
    const harness = ControllerHarness.ready();
    harness.controller.typed('a ｚｏ\u200bｒｐ', false);
    harness.controller.messageArrived(notice('unknown-words', ['zorp']));
    expect(sentences(harness)).toHaveLength(1);
  });

  it('about the length go when the text becomes shorter', () => {
    const harness = ControllerHarness.ready();
    harness.type('a long text');
    harness.controller.messageArrived(notice('prompt-cut'));
    harness.controller.typed('a long text!', false);
    expect(sentences(harness)).toHaveLength(1);
    harness.controller.typed('a long', false);
    expect(sentences(harness)).toEqual([]);
  });

  it('outlive images and a lost connection, because the server sends them once', () => {
    const harness = ControllerHarness.ready();
    const revision = harness.type('a zorp');
    harness.controller.messageArrived(notice('unknown-words', ['zorp']));
    harness.paint(revision);
    harness.controller.stateChanged({ kind: 'connecting' });
    harness.controller.stateChanged({ kind: 'ready' });
    expect(sentences(harness)).toHaveLength(1);
  });
});

describe('a text that is too long', () => {
  const LONG = `${'x'.repeat(239)}🎈${'y'.repeat(460)}`;

  it('stays as it is, is painted up to the limit, and the page says so', () => {
    const harness = ControllerHarness.ready();
    harness.controller.typed(LONG, false);
    expect(harness.state.text).toBe(LONG);
    expect(harness.said('prompt').at(-1)?.text, 'no half of a character').toBe('x'.repeat(239));
    expect(sentences(harness)).toEqual([
      'Only the first 239 characters are painted. 462 characters are too many.',
    ]);
  });

  it('counts as painted when its start is', () => {
    const harness = ControllerHarness.ready();
    harness.controller.typed(LONG, false);
    harness.paint(harness.state.revision, { final: true });
    harness.controller.commit();
    expect(harness.state.entries).toMatchObject([{ phase: 'kept', prompt: LONG }]);
  });

  it('in the settings is cut, too, so that the other settings are taken', () => {
    const harness = ControllerHarness.ready();
    const { limits } = READY;
    harness.controller.messageArrived({ ...READY, limits: { ...limits, maxGuidanceScale: 30 } });
    harness.type('a boat');
    harness.controller.control({ negativePrompt: 'z'.repeat(300) });
    expect(harness.said('settings').at(-1)?.negativePrompt).toBe('z'.repeat(240));
  });
});

it.each(['invalid-json', 'revision-not-rising', 'unknown-image'])(
  'says a mistake between page and server in plain words: %s',
  (code) => {
    const harness = ControllerHarness.ready();
    harness.controller.messageArrived({
      type: 'error',
      code,
      message: 'revision: 3 (expected: > 5)',
    });
    expect(words(harness)).toContain(`misunderstood each other (${code})`);
  },
);

it('shows that a held prompt was refused, and waits no longer', () => {
  const harness = ControllerHarness.ready();
  const revision = harness.type('a boat');
  harness.controller.messageArrived({
    type: 'error',
    code: 'prompt-too-long',
    message: 'm',
    revision,
  });
  harness.timer.advance(10_000);
  expect(sentences(harness)).toEqual(['This text is too long to be painted.']);
});

it('knows the same codes in every language', () => {
  expect(Object.keys(id.feedback.codes)).toEqual(Object.keys(en.feedback.codes));
});
