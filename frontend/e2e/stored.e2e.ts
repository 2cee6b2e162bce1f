import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Person } from './person';
import { inspect } from './view';
import { composed, KEPT, untilReady, Visit } from './visit';
import { untilSettled } from './watcher';

let visit: Visit;
let page: Page;

beforeAll(async () => {
  visit = await Visit.begin();
});

afterAll(() => visit?.end());

/** Everything that the browser has of this site. */
const traces = (page: Page) =>
  page.evaluate(async () => {
    const { databases } = indexedDB;
    const names = await databases.call(indexedDB);
    return { names, local: { ...localStorage }, session: { ...sessionStorage } };
  });

async function conversation(page: Page): Promise<void> {
  const person = new Person(page, 0.2);
  await person.type('a red boat');
  await person.press('Enter');
  await page.locator(KEPT).waitFor();
  await person.type('a white rocket');
  await untilSettled(page);
}

const sources = (page: Page) =>
  page
    .locator(KEPT)
    .locator('lukis-picture img')
    .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).src));

it('has words and pictures again after a reload', async () => {
  page = await visit.open({ viewport: { width: 390, height: 780 } });
  await conversation(page);
  const before = await sources(page);
  expect(before).toHaveLength(1);
  // A key that was pressed just before counts, too.
  await page.keyboard.type('!');
  await page.reload();
  await page.locator(KEPT).waitFor();
  expect(await composed(page)).toBe('a white rocket!');
  await expect.poll(() => sources(page)).toEqual(before);
  await untilReady(page);
  await untilSettled(page);
});

it('gives a duplicated tab a copy, and the two do not disturb each other', async () => {
  const opened = page.waitForEvent('popup');
  // As a duplicated tab: with a copy of the storage of this one.
  await page.evaluate(() => void window.open(location.href));
  const copy = await opened;
  await untilReady(copy);
  expect(await composed(copy)).toBe('a white rocket!');
  await copy.getByRole('textbox').fill('a green tree');
  await copy.reload();
  await page.reload();
  await untilReady(page);
  await untilReady(copy);
  expect([await composed(page), await composed(copy)]).toEqual(['a white rocket!', 'a green tree']);
  await copy.close();
});

it('says what is stored, and deletes it when asked twice', async () => {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
  await press('Pengaturan');
  await page.getByRole('button', { name: 'Hapus percakapan' }).scrollIntoViewIfNeeded();
  await inspect(page, 'stored-indonesian');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'English' }).click();
  await press('Settings');
  await press('Delete conversation');
  await page.getByText('Delete all pictures and words').waitFor();
  await inspect(page, 'stored-delete');
  await press('Keep');
  expect(await page.locator(KEPT).count()).toBe(1);
  await press('Delete conversation');
  await press('Delete');
  await page.locator(KEPT).waitFor({ state: 'detached' });
  await page.reload();
  await untilReady(page);
  expect(await page.locator('lukis-entry').count()).toBe(0);
  expect(await composed(page)).toBe('');
  await page.context().close();
});

it('leaves nothing in the booth, and shows nothing there of what the tab has stored', async () => {
  const booth = new URL('?booth', visit.target.url).href;
  const page = await visit.page();
  await page.goto(booth);
  await page.getByRole('textbox').waitFor();
  const person = new Person(page, 0.2);
  await person.type('a red boat');
  await untilSettled(page);
  await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
  // Longer than a conversation waits until it is stored.
  await page.waitForTimeout(400);
  expect(await traces(page)).toEqual({ names: [], local: {}, session: {} });

  await page.goto(visit.target.url);
  await untilReady(page);
  await page.getByRole('textbox').fill('a secret rocket');
  await page.goto(booth);
  await page.getByRole('textbox').waitFor();
  expect(await composed(page)).not.toContain('secret');
  await person.type('a cat');
  expect(await page.locator('lukis-booth').textContent()).not.toContain('secret');
  await page.waitForTimeout(400);
  await page.goto(visit.target.url);
  await untilReady(page);
  expect(await composed(page), 'the booth overwrote nothing').toBe('a secret rocket');
  await page.context().close();
});

it('works where the browser stores nothing', async () => {
  const page = await visit.page({}, async (each) => {
    await each.addInitScript(() => {
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
      }
    });
  });
  await page.goto(visit.target.url);
  await untilReady(page);
  await page.getByRole('textbox').fill('a red boat');
  await untilSettled(page);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByText('does not allow storage').waitFor();
  await page.context().close();
});
