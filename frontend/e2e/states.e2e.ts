import { afterAll, beforeAll, expect, it } from 'vitest';
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

it('says the place in the queue of a busy server', async () => {
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
  await page.getByText('you are number 3 in line').waitFor();
  await inspect(page, 'queued');
  await page.context().close();
});

it('says why it was not let in, and comes back where there may soon be room', async () => {
  let visits = 0;
  const page = await visit.page();
  await ScriptedServer.before(page, (socket) => {
    visits += 1;
    void socket.close({ code: visits === 1 ? 4429 : 1008, reason: 'the booth is closed' });
  });
  await page.goto(visit.target.url);
  await page.getByText(/All brushes are taken: the booth is closed/u).waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Not let in: the booth is closed').waitFor();
  await inspect(page, 'refused');
  await page.context().close();
});

it('shows what the page is before the model is ready', async () => {
  const page = await visit.page();
  await ScriptedServer.before(page, () => {});
  await page.goto(visit.target.url);
  await page.getByText('What do you see?').waitFor();
  await page.getByText('Connecting…').waitFor();
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  console.log(`first paint after ${Math.round(paint ?? 0)} ms, without a model`);
  expect(paint).toBeLessThan(3_000);
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
  await page.getByText('“zorp” is new to this painter').waitFor();
  await page.context().close();
});
