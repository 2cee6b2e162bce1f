import { afterAll, beforeAll, expect, it } from 'vitest';
import { READY } from '../test/fake/fake-server';
import { drawScene } from '../test/fake/scene';
import { Person } from './person';
import { ScriptedServer } from './scripted-server';
import { inspect } from './view';
import { untilReady, Visit } from './visit';
import { untilPainted } from './watcher';

let visit: Visit;

beforeAll(async () => {
  visit = await Visit.begin();
});

afterAll(() => visit?.end());

it('shows the position in the queue of a busy server', async () => {
  const page = await visit.page();
  const server = await ScriptedServer.before(page);
  server.onMessage((message) => {
    if (message.type === 'prompt') {
      server.say({ type: 'queued', revision: message.revision, position: 3 });
    }
  });
  await page.goto(visit.target.url);
  await untilReady(page);
  await new Person(page, 0.3).type('a boat');
  await page.getByText('You are number 3 in line').waitFor();
  await inspect(page, 'queued');
  await page.context().close();
});

it('shows the position of a page in the queue of a full server', async () => {
  const page = await visit.page();
  await ScriptedServer.before(page, (socket) =>
    socket.send(JSON.stringify({ type: 'queued', revision: 0, position: 2 })),
  );
  await page.goto(visit.target.url);
  await page.getByText('You are number 2 in line').waitFor();
  await inspect(page, 'waiting-to-be-let-in');
  await page.context().close();
});

it('says that some words are not painted', async () => {
  const page = await visit.page();
  const server = await ScriptedServer.before(page);
  server.onMessage((message) => {
    if (message.type !== 'prompt') return;
    const { revision } = message;
    server.say({ type: 'error', code: 'prompt-blocked', message: 'No.', revision });
  });
  await page.goto(visit.target.url);
  await untilReady(page);
  await page.getByRole('textbox').fill('something unkind');
  await page.getByText('These words are not painted here').waitFor();
  await inspect(page, 'blocked');
  await page.context().close();
});

it('reconnects to another server when one shuts down', async () => {
  const page = await visit.page();
  let visits = 0;
  await ScriptedServer.before(page, (socket) => {
    visits += 1;
    socket.send(JSON.stringify(READY));
    if (visits === 1) void socket.close({ code: 1001, reason: 'drain' });
  });
  await page.goto(visit.target.url);
  await expect.poll(() => visits).toBe(2);
  await untilReady(page);
  await page.context().close();
});

it('says why it was refused, and comes back to a server that was full', async () => {
  let visits = 0;
  const page = await visit.page();
  await ScriptedServer.before(page, (socket) => {
    visits += 1;
    void socket.close({ code: visits === 1 ? 4429 : 1008, reason: 'the booth is closed' });
  });
  await page.goto(visit.target.url);
  await page.getByText(/The server is full/u).waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('The server refused: the booth is closed').waitFor();
  await inspect(page, 'refused');
  await page.context().close();
});

it('shows what the page is before the model is ready', async () => {
  const page = await visit.page();
  await ScriptedServer.before(page, () => {});
  await page.goto(visit.target.url);
  await page.getByText('What do you see?').waitFor();
  await page.getByText('Connecting…').waitFor();
  // What is in the page may be there before it is painted.
  const painted = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  console.log(
    `first paint after ${Math.round((await painted.jsonValue()) ?? 0)} ms, without a model`,
  );
  await page.context().close();
});

it('names the words that the model does not know', async () => {
  const page = await visit.page();
  const server = await ScriptedServer.before(page);
  server.onMessage((message) => {
    if (message.type !== 'prompt' || !message.text.includes('zorp')) return;
    const { revision } = message;
    server.say({ type: 'notice', code: 'unknown-words', message: 'm', revision, words: ['zorp'] });
    server.paint({ revision }, drawScene('a red boat', 0.8, 3));
  });
  await page.goto(visit.target.url);
  await untilReady(page);
  await new Person(page, 0.3).type('a zorp');
  await untilPainted(page, 6);
  await page.getByText('The model does not know “zorp”').waitFor();
  await page.context().close();
});

it('serves the page at its own address only', async () => {
  const page = await visit.page();
  const answer = (path: string) => page.request.get(new URL(path, visit.target.url).href);
  for (const path of ['nowhere', 'i/nothing', 'i/nothing/qr.svg']) {
    expect((await answer(path)).status(), path).toBe(404);
  }
  expect((await answer('page.json')).headers()['content-type']).toContain('application/json');
  await page.context().close();
});

it('shows every notice, and keeps a paste that is too long', async () => {
  const page = await visit.page();
  const server = await ScriptedServer.before(page);
  server.onMessage((message) => {
    if (message.type !== 'prompt' || message.text === '') return;
    const { revision } = message;
    const about = { type: 'notice', message: 'm', revision };
    server.say({ ...about, code: 'unknown-words', words: ['zorp'] });
    server.say({ ...about, code: 'syntax-removed', words: ['(cat:1.3)', '--ar 3:2'] });
    server.say({ ...about, code: 'prompt-cut' });
    server.paint({ revision, final: true }, drawScene('a red boat', 0.9, 3));
  });
  await page.goto(visit.target.url);
  await untilReady(page);
  const text = `a zorp and a (cat:1.3) --ar 3:2 ${'by the sea '.repeat(62)}`.slice(0, 700);
  await page.getByRole('textbox').focus();
  // As a paste: in one piece.
  await page.keyboard.insertText(text);
  await untilPainted(page, 1);
  expect(await page.getByRole('textbox').inputValue()).toBe(text);
  const messages = page.locator('lukis-feedback').getByRole('status').locator('div');
  expect(await messages.allTextContents()).toEqual([
    'The model does not know “zorp”. Try a place, a colour or a thing.',
    '“(cat:1.3)” and “--ar 3:2” are prompt syntax. They were left out.',
    'The text is longer than the model can read. Its end is not painted.',
    'Only the first 240 characters are painted. 460 characters are too many.',
  ]);
  await inspect(page, 'notices');
  await page.setViewportSize({ width: 360, height: 720 });
  await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
  await page.getByText('Hanya 240 huruf pertama').waitFor();
  await inspect(page, 'notices-indonesian');
  await page.context().close();
});
