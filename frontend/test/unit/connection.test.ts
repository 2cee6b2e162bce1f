import { expect, it } from 'vitest';
import { ConnectionHarness } from '../fake/connection-harness';
import { READY } from '../fake/fake-server';

const page = ConnectionHarness.use();

it('asks for acknowledgements and sends what was typed before it was ready', async () => {
  page.connection.start();
  page.controller.typed('a boat', false);
  const peer = await page.ready();
  expect(await peer.hears('settings')).toMatchObject({ acks: true, seed: READY.seed });
  expect(await peer.hears('prompt')).toMatchObject({ text: 'a boat', revision: 1 });
});

it('shows an image and acknowledges it', async () => {
  page.connection.start();
  const peer = await page.ready();
  page.controller.typed('a boat', false);
  peer.paint({ revision: 1 });
  await page.until(({ state }) => state.entries[0]?.picture !== undefined);
  page.controller.shown(1, 1);
  expect(await peer.hears('ack')).toEqual({ type: 'ack', image: 1 });
});

it('does not disturb a connection that is there when the page is seen again', async () => {
  page.connection.start();
  await page.ready();
  page.connection.wake();
  expect(page.store.state.connection.kind).toBe('ready');
});

it('stays in the queue of a full server, and says its place as it counts down', async () => {
  page.connection.start();
  const peer = await page.server.connection();
  for (const position of [2, 1]) {
    peer.say({ type: 'queued', revision: 0, position });
    await page.until(
      ({ state: { connection: now } }) => 'position' in now && now.position === position,
    );
    page.timer.advance(50_000);
  }
  expect(page.store.state.connection).toEqual({ kind: 'queued', position: 1 });
  page.controller.typed('a boat', false);
  await page.ready();
  expect(await peer.hears('prompt')).toMatchObject({ text: 'a boat' });
});

it('leaves a queue that is silent', async () => {
  page.connection.start();
  (await page.server.connection()).say({ type: 'queued', revision: 0, position: 2 });
  await page.becomes('queued');
  page.timer.advance(60_000);
  expect(page.store.state.connection.kind).toBe('unreachable');
});

it('shows a broken message as an error and goes on', async () => {
  page.connection.start();
  const peer = await page.ready();
  peer.socket.send('{');
  await page.until(({ state }) => state.feedback?.kind === 'error');
  expect(page.store.state.connection.kind).toBe('ready');
});
