import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './browser';
import { Person } from './person';
import { keepScreenshot, openTarget, type Target } from './target';
import { LIVE, type Sighting, sightings, untilPainted, untilSettled, watchImages } from './watcher';

const PROMPT = 'a red balloon on the beach at night';
const THREE_WORDS = 'a red balloon';

let target: Target;
let browser: Browser;
let page: Page;
let person: Person;
/** The finished picture of the prompt's first form. */
let red: Sighting | undefined;

beforeAll(async () => {
  target = await openTarget();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
  page.setDefaultTimeout(20_000);
  person = new Person(page);
  await watchImages(page);
  await page.goto(target.url);
  await page.getByText('Ready', { exact: true }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await target?.stop();
});

it('paints while someone types', async () => {
  await keepScreenshot(page, 'empty');
  await page.getByRole('textbox').focus();
  let atThreeWords: Sighting[] = [];
  let beforeLastKey: Sighting[] = [];
  await person.type(PROMPT, async (typed) => {
    if (typed.length === THREE_WORDS.length - 1) atThreeWords = await sightings(page);
    if (typed.length === PROMPT.length - 1) beforeLastKey = await sightings(page);
    if (typed.endsWith('beach')) await keepScreenshot(page, 'typing');
  });
  await untilPainted(page, PROMPT.length);

  const different = new Set(beforeLastKey.map(({ content }) => content)).size;
  const latency = await page.locator('lukis-entry').getByText('from key to picture').textContent();
  console.log(
    `${atThreeWords.length} images before the third word was complete, ` +
      `${different} different ones before the last key; ${latency}`,
  );
  expect(atThreeWords.length, 'images before the third word is complete').toBeGreaterThan(0);
  expect(different, 'different images before the last key').toBeGreaterThanOrEqual(5);
  expect((await sightings(page)).at(-1)?.revision, 'revision of the last image').toBe(
    PROMPT.length,
  );
  await untilSettled(page);
  red = (await sightings(page)).at(-1);
  await keepScreenshot(page, 'finished');
});

it('never shows an older revision after a newer one', async () => {
  const revisions = (await sightings(page)).map(({ revision }) => revision);
  expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
});

it('paints again when someone goes back and changes a word', async () => {
  await person.press('Home');
  await person.press('ArrowRight', 'a red'.length);
  await person.press('Backspace', 'red'.length);
  await person.type('blue');
  expect(await page.getByRole('textbox').inputValue()).toBe(PROMPT.replace('red', 'blue'));
  await untilPainted(page, PROMPT.length + 'red'.length + 'blue'.length);
  await untilSettled(page);
  const blue = (await sightings(page)).at(-1);
  console.log(`red ${red?.content.slice(0, 12)}, blue ${blue?.content.slice(0, 12)}`);
  expect(blue?.content, 'the picture after red became blue').not.toBe(red?.content);
  expect(blue?.final, 'finished like the one it is compared with').toBe(red?.final);
  await keepScreenshot(page, 'blue');
});

it('keeps the finished picture in the conversation on Enter', async () => {
  await person.press('Enter');
  const kept = page.locator('lukis-entry[phase="kept"]');
  await kept.waitFor();
  expect((await kept.getByRole('button').textContent())?.trim()).toBe(
    PROMPT.replace('red', 'blue'),
  );
  expect(await page.getByRole('textbox').inputValue()).toBe('');
  expect(await page.locator(LIVE).count()).toBe(0);
});

it('brings a former prompt back with the arrow key', async () => {
  await person.press('ArrowUp');
  expect(await page.getByRole('textbox').inputValue()).toBe(PROMPT.replace('red', 'blue'));
  await person.type(' in the snow');
  await person.press('Enter');
  await page.locator('lukis-entry[phase="kept"]').nth(1).waitFor();
  await keepScreenshot(page, 'conversation');
});

it('has its lights turned down', async () => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await person.type('a white rocket in space');
  await untilSettled(page);
  await keepScreenshot(page, 'dark');
});

it('fits a narrow phone', async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  await keepScreenshot(page, 'narrow');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, 'pixels wider than the screen').toBeLessThanOrEqual(0);
});
