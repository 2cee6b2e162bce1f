import jsQR from 'jsqr';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BreakableLink } from './breakable-link';
import { Person } from './person';
import { inspect, keepScreenshot } from './view';
import { composed, Visit } from './visit';
import { LIVE, sightings, untilSettled } from './watcher';

const TIMES = { attractAfterMs: 1_500, wipeAfterMs: 30_000 };

let visit: Visit;
let link: BreakableLink;
let page: Page;
let person: Person;
let sharing: boolean;

beforeAll(async () => {
  visit = await Visit.begin();
  link = await BreakableLink.to(visit.target.url);
  page = await visit.page({}, impatient);
  person = new Person(page, 0.5);
  await page.goto(new URL('?booth', link.url).href);
  const answer = await page.request.get(new URL('page.json', visit.target.url).href);
  sharing = answer.ok() && (await answer.json().catch(() => ({}))).sharing === true;
});

afterAll(async () => {
  await visit?.end();
  await link?.cut();
});

/** The operator's settings, but with less patience than a booth has. */
async function impatient(booth: Page): Promise<void> {
  await booth.route('**/page.json', async (route) => {
    const answer = await route.fetch();
    const json = await answer.json().catch(() => ({}));
    await route.fulfill({ json: { ...json, booth: { ...json.booth, ...TIMES } } });
  });
}

const composer = () => page.getByRole('textbox');

it('types by itself until it is touched', async () => {
  await page.getByText('It is your turn').waitFor();
  await expect.poll(() => composed(page), { timeout: 10_000 }).toMatch(/^\w+ \w+ \w/u);
  await page.locator(LIVE).waitFor();
  await expect.poll(async () => (await sightings(page)).length).toBeGreaterThan(1);
  await inspect(page, 'booth-attract');
  await person.press('a');
  expect(await composed(page), 'the first key of a visitor counts').toBe('a');
  await page.getByRole('img', { name: 'Painting: a', exact: true }).waitFor();
});

it('adds a word that is touched', async () => {
  const words = page.getByRole('button', { name: /^Add “/u });
  if ((await words.count()) === 0) return;
  const word = (await words.first().textContent())?.trim() ?? '';
  await words.first().click();
  expect(await composed(page)).toBe(`a ${word} `);
  await composer().fill('a');
});

it('paints what a visitor types', async () => {
  await person.type(' white rocket in space');
  await untilSettled(page);
  await keepScreenshot(page, 'booth-typing');
});

it('prevents visitors from leaving', async () => {
  const prevented = await page.evaluate(() =>
    ['contextmenu', 'dragover', 'drop'].map(
      (type) => !document.body.dispatchEvent(new Event(type, { cancelable: true, bubbles: true })),
    ),
  );
  expect(prevented).toEqual([true, true, true]);
  await page.evaluate(() => {
    const back = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.back();
    return back;
  });
  expect(await composed(page)).toBe('a white rocket in space');
  expect(
    await page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))),
  ).toBe(true);
});

it('shares the finished picture by a QR code', async ({ skip }) => {
  await composer().focus();
  await person.press('Enter');
  await page.locator('lukis-booth-canvas lukis-picture[data-final="true"]').waitFor();
  if (!sharing) skip();
  const code = page.getByRole('img', { name: /^QR code/u });
  await code.waitFor();
  await expect
    .poll(() => code.evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBeGreaterThan(0);
  await inspect(page, 'booth-kept');
  const { data, width, height } = PNG.sync.read(await code.screenshot());
  const url = jsQR(new Uint8ClampedArray(data), width, height)?.data;
  expect(url).toMatch(/\/i\//u);
  const fetched = await page.request.get(onThisMachine(url ?? ''));
  expect(fetched.status()).toBe(200);
  expect(fetched.headers()['content-type']).toMatch(/^image\//u);
  const shown = (await sightings(page)).at(-1)?.content;
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(await fetched.body()));
  expect(Buffer.from(digest).toString('hex'), 'the picture that was shown').toBe(shown);
});

/** The code names the host as phones see it. */
function onThisMachine(url: string): string {
  return new URL(new URL(url).pathname, visit.target.url).href;
}

it('warns before it deletes everything, and leaves no trace', async () => {
  await page.getByText('Are you still there?').waitFor({ timeout: TIMES.wipeAfterMs });
  await keepScreenshot(page, 'booth-leaving');
  await page.getByText('Are you still there?').waitFor({ state: 'detached', timeout: 12_000 });
  await page.getByText('It is your turn').waitFor();
  expect(await composed(page)).not.toContain('a white rocket in space');
  expect(await page.getByRole('img', { name: /^QR code/u }).count()).toBe(0);
  const left = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(left).toBe('{}');
});

it('says what to do where the server is away, and comes back by itself', async () => {
  await link.cut();
  await page.getByText('We will be right back').waitFor();
  await inspect(page, 'booth-failure');
  await link.mend();
  await page.getByText('We will be right back').waitFor({ state: 'detached' });
});
