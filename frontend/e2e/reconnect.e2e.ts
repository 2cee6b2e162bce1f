import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BreakableLink } from './breakable-link';
import { Person } from './person';
import { inspect } from './view';
import { composed, KEPT, untilReady, Visit } from './visit';
import { LIVE, sightings, untilSettled } from './watcher';

let visit: Visit;
let link: BreakableLink;
let page: Page;
let person: Person;

beforeAll(async () => {
  visit = await Visit.begin();
  link = await BreakableLink.to(visit.target.url);
  page = await visit.open({}, link.url);
  person = new Person(page, 0.5);
});

afterAll(async () => {
  await visit?.end();
  await link?.cut();
});

it('keeps the conversation and says so while the server is away', async () => {
  await person.type('a red boat');
  await person.press('Enter');
  await page.locator(KEPT).waitFor();
  await person.type('a blue boat ');
  await page.locator(LIVE).waitFor();
  await link.cut();
  await person.type('on the sea');
  await page.getByText('Your words are kept. They are painted').waitFor();
  await inspect(page, 'reconnecting');
  expect(await page.locator('lukis-entry').count(), 'bubbles').toBe(2);
});

it('paints what was typed meanwhile as soon as the server is back', async () => {
  const before = (await sightings(page)).length;
  await link.mend();
  await page
    .getByRole('button', { name: 'Try again' })
    .click({ timeout: 3_000 })
    .catch(() => {});
  await untilReady(page);
  await page.getByRole('textbox').focus();
  await person.type(' at sunset');
  await untilSettled(page);
  expect((await sightings(page)).length).toBeGreaterThan(before);
  expect(await composed(page)).toBe('a blue boat on the sea at sunset');
  await person.press('Enter');
  await page.locator(KEPT).filter({ hasText: 'at sunset' }).waitFor();
  expect(await page.locator(KEPT).count()).toBe(2);
});
