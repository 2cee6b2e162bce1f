import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import type { ConnectionState } from '../../src/connection/connection-state';
import { LiveConnection } from '../../src/connection/live-connection';
import type { ImageUrls } from '../../src/images/image-urls';
import { PageController } from '../../src/page-controller';
import { Store } from '../../src/state/store';
import { FakeServer, READY } from '../fake/fake-server';
import { ManualTimer } from '../fake/manual-timer';
import { mulberry } from '../fake/scene';

let urls = 0;
const NO_URLS: ImageUrls = { create: () => `blob:${++urls}`, keepOnly: () => {} };

let server: FakeServer;
let timer: ManualTimer;
let store: Store;
let controller: PageController;
let connection: LiveConnection;
let online: boolean;

beforeEach(async () => {
  server = await FakeServer.start();
  timer = new ManualTimer();
  store = new Store();
  online = true;
  const url = `ws://${server.host}/live`;
  const openSocket = (to: string, subprotocols: string[]) => {
    const socket = new NodeSocket(to, subprotocols);
    socket.on('error', () => {}); // In a browser an error without a listener is no exception.
    return socket as unknown as WebSocket;
  };
  controller = new PageController({
    store,
    urls: NO_URLS,
    timer,
    random: mulberry(3),
    connect: (listener) => {
      const anonymous = { credential: () => undefined, fetchRefusal: async () => undefined };
      const options = { url, openSocket, timer, random: mulberry(5), isOnline: () => online };
      connection = new LiveConnection({ ...options, ...anonymous }, listener);
      return connection;
    },
  });
});

afterEach(async () => {
  connection.stop();
  await server.stop();
});

/** Ends as soon as the state is as wanted. */
function until(wanted: (store: Store) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!wanted(store)) return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = store.subscribe(look);
    look();
  });
}

const becomes = (kind: ConnectionState['kind']) =>
  until(({ state }) => state.connection.kind === kind);

async function ready(number = 0) {
  const peer = await server.connection(number);
  peer.say(READY);
  await becomes('ready');
  return peer;
}

it('asks for acknowledgements and sends what was typed before it was ready', async () => {
  connection.start();
  controller.typed('a boat', false);
  const peer = await ready();
  expect(await peer.hears('settings')).toMatchObject({ acks: true, seed: READY.seed });
  expect(await peer.hears('prompt')).toMatchObject({ text: 'a boat', revision: 1 });
});

it('shows an image and acknowledges it', async () => {
  connection.start();
  const peer = await ready();
  controller.typed('a boat', false);
  peer.paint({ revision: 1 });
  await until(({ state }) => state.entries[0]?.picture !== undefined);
  controller.shown(1, 1);
  expect(await peer.hears('ack')).toEqual({ type: 'ack', image: 1 });
});

it('comes back after a full-jitter delay, keeps the conversation and resends the newest prompt', async () => {
  connection.start();
  const first = await ready();
  controller.typed('a boat', false);
  controller.typed('a boat at sea', false);
  await first.hears('prompt', ({ revision }) => revision === 2);
  first.paint({ revision: 2, seed: 7 });
  await until(({ state }) => state.entries[0]?.picture !== undefined);

  first.socket.terminate();
  await becomes('waiting');
  expect(timer.untilNext).toBe(mulberry(5)() * 500);
  expect(store.state.entries).toHaveLength(1);
  timer.advance(500);

  const second = await server.connection(1);
  second.say({ ...READY, session: 'session-2', seed: 1234 });
  expect(await second.hears('settings')).toMatchObject({ acks: true, seed: READY.seed });
  expect(await second.hears('prompt')).toMatchObject({ revision: 2, text: 'a boat at sea' });
});

it('asks again for a finished image that was lost with the connection', async () => {
  connection.start();
  const first = await ready();
  controller.typed('a boat', false);
  controller.commit();
  await first.hears('commit');
  first.socket.terminate();
  await becomes('waiting');
  timer.advance(500);
  const second = await ready(1);
  await second.hears('commit', ({ revision }) => revision === 1);
  second.paint({ revision: 1, final: true });
  await until(({ state }) => state.entries[0]?.phase === 'kept');
});

it('does not come back by itself where it was refused, and says why', async () => {
  connection.start();
  const peer = await ready();
  peer.socket.close(1008, 'the booth is closed');
  await becomes('refused');
  expect(store.state.connection).toEqual({
    kind: 'refused',
    code: 1008,
    reason: 'the booth is closed',
  });
  expect(timer.untilNext).toBeUndefined();
  controller.reconnect();
  await ready(1);
});

it.each([
  [1013, 'try again later'],
  [1008, 'the client has stopped reading'],
  [1008, 'no answer to a ping'],
  [1011, 'the connection failed'],
])('comes back by itself after %i %s', async (code, reason) => {
  connection.start();
  (await ready()).socket.close(code, reason);
  await becomes('waiting');
  timer.advance(500);
  await ready(1);
});

it.each([1002, 1007, 1009])(
  'stays away after %i, for it would break the protocol again',
  async (code) => {
    connection.start();
    (await ready()).socket.close(code, 'no');
    await becomes('refused');
  },
);

it('comes back at once when the page is seen again', async () => {
  connection.start();
  (await ready()).socket.close(1013, 'slow');
  await becomes('waiting');
  connection.wake();
  await ready(1);
});

