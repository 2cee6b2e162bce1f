import jsQR from 'jsqr';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { Person } from './person';
import {
  FULL,
  keyOf,
  NO_UPGRADE,
  ORIGIN,
  type Refusal,
  RefusingProxy,
  UNAUTHENTICATED,
} from './refusing-proxy';
import { inspect } from './view';
import { untilReady, Visit } from './visit';
import { untilSettled } from './watcher';

/** With signs that neither a subprotocol nor an address can hold as they are. */
const KEY = 'a key (for+the) booth/1234=';

let visit: Visit;
let proxy: RefusingProxy;

beforeAll(async () => {
  visit = await Visit.begin();
});

beforeEach(async () => {
  proxy = await RefusingProxy.before(visit.target.url);
  return () => proxy.close();
});

afterAll(() => visit?.end());

function lock(): void {
  proxy.refuse = (request) => (keyOf(request) === KEY ? undefined : UNAUTHENTICATED);
}

/** What the browser still has of the key that others could see. */
async function traces(page: Page) {
  const { href, history } = await page.evaluate(() => ({
    href: location.href,
    history: JSON.stringify(window.history.state),
  }));
  return [href, history, JSON.stringify(await page.context().cookies())].join(' ');
}

const card = (page: Page) => page.getByRole('dialog', { name: 'A key is needed' });
const field = (page: Page) => card(page).getByLabel('Your key');

it('asks for a key, says when it is not valid, and connects with a valid one', async () => {
  lock();
  const page = await visit.page();
  await page.goto(proxy.url);
  await card(page).waitFor();
  await inspect(page, 'locked');
  expect(await field(page).evaluate((input) => input.matches(':focus'))).toBe(true);
  expect(await field(page).getAttribute('type')).toBe('password');
  expect(proxy.reasonRequests, 'one request for one refused upgrade').toEqual(['']);

  const person = new Person(page, 0.1);
  await person.type('not it');
  await person.press('Enter');
  await card(page).getByText('This key is not valid').waitFor();
  expect(await field(page).getAttribute('aria-invalid')).toBe('true');
  await inspect(page, 'locked-wrong');
  expect(proxy.reasonRequests).toEqual(['', 'not it']);

  await person.type(KEY);
  await person.press('Enter');
  await untilReady(page);
  await card(page).waitFor({ state: 'detached' });
  expect(proxy.upgrades).toEqual(['', 'not it', KEY]);
  expect(await traces(page)).not.toContain('booth');

  await person.type('a red boat');
  expect(await page.getByRole('textbox').inputValue(), 'the focus is back').toBe('a red boat');
  await untilSettled(page);

  await page.reload();
  await untilReady(page);
  expect(proxy.upgrades.at(-1), 'the tab remembers it').toBe(KEY);
  await page.context().close();
});

it('can be closed, and asks again on request', async () => {
  lock();
  const page = await visit.page({ locale: 'id-ID' });
  await page.goto(proxy.url);
  const dialog = page.getByRole('dialog', { name: 'Kunci diperlukan' });
  await dialog.waitFor();
  await inspect(page, 'locked-indonesian');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('banner').getByText('Kunci diperlukan').waitFor();
  await inspect(page, 'locked-put-away');
  await page.getByRole('button', { name: 'Masukkan kunci' }).click();
  await dialog.waitFor();
  await page.context().close();
});

it('accepts a key or a token where the server accepts both', async () => {
  const headers = { 'WWW-Authenticate': 'Bearer, ApiKey' };
  const tokens: (string | undefined)[] = [];
  proxy.refuse = (request) => {
    tokens.push(request.headers.authorization);
    return { status: 401, headers };
  };
  const page = await visit.page();
  await page.goto(proxy.url);
  await card(page).waitFor();
  await inspect(page, 'locked-either');
  await card(page).getByRole('radio', { name: 'Token' }).check();
  await card(page).getByLabel('Your token').fill('a.b.c');
  await page.keyboard.press('Enter');
  await card(page).getByText('This token is not valid, or it has expired').waitFor();
  expect(tokens.at(-1)).toBe('Bearer a.b.c');
  await page.context().close();
});

it('fits 320 pixels', async () => {
  lock();
  const page = await visit.page({ viewport: { width: 320, height: 640 }, hasTouch: true });
  await page.goto(proxy.url);
  await card(page).waitFor();
  await inspect(page, 'locked-narrow');
  const { x = -1, width = 999 } = (await card(page).boundingBox()) ?? {};
  expect(x).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(320);

  const later = { ...FULL.headers, 'Retry-After': '60' };
  proxy.refuse = () => ({ ...FULL, headers: later });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Enter the key' }).click();
  await page.getByText(/The server is full/u).waitFor();
  await inspect(page, 'busy-narrow');
  const { height = 999 } = (await page.getByRole('banner').boundingBox()) ?? {};
  expect(height, 'two lines').toBeLessThan(120);
  await page.getByRole('button', { name: 'Try again' }).click({ trial: true });
  await page.context().close();
});

it.each<[string, Refusal, RegExp]>([
  ['is full', FULL, /The server is full. Trying again in \d s/u],
  ['has many from here', { ...FULL, status: 429 }, /Too many connections from your network/u],
  [
    'still loads its model',
    { ...FULL, headers: { ...FULL.headers, 'Lukis-Refused': 'opening' } },
    /The model is being loaded/u,
  ],
  [
    'is about to go',
    { ...FULL, headers: { ...FULL.headers, 'Lukis-Refused': 'draining' } },
    /The server is restarting/u,
  ],
])('comes back by itself to a server that %s', async (_state, refusal, words) => {
  proxy.refuse = () => refusal;
  const page = await visit.page();
  await page.goto(proxy.url);
  await page.getByText(words).waitFor();
  proxy.refuse = () => undefined;
  await untilReady(page);
  expect(proxy.reasonRequests, 'one for each refused upgrade').toHaveLength(
    proxy.upgrades.length - 1,
  );
  await page.context().close();
});

