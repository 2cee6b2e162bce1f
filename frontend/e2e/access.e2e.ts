import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Person } from './person';
import { inspect } from './view';
import { composed, KEPT, untilReady, Visit } from './visit';
import { untilSettled } from './watcher';

let visit: Visit;

beforeAll(async () => {
  visit = await Visit.begin();
});

afterAll(() => visit?.end());

/** What has the focus, through all shadow roots. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const label = element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
    const { outlineStyle } = getComputedStyle(element as Element);
    // The composer's whole slip of paper shows that it is written on.
    const slip = element?.closest('form');
    const framed = slip != null && getComputedStyle(slip).boxShadow.includes('0px 0px 0px 1px');
    return { label, visible: outlineStyle !== 'none' || framed };
  });

/** Presses Tab until something with this label has the focus. */
async function tabTo(page: Page, label: string): Promise<void> {
  for (let key = 0; key < 40; key++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.label !== label) continue;
    expect(now.visible, `focus on ${label} is visible`).toBe(true);
    return;
  }
  throw new Error(`${label}: not reached with Tab`);
}

it('does everything with the keyboard alone', async () => {
  const page = await visit.open();
  const person = new Person(page, 0.4);
  await person.type('a red boat');
  await untilSettled(page);
  await tabTo(page, 'Settings');
  await tabTo(page, 'What to paint');
  await person.press('Enter');
  await page.locator(KEPT).waitFor();
  expect(await page.locator('[aria-live]').textContent()).toBe('Picture 1 is finished: a red boat');
  await person.press('ArrowUp');
  expect(await composed(page)).toBe('a red boat');
  await person.press('Escape');
  await tabTo(page, 'Change “a red boat”');
  await tabTo(page, 'Paint variations');
  await person.press('Enter');
  await page.locator('.tile[data-phase="kept"]').first().waitFor();
  await tabTo(page, 'Choose variation 1');
  await person.press('Enter');
  await page.getByRole('treeitem').first().waitFor();
  await page.context().close();
});

it('does not announce previews to a screen reader', async () => {
  const page = await visit.open();
  await new Person(page, 0.4).type('a red boat');
  await untilSettled(page);
  expect(await page.locator('[aria-live]').textContent()).toBe('');
  await page.context().close();
});

it('speaks Indonesian to an Indonesian browser, and English when asked', async () => {
  const page = await visit.open({ locale: 'id-ID' });
  await page.getByText('Apa yang kamu lihat?').waitFor();
  expect(await page.getAttribute('html', 'lang')).toBe('id');
  await inspect(page, 'indonesian');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('What do you see?').waitFor();
  await page.reload();
  await page.getByText('What do you see?').waitFor();
  await page.context().close();
});

it('fits 320 pixels and right-to-left scripts', async () => {
  const page = await visit.open({ viewport: { width: 320, height: 640 }, hasTouch: true });
  const overflow = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  await inspect(page, 'narrow-empty');
  await page.getByRole('textbox').fill('a red boat on the sea');
  await untilSettled(page);
  await inspect(page, 'narrow');
  expect(await overflow(), 'pixels wider than the screen').toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Keep this picture' }).click();
  await page.locator(KEPT).waitFor();
  await inspect(page, 'narrow-kept');
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await inspect(page, 'right-to-left');
  expect(await overflow(), 'pixels wider than the screen').toBeLessThanOrEqual(0);
  await page.context().close();
});

it('does not move if reduced motion is preferred', async () => {
  const page = await visit.open({ reducedMotion: 'reduce' });
  await untilReady(page);
  const moving = await page.evaluate(() =>
    document.getAnimations().filter(({ effect }) => {
      const { duration, iterations } = effect?.getComputedTiming() ?? {};
      return iterations === Number.POSITIVE_INFINITY || Number(duration) > 10;
    }),
  );
  expect(moving).toEqual([]);
  await page.context().close();
});
