import { describe, expect, it } from 'vitest';
import { shownRevision } from '../../src/state/selectors';
import { ControllerHarness } from '../fake/controller-harness';
import { READY } from '../fake/fake-server';

describe('stale images', () => {
  it('drops an image older than the one shown', () => {
    const harness = ControllerHarness.ready();
    const revision = harness.type('a red boat');
    const newer = harness.paint(revision);
    harness.paint(revision - 1);
    expect(harness.live?.picture?.image).toBe(newer);
  });

  it('shows an image older than the words, as long as none newer is there', () => {
    const harness = ControllerHarness.ready();
    const revision = harness.type('a red boat');
    harness.paint(revision - 4);
    expect(harness.live && shownRevision(harness.live)).toBe(revision - 4);
  });

  it('never takes a finished image back for a preview of the same revision', () => {
    const harness = ControllerHarness.ready();
    const revision = harness.type('a boat');
    const finished = harness.paint(revision, { final: true });
    harness.paint(revision, { type: 'preview' });
    expect(harness.live?.picture?.image).toBe(finished);
  });

  it('shows a draft from another seed in place of a finished image', () => {
    const harness = ControllerHarness.ready();
    const revision = harness.type('a boat');
    harness.paint(revision, { final: true });
    harness.controller.shuffle();
    const reshuffled = harness.paint(revision, { seed: harness.state.seed ?? 0 });
    expect(harness.live?.picture?.image).toBe(reshuffled);
  });

  it('drops an image from another seed for what is committed', () => {
    const harness = ControllerHarness.ready();
    const revision = harness.type('a boat');
    const draft = harness.paint(revision);
    harness.controller.commit();
    harness.paint(revision, { seed: 1234 });
    expect(harness.state.entries[0]?.picture?.image).toBe(draft);
  });

  it('drops images of the picture before', () => {
    const harness = ControllerHarness.ready();
    const first = harness.type('a boat');
    harness.paint(first, { final: true });
    harness.controller.commit();
    harness.type('a cat');
    harness.paint(first);
    expect(harness.live?.picture).toBeUndefined();
  });
});

describe('acknowledgement', () => {
  it('comes once the image is on screen, and once', () => {
    const harness = ControllerHarness.ready();
    const revision = harness.type('a boat');
    const image = harness.paint(revision);
    expect(harness.said('ack')).toEqual([]);
    harness.controller.shown(image, revision);
    harness.controller.shown(image, revision);
    expect(harness.said('ack')).toEqual([{ type: 'ack', image }]);
  });

  it('never acknowledges an image older than the last one acknowledged', () => {
    const harness = ControllerHarness.ready();
    const revision = harness.type('a boat');
    const [slow, fast] = [harness.paint(revision), harness.paint(revision)];
    harness.controller.shown(fast, revision);
    harness.controller.skipped(slow);
    expect(harness.said('ack')).toEqual([{ type: 'ack', image: fast }]);
  });

  it('comes for an image that cannot be decoded, which is told', () => {
    const harness = ControllerHarness.ready();
    const image = harness.paint(harness.type('a boat'));
    harness.controller.skipped(image, true);
    expect(harness.said('ack')).toEqual([{ type: 'ack', image }]);
    expect(harness.state.feedback).toMatchObject({ kind: 'error', code: 'image-broken' });
  });

  it('comes at once for an image that is dropped, so that the next is sent', () => {
    const harness = ControllerHarness.ready();
    const revision = harness.type('a boat');
    harness.controller.shown(harness.paint(revision), revision);
    const stale = harness.paint(revision - 1);
    expect(harness.said('ack').at(-1)).toEqual({ type: 'ack', image: stale });
  });
});

it('counts white space as shown', () => {
  const harness = ControllerHarness.ready();
  harness.paint(harness.type('a boat'));
  const revision = harness.type('a boat  ');
  harness.paint(revision - 2);
  expect(harness.live && shownRevision(harness.live)).toBe(revision);
});

it('measures from the key to the first image of its revision', () => {
  const harness = ControllerHarness.ready();
  const revision = harness.type('a boat');
  harness.timer.advance(120);
  harness.controller.shown(harness.paint(revision), revision);
  harness.timer.advance(900);
  harness.controller.shown(harness.paint(revision, { final: true }), revision);
  expect(harness.live?.latencyMs).toBe(120);
});

describe('a hidden page', () => {
  it('acknowledges what no frame shows, and does not measure it', () => {
    const harness = ControllerHarness.ready();
    const revision = harness.type('a boat');
    const image = harness.paint(revision);
    harness.controller.shown(image, revision, false);
    expect(harness.said('ack')).toEqual([{ type: 'ack', image }]);
    expect(harness.live?.latencyMs).toBeUndefined();
  });

  it('measures nothing that began before it was hidden', () => {
    const harness = ControllerHarness.ready();
    const revision = harness.type('a boat');
    harness.controller.visibilityChanged();
    harness.timer.advance(18_622);
    harness.controller.visibilityChanged();
    harness.controller.shown(harness.paint(revision), revision);
    expect(harness.live?.latencyMs).toBeUndefined();
  });
});

it('measures from keys only, not from a new connection', () => {
  const harness = ControllerHarness.ready();
  const revision = harness.type('a boat');
  harness.controller.shown(harness.paint(revision), revision);
  harness.controller.messageArrived(READY);
  harness.timer.advance(900);
  harness.controller.shown(harness.paint(revision, { final: true }), revision);
  expect(harness.live?.latencyMs).toBe(0);
});

it('keeps an address only for what can still be shown', () => {
  const harness = ControllerHarness.ready();
  for (let picture = 0; picture < 3; picture++) {
    for (let image = 0; image < 700; image++) harness.paint(harness.type('a boat'));
    harness.paint(harness.state.revision, { final: true });
    harness.controller.commit();
  }
  expect(harness.state.entries).toHaveLength(3);
  expect(harness.urls.alive.size).toBe(3);
});

it('acknowledges what was taken down before it was on screen', () => {
  const harness = ControllerHarness.ready();
  const revision = harness.type('a boat');
  harness.paint(revision);
  const last = harness.paint(revision);
  harness.controller.clear();
  expect(harness.said('ack').at(-1)).toEqual({ type: 'ack', image: last });
});