it('says that the address is not allowed, and which setting allows it', async () => {
  proxy.refuse = () => ORIGIN;
  const page = await visit.page();
  const probe = page.waitForRequest('**/live');
  await page.goto(proxy.url);
  const { origin } = new URL(proxy.url);
  await page.getByRole('heading', { name: 'This address is not allowed' }).waitFor();
  await page.getByText(`lukis.allowed-origins=${origin}`).waitFor();
  expect((await probe).headers()['lukis-origin']).toBe(origin);
  await inspect(page, 'address-not-allowed');
  await page.setViewportSize({ width: 360, height: 720 });
  await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
  await page.getByRole('heading', { name: 'Alamat ini tidak diizinkan' }).waitFor();
  await inspect(page, 'address-not-allowed-indonesian');
  expect(proxy.upgrades, 'it is tried again slowly').toHaveLength(1);
  proxy.refuse = () => undefined;
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  await untilReady(page);
  expect(await page.getByText('lukis.allowed-origins').count()).toBe(0);
  await page.context().close();
});

it('says that a proxy does not pass WebSockets', async () => {
  proxy.refuse = () => NO_UPGRADE;
  const page = await visit.page();
  await page.goto(proxy.url);
  await page.getByRole('heading', { name: 'A proxy does not pass WebSockets' }).waitFor();
  await page.getByText(proxy.url.replace('http', 'ws')).waitFor();
  await inspect(page, 'proxy-without-websockets');
  await page.context().close();
});

it('tells the staff of a booth that its address is not allowed', async () => {
  proxy.refuse = () => ORIGIN;
  const page = await visit.page();
  await page.goto(new URL('?booth', proxy.url).href);
  await page.getByRole('heading', { name: 'This address is not allowed' }).waitFor();
  await inspect(page, 'booth-address-not-allowed');
  await page.context().close();
});

it('works below a path that a proxy takes off', async () => {
  const below = await RefusingProxy.before(visit.target.url, '/paint/');
  const page = await visit.page();
  const failed: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(below.url);
  await untilReady(page);
  await page.getByRole('textbox').fill('a red boat');
  await untilSettled(page);
  await page.getByRole('textbox').press('Enter');
  const phone = page.getByRole('button', { name: 'Send it to a phone' });
  await phone.click();
  const code = page.getByRole('img', { name: /^QR code/u });
  await expect
    .poll(() => code.evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBeGreaterThan(0);
  expect(failed).toEqual([]);
  expect(below.strays.filter((path) => path !== '/favicon.ico')).toEqual([]);
  await page.context().close();
  await below.close();
});

it('tries again where the answer gives no reason', async () => {
  proxy.refuse = () => ({ status: 502, headers: {} });
  const page = await visit.page();
  await page.goto(proxy.url);
  await page.getByText(/The server does not answer/u).waitFor();
  await expect.poll(() => proxy.upgrades.length, { timeout: 10_000 }).toBeGreaterThan(2);
  proxy.refuse = () => undefined;
  await untilReady(page);
  expect(proxy.reasonRequests, 'one for each refused upgrade').toHaveLength(
    proxy.upgrades.length - 1,
  );
  await page.context().close();
});

it('shows the operator of a booth how to give it a key, and removes the key from the address', async () => {
  lock();
  const page = await visit.page();
  const referers: (string | undefined)[] = [];
  page.on('request', (request) => referers.push(request.headers().referer));
  await page.goto(new URL('?booth', proxy.url).href);
  await page.getByText('This screen needs a key: open it with #key=…').waitFor();
  expect(await card(page).count(), 'no dialog on a screen without a keyboard').toBe(0);
  await inspect(page, 'booth-locked');

  // The same document: only its fragment is another.
  await page.goto(new URL('?booth#key=wrong', proxy.url).href);
  await page.getByText('The key of this screen is not valid').waitFor();
  await page.goto(new URL(`?booth#key=${encodeURIComponent(KEY)}`, proxy.url).href);
  await page.getByText('Painting starts soon').waitFor({ state: 'detached' });
  await expect.poll(() => proxy.upgrades.at(-1)).toBe(KEY);
  expect(await page.evaluate(() => location.href)).toBe(`${proxy.url}?booth`);
  expect(await traces(page)).not.toContain('key');
  expect(referers.join(' ')).not.toContain('key');

  await page.reload();
  await expect.poll(() => proxy.upgrades.at(-1)).toBe(KEY);
  await page.context().close();
});

it('sends the key to share a picture, and shares an address without it', async () => {
  lock();
  const page = await visit.page();
  await page.goto(new URL(`?booth#key=${encodeURIComponent(KEY)}`, proxy.url).href);
  const shared = page.waitForResponse('**/share');
  await page.getByRole('textbox').fill('a red boat');
  await untilSettled(page);
  await page.keyboard.press('Enter');
  const answer = await shared;
  expect(await answer.request().headerValue('X-API-Key')).toBe(KEY);
  const code = page.getByRole('img', { name: /^QR code/u });
  await expect
    .poll(() => code.evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBeGreaterThan(0);
  const { data, width, height } = PNG.sync.read(await code.screenshot());
  const url = jsQR(new Uint8ClampedArray(data), width, height)?.data;
  expect(url).toBe((await answer.json()).url);
  expect(url).toMatch(/^[^#]*\/i\/[^#?]+$/u);
  await page.context().close();
});
