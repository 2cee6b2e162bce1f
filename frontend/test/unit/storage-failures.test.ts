import { expect, it, vi } from 'vitest';
import { RECORD_VERSION } from '../../src/storage/conversation-record';
import { keep, prompts, StorageHarness } from '../fake/storage-harness';

const browser = StorageHarness.use();

it.each(['QuotaExceededError', 'DataCloneError'])(
  'stores fewer pictures, then only words, where there is no room for more: %s',
  async (name) => {
    const { harness, write } = browser.page();
    const full = new DOMException('no', name);
    const write0 = browser.database.write.bind(browser.database);
    vi.spyOn(browser.database, 'write').mockImplementation((tab, conversation, keys) =>
      conversation.pictures.size > 0 ? Promise.reject(full) : write0(tab, conversation, keys),
    );
    keep(harness, 'a boat');
    harness.paint(harness.type('a cat'));
    await write();
    const restored = await browser.reloaded();
    expect(restored?.state.text).toBe('a cat');
    expect(prompts(restored?.state)).toEqual([['a cat', false]]);
  },
);

it('stops where nothing can be stored, and lets the page go on', async () => {
  const { harness, storage, write } = browser.page();
  const spy = vi
    .spyOn(browser.database, 'write')
    .mockRejectedValue(new DOMException('no', 'UnknownError'));
  harness.type('a boat');
  await write();
  harness.type('a boat at sea');
  await write();
  expect(spy, 'with pictures, and without').toHaveBeenCalledTimes(2);
  expect(storage.isStoring).toBe(false);
  expect(harness.state.text).toBe('a boat at sea');
});

it.each([
  ['of another version', (record: object) => ({ ...record, version: RECORD_VERSION + 1 })],
  ['without entries', (record: object) => ({ ...record, entries: undefined })],
  ['with a damaged entry', (record: object) => ({ ...record, entries: [{ id: 'one' }] })],
  ['that is none', () => 'nonsense'],
])('ignores and removes a record %s', async (_what, damage) => {
  const { harness, write } = browser.page();
  keep(harness, 'a boat');
  await write();
  const record = (await browser.database.read('tab')) as object;
  await browser.database.write(
    'tab',
    { record: damage(record) as never, pictures: new Map() },
    new Set<string>(),
  );
  expect(await browser.reloaded()).toBeUndefined();
  expect(await browser.database.read('tab')).toBeUndefined();
});

it('shows the words of a picture whose bytes are gone', async () => {
  const { harness, write } = browser.page();
  keep(harness, 'a boat');
  await write();
  const spy = vi.spyOn(browser.database, 'readPictures').mockResolvedValue(new Map());
  expect(prompts((await browser.reloaded())?.state)).toEqual([['a boat', false]]);
  spy.mockRestore();
});
