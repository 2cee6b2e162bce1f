import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type FakeConnection, FakeServer, READY } from '../test/fake/fake-server';
import { drawScene } from '../test/fake/scene';
import { DevtoolsBrowser, type Tab } from './devtools-browser';
import { openTarget, servePageOf, type Target } from './target';

let target: Target;
let browser: DevtoolsBrowser;
let server: FakeServer;
let tab: Tab;
let other: Tab;

beforeAll(async () => {
  target = await openTarget();
  browser = await DevtoolsBrowser.launch();
});

afterAll(async () => {
  await browser?.close();
  await target?.stop();
});

beforeEach(async () => {
  server = await FakeServer.start();
  servePageOf(target, server);
  tab = await browser.open(`http://${server.host}/`);
});

afterEach(async () => {
  await other?.close().catch(() => {});
  await tab.close().catch(() => {});
  await server.stop();
});

async function connected(number = 0, more: object = {}): Promise<FakeConnection> {
  const connection = await server.connection(number);
  connection.say({ ...READY, ...more });
  return connection;
}

async function typed(text: string): Promise<FakeConnection> {
  const connection = await connected();
  await tab.until(`deep('.dot.ready').length > 0`);
  await tab.evaluate(`deep('textarea')[0].focus()`);
  await tab.type(text);
  await connection.hears('prompt', (prompt) => prompt.text === text);
  return connection;
}

/** Another tab comes to the front, as a person would open one. */
async function leave(): Promise<void> {
  other = await browser.open('about:blank');
  await other.activate();
  await tab.until(`document.visibilityState === 'hidden'`);
  // A hidden page that still got frames would prove nothing.
  const frame = `Promise.race([
    new Promise((resolve) => requestAnimationFrame(() => resolve('a frame'))),
    new Promise((resolve) => setTimeout(() => resolve('none'), 400)),
  ])`;
  expect(await tab.evaluate(frame)).toBe('none');
}

const picture = (seed: number) => drawScene('a red boat', 0.8, seed);

it('acknowledges what it receives in the background, and shows it when it is back', async () => {
  const connection = await typed('a boat');
  await leave();
  for (let image = 1; image <= 6; image++) {
    connection.paint({ revision: 6, final: image === 6 }, picture(image));
    await connection.hears('ack', (ack) => ack.image >= image);
  }
  expect(await tab.evaluate('document.visibilityState')).toBe('hidden');
  expect(
    await tab.evaluate(`deep('img').filter((e) => e.closest('.stack')).length`),
    'no pile of images',
  ).toBe(1);
  await tab.activate();
  await tab.until(`document.visibilityState === 'visible'`);
  expect(await tab.evaluate(`deep('lukis-picture')[0].dataset.image`)).toBe('6');
  expect(await tab.evaluate(`deep('.aside').map((e) => e.textContent).join('')`)).not.toMatch(
    / ms /u,
  );
});

it('acknowledges an image whose frame never comes, because the tab is left at that moment', async () => {
  const connection = await typed('a boat');
  await tab.evaluate(`window.requestAnimationFrame = () => 0; window.realTimeout = window.setTimeout;
    window.setTimeout = (run, ms) => (ms === 1000 ? 0 : realTimeout(run, ms)); 0`);
  connection.paint({ revision: 6 }, picture(1));
  await tab.until(`deep('lukis-picture')[0]?.dataset.image === '1'`);
  expect(connection.received.filter(({ type }) => type === 'ack')).toEqual([]);
  other = await browser.open('about:blank');
  await other.activate();
  await connection.hears('ack', (ack) => ack.image === 1);
});

it.each([
  [1013, 'the client reads too slowly'],
  [1008, 'the client has stopped reading'],
])('comes back at once when it is seen again after a close with %i', async (code, reason) => {
  const connection = await typed('a boat');
  await leave();
  // Without timers nothing but the return can bring the page back.
  await tab.evaluate('window.setTimeout = () => 0; 0');
  connection.socket.close(code, reason);
  await tab.until(`deep('.dot.waiting').length > 0`);
  expect(await tab.evaluate(`deep('.words')[0].textContent`)).not.toContain('refused');
  await tab.activate();
  const again = await connected(1);
  expect(await again.hears('prompt')).toMatchObject({ text: 'a boat' });
});

it('goes on after it was frozen and its connection was closed meanwhile', async () => {
  const connection = await typed('a boat');
  await leave();
  await tab.send('Page.setWebLifecycleState', { state: 'frozen' });
  connection.socket.close(1013, 'slow');
  await tab.send('Page.setWebLifecycleState', { state: 'active' });
  await tab.activate();
  const again = await connected(1);
  expect(await again.hears('prompt')).toMatchObject({ text: 'a boat' });
  again.paint({ revision: 7, final: true }, picture(2));
  await again.hears('ack');
});

it('sends composed words as they grow, and settles them when they end', async () => {
  const connection = await typed('red ');
  const compose = (text: string) =>
    tab.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  for (const text of ['b', 'bo', 'boa', 'boat']) await compose(text);
  const composed = await connection.hears('prompt', ({ text }) => text === 'red boat');
  expect(composed.composing).toBe(true);
  const words = connection.received.flatMap((each) => (each.type === 'prompt' ? [each.text] : []));
  expect(words.slice(-4)).toEqual(['red b', 'red bo', 'red boa', 'red boat']);
  // Enter belongs to the input method as long as it composes.
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };
  await tab.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
  connection.paint({ revision: composed.revision }, picture(3));
  await connection.hears('ack');
  expect(connection.received.some(({ type }) => type === 'commit')).toBe(false);
  await tab.send('Input.insertText', { text: 'boat' });
  const settled = await connection.hears('prompt', (p) => !p.composing && p.text === 'red boat');
  expect(settled.revision).toBeGreaterThan(composed.revision);
});

it('settles words that were left in the middle of a composition', async () => {
  const connection = await typed('red ');
  await tab.send('Input.imeSetComposition', { text: 'boat', selectionStart: 4, selectionEnd: 4 });
  await connection.hears('prompt', ({ composing }) => composing);
  await tab.evaluate(`deep('textarea')[0].blur()`);
  await connection.hears('prompt', (p) => !p.composing && p.text === 'red boat');
});
