import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Person } from './person';
import { inspect } from './view';
import { BUBBLE, composed, KEPT, Visit } from './visit';
import { LIVE, sightings, untilSettled } from './watcher';

const SWIFT = 0.4;

let visit: Visit;
let page: Page;
let person: Person;

beforeAll(async () => {
  visit = await Visit.begin();
  page = await visit.open();
  person = new Person(page, SWIFT);
  for (const prompt of ['a red boat on the sea', 'a white rocket in space']) {
    await person.type(prompt);
    await person.press('Enter');
    await page.locator(KEPT).filter({ hasText: prompt }).waitFor();
  }
});

afterAll(() => visit?.end());

const bubble = (at: number) => page.locator(BUBBLE).nth(at);
const versions = (at: number) => bubble(at).getByRole('treeitem');

it('repaints an earlier picture in its place while its words are changed', async () => {
  const before = (await sightings(page)).length;
  await bubble(0).locator('.title').click();
  expect(await composed(page)).toBe('a red boat on the sea');
  expect(await bubble(0).getAttribute('phase')).toBe('typing');
  await person.type(' at night');
  await untilSettled(page);
  expect((await sightings(page)).length, 'images while it was changed').toBeGreaterThan(before + 1);
  await inspect(page, 'editing');
  await person.press('Enter');
  await page.locator(KEPT).filter({ hasText: 'at night' }).waitFor();
  expect(await page.locator(BUBBLE).count(), 'bubbles').toBe(2);
  expect(await bubble(1).locator('.title').textContent()).toContain('rocket');
  expect(await versions(0).count(), 'versions').toBe(2);
});

it('leaves an earlier picture as it was on Escape', async () => {
  await bubble(1).locator('.title').click();
  await person.type(' at sunset');
  await page.locator(LIVE).waitFor();
  await person.press('Escape');
  expect((await bubble(1).locator('.title').textContent())?.trim()).toBe('a white rocket in space');
  expect(await bubble(1).getAttribute('phase')).toBe('kept');
});

it('goes back along the strip and branches from there', async () => {
  await person.type('a yellow tree in the snow');
  await untilSettled(page);
  const strip = page.getByRole('slider', { name: 'History of this picture' });
  await strip.focus();
  await person.press('Home');
  const then = await strip.getAttribute('aria-valuetext');
  expect(then).toMatch(/^1 of \d+: a/u);
  await inspect(page, 'timeline');
  await person.press('Enter');
  expect(await composed(page)).toBe(then?.replace(/^1 of \d+: /u, ''));
  await person.press('Home');
  await page.keyboard.press('Control+A');
  await person.type('a green tree');
  await untilSettled(page);
  await person.press('Enter');
  await page.locator(KEPT).filter({ hasText: 'a green tree' }).waitFor();
  expect(await versions(2).count(), 'the fork and its two branches').toBe(3);
});

it('paints variations side by side, of which one can be taken', async () => {
  await bubble(2).getByRole('button', { name: 'Paint variations' }).click();
  const tiles = bubble(2).locator('lukis-variations .tile');
  await bubble(2).locator('.tile[data-phase="kept"] >> nth=3').waitFor();
  const seeds = await tiles.evaluateAll((all) => all.map((tile) => tile.dataset.seed));
  expect(new Set(seeds).size, 'seeds').toBe(4);
  const finals = await bubble(2)
    .locator('lukis-variations lukis-picture[data-final="true"]')
    .count();
  expect(finals, 'finished variations').toBe(4);
  await inspect(page, 'variations');

  const third = await tiles.nth(2).locator('lukis-picture').getAttribute('data-image');
  await tiles.nth(2).click();
  await bubble(2).locator(`.frame lukis-picture[data-image="${third}"]`).waitFor();
  expect(await tiles.count(), 'variations after one was taken').toBe(0);
  expect(await versions(2).count()).toBe(7);
});

it('walks the tree with the arrow keys', async () => {
  const shown = bubble(2).locator('[role="treeitem"][aria-selected="true"]');
  await shown.focus();
  const variation = await shown.getAttribute('aria-label');
  await person.press('ArrowLeft');
  expect(await shown.getAttribute('aria-label')).not.toBe(variation);
  expect(await shown.evaluate((item) => item.matches(':focus'))).toBe(true);
  await person.press('ArrowLeft');
  await person.press('ArrowRight');
  expect(await bubble(2).locator('.title').textContent()).toContain('tree');
  await inspect(page, 'conversation');
});

it('hands the picture out as a file', async () => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    bubble(1).getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^a-white-rocket-in-space\.(png|jpg|webp)$/u);
  expect((await readFile(await download.path())).length).toBeGreaterThan(500);
});

it('remembers what was set', async () => {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'WebP' }).check();
  await page.getByRole('checkbox').uncheck();
  await inspect(page, 'settings');
  await page.reload();
  await page.getByRole('button', { name: 'Settings' }).click();
  expect(await page.getByRole('radio', { name: 'WebP' }).isChecked()).toBe(true);
  expect(await page.getByRole('checkbox').isChecked()).toBe(false);
});
