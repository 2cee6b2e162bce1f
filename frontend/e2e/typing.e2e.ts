import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Person } from './person';
import { inspect, keepScreenshot } from './view';
import { composed, KEPT, Visit } from './visit';
import { LIVE, type Sighting, sightings, untilPainted, untilSettled } from './watcher';

const PROMPT = 'a red balloon on the beach at night';
const THREE_WORDS = 'a red balloon';

let visit: Visit;
let page: Page;
let person: Person;
/** The finished picture of the prompt's first form. */
let red: Sighting | undefined;

beforeAll(async () => {
  visit = await Visit.begin();
  page = await visit.open();
  person = new Person(page);
});

afterAll(() => visit?.end());

it('paints while a person types', async () => {
  await inspect(page, 'empty');
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
  await inspect(page, 'finished');
});

it('never shows an older revision after a newer one', async () => {
  const revisions = (await sightings(page)).map(({ revision }) => revision);
  expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
});

it('paints again when a word is changed', async () => {
  await person.press('Home');
  await person.press('ArrowRight', 'a red'.length);
  await person.press('Backspace', 'red'.length);
  await person.type('blue');
  expect(await composed(page)).toBe(PROMPT.replace('red', 'blue'));
  await untilPainted(page, PROMPT.length + 'red'.length + 'blue'.length);
  await untilSettled(page);
  const blue = (await sightings(page)).at(-1);
  console.log(`red ${red?.content.slice(0, 12)}, blue ${blue?.content.slice(0, 12)}`);
  expect(blue?.content, 'the picture after red became blue').not.toBe(red?.content);
  expect(blue?.final, 'finished like the one it is compared with').toBe(red?.final);
});

it('keeps the finished picture in the conversation on Enter', async () => {
  await person.press('Enter');
  const kept = page.locator(KEPT);
  await kept.waitFor();
  expect((await kept.locator('.title').textContent())?.trim()).toBe(PROMPT.replace('red', 'blue'));
  expect(await composed(page)).toBe('');
  expect(await page.locator(LIVE).count()).toBe(0);
});
