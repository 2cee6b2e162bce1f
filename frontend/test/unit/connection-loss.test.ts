import { expect, it } from 'vitest';
import { ConnectionHarness } from '../fake/connection-harness';
import { READY } from '../fake/fake-server';
import { mulberry } from '../fake/scene';

const page = ConnectionHarness.use();

it('comes back after a full-jitter delay, keeps the conversation and resends the newest prompt', async () => {
  page.connection.start();
  const first = await page.ready();
  page.controller.typed('a boat', false);
  page.controller.typed('a boat at sea', false);
  await first.hears('prompt', ({ revision }) => revision === 2);
  first.paint({ revision: 2, seed: 7 });
  await page.until(({ state }) => state.entries[0]?.picture !== undefined);

  first.socket.terminate();
  await page.becomes('waiting');
  expect(page.timer.untilNext).toBe(mulberry(5)() * 500);
  expect(page.store.state.entries).toHaveLength(1);
  page.timer.advance(500);

  const second = await page.server.connection(1);
  second.say({ ...READY, session: 'session-2', seed: 1234 });
  expect(await second.hears('settings')).toMatchObject({ acks: true, seed: READY.seed });
  expect(await second.hears('prompt')).toMatchObject({ revision: 2, text: 'a boat at sea' });
});

it('asks again for a finished image that was lost with the connection', async () => {
  page.connection.start();
  const first = await page.ready();
  page.controller.typed('a boat', false);
  page.controller.commit();
  await first.hears('commit');
  first.socket.terminate();
  await page.becomes('waiting');
  page.timer.advance(500);
  const second = await page.ready(1);
  await second.hears('commit', ({ revision }) => revision === 1);
  second.paint({ revision: 1, final: true });
  await page.until(({ state }) => state.entries[0]?.phase === 'kept');
});

it('resumes its session, and goes on above the revision that the server knows', async () => {
  page.connection.start();
  const first = await page.server.connection();
  first.say({ ...READY, resume: { token: 'a/b', withinMs: 60_000 } });
  await page.becomes('ready');
  page.controller.typed('a boat', false);
  await first.hears('prompt');
  first.socket.terminate();
  await page.becomes('waiting');
  page.timer.advance(500);
  const second = await page.server.connection(1);
  expect(second.url).toBe('/live?resume=a%2Fb');
  second.say({ ...READY, resumed: { revision: 1, text: 'a boat', settings: {} } });
  expect(await second.hears('settings')).toMatchObject({ acks: true, width: 128, height: 128 });
  expect(await second.hears('prompt')).toMatchObject({ text: 'a boat', revision: 2 });
});

it('does not take up the connection of a visitor who has gone', async () => {
  page.connection.start();
  const first = await page.server.connection();
  first.say({ ...READY, resume: { token: 'a', withinMs: 60_000 } });
  await page.becomes('ready');
  page.controller.wipe();
  expect((await page.server.connection(1)).url).toBe('/live');
});

it('gives up on a server that never gets ready', async () => {
  page.connection.start();
  await page.server.connection();
  page.timer.advance(10_000);
  expect(page.store.state.connection.kind).toBe('unreachable');
});

it('tries again to reach a server that was not there when the page was opened', async () => {
  page.connection.start();
  (await page.server.connection()).socket.terminate();
  await page.becomes('unreachable');
  page.timer.advance(500);
  await page.ready(1);
});

it('follows a server that is drained to where another is, and says its words there', async () => {
  page.connection.start();
  const first = await page.ready();
  page.controller.typed('a boat', false);
  await first.hears('prompt');
  first.socket.close(1001, 'drain');
  await page.becomes('restarting');
  expect(page.timer.untilNext).toBeLessThan(500);
  page.timer.advance(500);
  const second = await page.ready(1);
  expect(await second.hears('prompt')).toMatchObject({ text: 'a boat' });
});

it('says that the browser is offline, and comes back with the network', async () => {
  page.connection.start();
  const peer = await page.ready();
  page.online = false;
  peer.socket.terminate();
  await page.becomes('offline');
  page.online = true;
  page.connection.wake();
  await page.ready(1);
});
