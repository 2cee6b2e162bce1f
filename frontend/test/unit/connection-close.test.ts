import { expect, it } from 'vitest';
import { ConnectionHarness } from '../fake/connection-harness';
import { READY } from '../fake/fake-server';

const page = ConnectionHarness.use();

it('does not come back by itself where it was refused, and says why', async () => {
  page.connection.start();
  const peer = await page.ready();
  peer.socket.close(1008, 'the booth is closed');
  await page.becomes('refused');
  expect(page.store.state.connection).toEqual({
    kind: 'refused',
    code: 1008,
    reason: 'the booth is closed',
  });
  expect(page.timer.untilNext).toBeUndefined();
  page.controller.reconnect();
  await page.ready(1);
});

it.each([
  [1013, 'try again later'],
  [1008, 'the client has stopped reading'],
  [1008, 'no answer to a ping'],
  [1011, 'the connection failed'],
])('comes back by itself after %i %s', async (code, reason) => {
  page.connection.start();
  (await page.ready()).socket.close(code, reason);
  await page.becomes('waiting');
  page.timer.advance(500);
  await page.ready(1);
});

it.each([1002, 1007, 1009])(
  'stays away after %i, for it would break the protocol again',
  async (code) => {
    page.connection.start();
    (await page.ready()).socket.close(code, 'no');
    await page.becomes('refused');
  },
);

it('comes back at once when the page is seen again', async () => {
  page.connection.start();
  (await page.ready()).socket.close(1013, 'slow');
  await page.becomes('waiting');
  page.connection.wake();
  await page.ready(1);
});

it('keeps the delay that a server asked for, also when the page is seen again', async () => {
  page.connection.start();
  (await page.ready()).socket.close(4429, 'Try again in 20 seconds.');
  await page.becomes('busy');
  page.connection.wake();
  expect(page.store.state.connection.kind).toBe('busy');
});

it('leaves its session to another tab, and begins a new one with the next key', async () => {
  page.connection.start();
  const first = await page.server.connection();
  first.say({ ...READY, resume: { token: 'a', withinMs: 60_000 } });
  await page.becomes('ready');
  first.socket.close(4409, 'taken up');
  await page.becomes('replaced');
  expect(page.timer.untilNext).toBeUndefined();
  page.controller.typed('a boat', false);
  expect((await page.server.connection(1)).url).toBe('/live');
});

it('closes a session that is over for good with code 1000', async () => {
  page.connection.start();
  const first = await page.ready();
  const closed = new Promise((resolve) => first.socket.on('close', resolve));
  page.controller.wipe();
  expect(await closed).toBe(1000);
});

it('asks a server that has no room again after a while', async () => {
  page.connection.start();
  const peer = await page.ready();
  peer.socket.close(4429, 'all places are taken');
  await page.becomes('busy');
  expect(page.timer.untilNext).toBeGreaterThanOrEqual(8_000);
  page.timer.advance(16_000);
  await page.ready(1);
});

it('asks a busy server again when that wants to be asked', async () => {
  page.connection.start();
  (await page.ready()).socket.close(4429, 'The server is full. Try again in 20 seconds.');
  await page.becomes('busy');
  expect(page.timer.untilNext).toBeGreaterThanOrEqual(20_000);
});

it('reconnects with the next key after the server closed an idle page', async () => {
  page.connection.start();
  (await page.ready()).socket.close(4408, 'idle');
  await page.becomes('idle');
  expect(page.timer.untilNext).toBeUndefined();
  page.controller.typed('a boat', false);
  const second = await page.ready(1);
  expect(await second.hears('prompt')).toMatchObject({ text: 'a boat' });
});
