import { expect, it, vi } from 'vitest';
import { ControllerHarness } from '../fake/controller-harness';
import { READY } from '../fake/fake-server';
import { keep, prompts, StorageHarness } from '../fake/storage-harness';

const browser = StorageHarness.use();

it('brings words, pictures, tree, timeline and settings back', async () => {
  const { harness, write } = browser.page();
  keep(harness, 'a boat');
  harness.controller.edit(1);
  harness.paint(harness.type('a red boat'), { final: true });
  harness.controller.commit();
  harness.controller.control({ format: 'png' });
  harness.paint(harness.type('a cat'));
  await write();
  const restored = await browser.reloaded();
  const { text, controls, revision, chosen } = harness.state;
  expect(restored?.state).toMatchObject({ text, controls, revision, chosen });
  expect(prompts(restored?.state)).toEqual([
    ['a boat', true],
    ['a red boat', true],
    ['a cat', true],
  ]);
  expect(restored?.state.timeline?.map(({ prompt }) => prompt)).toEqual(['a cat']);
  expect(restored?.state.entries?.[1]).toMatchObject({ bubble: 1, parent: 1 });
  expect(restored?.state.entries?.[0]?.picture?.bytes).toEqual(new Uint8Array(1));
});

it('resumes the session, and goes on above the revision of the server', async () => {
  const { harness, write } = browser.page();
  harness.controller.messageArrived({ ...READY, resume: 'token' });
  harness.type('a boat');
  await write();
  const restored = await browser.reloaded();
  expect(restored?.resumeToken).toBe('token');
  const next = new ControllerHarness(restored?.state);
  next.controller.stateChanged({ kind: 'ready' });
  next.controller.messageArrived({ ...READY, resumed: 40 });
  expect(next.said('prompt')).toEqual([
    { type: 'prompt', revision: 41, text: 'a boat', composing: false },
  ]);
});

it('asks again for a picture that was not finished', async () => {
  const { harness, write } = browser.page();
  harness.type('a boat');
  harness.controller.commit();
  await write();
  const next = new ControllerHarness((await browser.reloaded())?.state);
  next.controller.stateChanged({ kind: 'ready' });
  next.controller.messageArrived(READY);
  const [commit] = next.said('commit');
  expect(next.said('prompt')).toMatchObject([{ text: 'a boat', revision: commit?.revision }]);
});

it('writes pending changes when the page is left', async () => {
  const { harness, storage } = browser.page();
  harness.type('a boat');
  storage.flush();
  await storage.settled();
  expect((await browser.reloaded())?.state.text).toBe('a boat');
});

it('has the last change before a reload, even if the database was not written any more', async () => {
  const { harness, storage, write } = browser.page();
  keep(harness, 'a boat');
  await write();
  vi.spyOn(browser.database, 'write').mockImplementation(() => new Promise(() => {}));
  browser.clock += 1;
  harness.type('a cat');
  storage.leave();
  expect((await browser.reloaded())?.state).toMatchObject({ text: 'a cat' });
  expect(browser.memoryOf('tab').getItem('lukis.unsaved'), 'it is used once').toBeNull();
});

it('prefers what was written later, after it was left and came back', async () => {
  const { harness, storage, write } = browser.page();
  harness.type('a cat');
  storage.leave();
  await storage.settled();
  browser.clock += 1_000;
  harness.type('a cat on a boat');
  await write();
  expect((await browser.reloaded())?.state.text).toBe('a cat on a boat');
});

it('paints a kept picture again whose bytes were not written any more', async () => {
  const { harness, storage } = browser.page();
  vi.spyOn(browser.database, 'write').mockImplementation(() => new Promise(() => {}));
  keep(harness, 'a boat');
  storage.leave();
  const next = new ControllerHarness((await browser.reloaded())?.state);
  next.controller.stateChanged({ kind: 'ready' });
  next.controller.messageArrived(READY);
  expect(next.said('commit')).toHaveLength(1);
  expect(next.said('prompt').at(-1)?.text).toBe('a boat');
});

it('stores nothing of a visit without a word, nor of a deleted conversation', async () => {
  const { harness, storage, write } = browser.page();
  harness.controller.messageArrived(READY);
  await write();
  expect(await browser.database.read('tab')).toBeUndefined();
  keep(harness, 'a boat');
  await write();
  harness.controller.wipe();
  await storage.remove();
  harness.controller.messageArrived(READY);
  await write();
  expect(await browser.database.read('tab')).toBeUndefined();
  expect((await browser.database.readPictures('tab')).size).toBe(0);
});

it('keeps tabs apart, and gives a duplicated one a copy without the token', async () => {
  const first = browser.page();
  first.harness.controller.messageArrived({ ...READY, resume: 'token' });
  keep(first.harness, 'a boat');
  await first.write();
  const copy = await browser.reloaded({ tab: 'other', copyOf: 'tab' });
  expect(prompts(copy?.state)).toEqual([['a boat', true]]);
  expect(copy?.resumeToken).toBeUndefined();
  const second = browser.page({ tab: 'other' });
  keep(second.harness, 'a cat');
  await second.write();
  expect(prompts((await browser.reloaded())?.state)).toEqual([['a boat', true]]);
});
