import { afterAll, beforeAll, expect, it } from 'vitest';
import { Person } from './person';
import { RefusingProxy } from './refusing-proxy';
import { composed, KEPT, untilReady, Visit } from './visit';

/** A name in a local network: unlike localhost, no secure context. */
const HOST = 'studio.lan';

let visit: Visit;
let proxy: RefusingProxy;

beforeAll(async () => {
  visit = await Visit.begin([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`]);
  proxy = await RefusingProxy.before(visit.target.url);
});

afterAll(async () => {
  await visit?.end();
  await proxy?.close();
});

it('copies words, names a download after them, and offers no button that cannot work', async () => {
  const page = await visit.open({}, `http://${HOST}:${proxy.port}/`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  const person = new Person(page, 0.2);
  await person.type('a red boat');
  await person.press('Enter');
  await page.locator(KEPT).waitFor();
  expect(await page.getByRole('button', { name: 'Copy the picture' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Share' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Copy the words' }).click();
  await page.getByText('The words are copied').waitFor();
  await page.getByRole('textbox').focus();
  await page.keyboard.press('Control+V');
  expect(await composed(page)).toBe('a red boat');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toMatch(/^a-red-boat\.(jpg|png|webp)$/u);
  await page.context().close();
});

it('keeps duplicated tabs apart without locks', async () => {
  const page = await visit.open({}, `http://${HOST}:${proxy.port}/`);
  expect(await page.evaluate(() => navigator.locks)).toBeUndefined();
  await page.getByRole('textbox').fill('a red boat');
  await page.reload();
  await untilReady(page);
  const opened = page.waitForEvent('popup');
  await page.evaluate(() => void window.open(location.href));
  const copy = await opened;
  await expect.poll(() => composed(copy)).toBe('a red boat');
  await copy.getByRole('textbox').fill('a green tree');
  await copy.reload();
  await page.reload();
  await expect.poll(() => composed(copy)).toBe('a green tree');
  await expect.poll(() => composed(page)).toBe('a red boat');
  await page.context().close();
});
