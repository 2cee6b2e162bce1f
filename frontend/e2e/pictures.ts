import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { Person } from './person';
import { KEPT, Visit } from './visit';
import { LIVE, untilSettled } from './watcher';

/** The pictures of the README, as the running application at `LUKIS_URL` paints them. */
const FOLDER = new URL('../../docs/', import.meta.url);
const SCALE = 1.5;
const CALM_MS = 600;

let visit: Visit;

beforeAll(async () => {
  visit = await Visit.begin();
});

afterAll(() => visit?.end());

async function take(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(CALM_MS);
  const devtools = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const clip = { x: 0, y: 0, width, height, scale: SCALE };
  const how = { format: 'webp', quality: 88, clip } as const;
  const { data } = await devtools.send('Page.captureScreenshot', how);
  await writeFile(new URL(name, FOLDER), Buffer.from(data, 'base64'));
  await page.context().close();
}

async function keep(page: Page, person: Person, prompt: string): Promise<void> {
  await person.type(prompt);
  await person.press('Enter');
  await page.locator(KEPT).filter({ hasText: prompt }).waitFor();
}

it('takes a picture of the page in use', async () => {
  const page = await visit.open({ viewport: { width: 1080, height: 860 } });
  const person = new Person(page, 0.6);
  await keep(page, person, 'a small boat on the sea at night');
  await person.type('a red balloon on the beach at sunset');
  await untilSettled(page);
  await take(page, 'page.webp');
});

it('takes variations and the tree they make', async () => {
  const page = await visit.open({
    viewport: { width: 1080, height: 760 },
    colorScheme: 'dark',
  });
  const person = new Person(page, 0.6);
  await keep(page, person, 'a big tree in the meadow under a rainbow');
  const bubble = page.locator('lukis-entry').first();
  await bubble.getByRole('button', { name: 'Paint variations' }).click();
  await bubble.locator('.tile[data-phase="kept"] >> nth=3').waitFor();
  await page.mouse.move(1, 1);
  await take(page, 'variations.webp');
});

it('takes a booth with a picture to take home', async () => {
  const url = new URL('?booth', visit.target.url).href;
  const page = await visit.page({ viewport: { width: 1280, height: 760 } });
  await page.goto(url);
  await page.getByRole('textbox').waitFor();
  const person = new Person(page, 0.6);
  await person.type('a yellow car in the city in the rain');
  await page.locator(LIVE).waitFor();
  await untilSettled(page);
  await person.press('Enter');
  await page.getByRole('img', { name: /^QR code/u }).waitFor();
  await take(page, 'booth.webp');
});