it('keeps the delay that a server asked for, also when the page is seen again', async () => {
  connection.start();
  (await ready()).socket.close(4429, 'Try again in 20 seconds.');
  await becomes('busy');
  connection.wake();
  expect(store.state.connection.kind).toBe('busy');
});

it('does not disturb a connection that is there when the page is seen again', async () => {
  connection.start();
  await ready();
  connection.wake();
  expect(store.state.connection.kind).toBe('ready');
});

it('leaves its session to another tab, and begins a new one with the next key', async () => {
  connection.start();
  const first = await server.connection();
  first.say({ ...READY, resume: { token: 'a', withinMs: 60_000 } });
  await becomes('ready');
  first.socket.close(4409, 'taken up');
  await becomes('replaced');
  expect(timer.untilNext).toBeUndefined();
  controller.typed('a boat', false);
  expect((await server.connection(1)).url).toBe('/live');
});

it('closes a session that is over for good with code 1000', async () => {
  connection.start();
  const first = await ready();
  const closed = new Promise((resolve) => first.socket.on('close', resolve));
  controller.wipe();
  expect(await closed).toBe(1000);
});

it('asks a server that has no room again after a while', async () => {
  connection.start();
  const peer = await ready();
  peer.socket.close(4429, 'all places are taken');
  await becomes('busy');
  expect(timer.untilNext).toBeGreaterThanOrEqual(8_000);
  timer.advance(16_000);
  await ready(1);
});

it('asks a busy server again when that wants to be asked', async () => {
  connection.start();
  (await ready()).socket.close(4429, 'The server is full. Try again in 20 seconds.');
  await becomes('busy');
  expect(timer.untilNext).toBeGreaterThanOrEqual(20_000);
});

it('reconnects with the next key after the server closed an idle page', async () => {
  connection.start();
  (await ready()).socket.close(4408, 'idle');
  await becomes('idle');
  expect(timer.untilNext).toBeUndefined();
  controller.typed('a boat', false);
  const second = await ready(1);
  expect(await second.hears('prompt')).toMatchObject({ text: 'a boat' });
});

it('resumes its session, and goes on above the revision that the server knows', async () => {
  connection.start();
  const first = await server.connection();
  first.say({ ...READY, resume: { token: 'a/b', withinMs: 60_000 } });
  await becomes('ready');
  controller.typed('a boat', false);
  await first.hears('prompt');
  first.socket.terminate();
  await becomes('waiting');
  timer.advance(500);
  const second = await server.connection(1);
  expect(second.url).toBe('/live?resume=a%2Fb');
  second.say({ ...READY, resumed: { revision: 1, text: 'a boat', settings: {} } });
  expect(await second.hears('settings')).toMatchObject({ acks: true, width: 128, height: 128 });
  expect(await second.hears('prompt')).toMatchObject({ text: 'a boat', revision: 2 });
});

it('does not take up the connection of a visitor who has gone', async () => {
  connection.start();
  const first = await server.connection();
  first.say({ ...READY, resume: { token: 'a', withinMs: 60_000 } });
  await becomes('ready');
  controller.wipe();
  expect((await server.connection(1)).url).toBe('/live');
});

it('gives up on a server that never gets ready', async () => {
  connection.start();
  await server.connection();
  timer.advance(10_000);
  expect(store.state.connection.kind).toBe('unreachable');
});

it('tries again to reach a server that was not there when the page was opened', async () => {
  connection.start();
  (await server.connection()).socket.terminate();
  await becomes('unreachable');
  timer.advance(500);
  await ready(1);
});

it('stays in the queue of a full server, and says its place as it counts down', async () => {
  connection.start();
  const peer = await server.connection();
  for (const position of [2, 1]) {
    peer.say({ type: 'queued', revision: 0, position });
    await until(({ state: { connection: now } }) => 'position' in now && now.position === position);
    timer.advance(50_000);
  }
  expect(store.state.connection).toEqual({ kind: 'queued', position: 1 });
  controller.typed('a boat', false);
  await ready();
  expect(await peer.hears('prompt')).toMatchObject({ text: 'a boat' });
});

it('leaves a queue that is silent', async () => {
  connection.start();
  (await server.connection()).say({ type: 'queued', revision: 0, position: 2 });
  await becomes('queued');
  timer.advance(60_000);
  expect(store.state.connection.kind).toBe('unreachable');
});

it('follows a server that is drained to where another is, and says its words there', async () => {
  connection.start();
  const first = await ready();
  controller.typed('a boat', false);
  await first.hears('prompt');
  first.socket.close(1001, 'drain');
  await becomes('restarting');
  expect(timer.untilNext).toBeLessThan(500);
  timer.advance(500);
  const second = await ready(1);
  expect(await second.hears('prompt')).toMatchObject({ text: 'a boat' });
});

it('says that the browser is offline, and comes back with the network', async () => {
  connection.start();
  const peer = await ready();
  online = false;
  peer.socket.terminate();
  await becomes('offline');
  online = true;
  connection.wake();
  await ready(1);
});

it('shows a broken message as an error and goes on', async () => {
  connection.start();
  const peer = await ready();
  peer.socket.send('{');
  await until(({ state }) => state.feedback?.kind === 'error');
  expect(store.state.connection.kind).toBe('ready');
});
