import { expect, it } from 'vitest';
import type { StorageLimits } from '../../src/storage/conversation-record';
import { DAY_MS, keep, prompts, StorageHarness } from '../fake/storage-harness';

const browser = StorageHarness.use();

it.each<[string, StorageLimits]>([
  ['pictures', { pictures: 2, bytes: 1_000 }],
  ['bytes', { pictures: 100, bytes: 2 }],
])('drops the oldest where there are too many %s', async (_what, limits) => {
  const { harness, write } = browser.page({ limits });
  for (const prompt of ['a boat', 'a cat', 'a tree']) keep(harness, prompt);
  await write();
  expect(prompts((await browser.reloaded())?.state)).toEqual([
    ['a cat', true],
    ['a tree', true],
  ]);
  expect((await browser.database.readPictures('tab')).size).toBe(2);
});

it('forgets other tabs after seven days, and the oldest of many', async () => {
  for (let tab = 0; tab < 15; tab++) {
    const { harness, write } = browser.page({ tab: `tab ${tab}` });
    keep(harness, 'a boat');
    await write();
    browser.clock += 1_000;
  }
  await browser.reloaded({ tab: 'new' });
  expect(await browser.database.read('tab 2')).toBeUndefined();
  expect(await browser.database.read('tab 3')).toBeDefined();
  expect((await browser.database.readPictures('tab 2')).size).toBe(0);
  browser.clock += 8 * DAY_MS;
  await browser.reloaded({ tab: 'tab 14' });
  expect(await browser.database.read('tab 13')).toBeUndefined();
  expect(await browser.database.read('tab 14'), 'its own is kept').toBeDefined();
});
