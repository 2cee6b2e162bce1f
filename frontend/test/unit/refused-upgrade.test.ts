import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import type { ConnectionState } from '../../src/connection/connection-state';
import type { Credential } from '../../src/connection/credential';
import { LiveConnection } from '../../src/connection/live-connection';
import type { Refusal } from '../../src/connection/refusal';
import { FakeServer, READY } from '../fake/fake-server';
import { ManualTimer } from '../fake/manual-timer';

const SPREAD = 0.5;

let server: FakeServer;
let timer: ManualTimer;
let connection: LiveConnection;
let states: ConnectionState[];
let credential: Credential | undefined;
/** What the server says when it is asked why. */
let why: () => Promise<Refusal | undefined>;
let asked: { readonly shown: Credential | undefined; readonly signal: AbortSignal }[];
let tell: () => void;

beforeEach(async () => {
  server = await FakeServer.start();
  server.refusal = 503;
  timer = new ManualTimer();
  states = [];
  asked = [];
  credential = undefined;
  tell = () => {};
  const options = {
    url: `ws://${server.host}/live`,
    openSocket: (to: string, subprotocols: string[]) => {
      const socket = new NodeSocket(to, subprotocols);
      socket.on('error', () => {}); // In a browser an error without a listener is no exception.
      return socket as unknown as WebSocket;
    },
    timer,
    random: () => SPREAD,
    isOnline: () => true,
    credential: () => credential,
    fetchRefusal: (shown: Credential | undefined, signal: AbortSignal) => {
      asked.push({ shown, signal });
      tell();
      return why();
    },
  };
  connection = new LiveConnection(options, {
    stateChanged: (state) => {
      states.push(state);
      tell();
    },
    messageArrived: () => {},
    imageArrived: () => {},
    malformed: () => {},
  });
});

afterEach(async () => {
  connection.stop();
  await server.stop();
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise<void>((resolve) => {
      tell = resolve;
    });
  }
}

async function refusedWith(refusal: Refusal | undefined): Promise<ConnectionState | undefined> {
  why = async () => refusal;
  connection.start();
  await until(() => states.length === 2);
  return states[1];
}

it.each<[Refusal | undefined, ConnectionState]>([
  [
    { kind: 'full', waitMs: 20_000 },
    { kind: 'busy', retryAt: 30_000 },
  ],
  [
    { kind: 'full', waitMs: undefined },
    { kind: 'busy', retryAt: 12_000 },
  ],
  [
    { kind: 'address', waitMs: 10_000 },
    { kind: 'addressFull', retryAt: 15_000 },
  ],
  [
    { kind: 'opening', waitMs: 1_000 },
    { kind: 'opening', retryAt: 1_500 },
  ],
  [
    { kind: 'opening', waitMs: 1_000, fetched: 41 },
    { kind: 'opening', retryAt: 1_500, fetched: 41 },
  ],
  [
    { kind: 'draining', waitMs: 2_000 },
    { kind: 'restarting', retryAt: 3_000 },
  ],
  [undefined, { kind: 'unreachable', retryAt: 250 }],
  [
    { kind: 'blocked', status: 426 },
    { kind: 'unreachable', retryAt: 250 },
  ],
  [
    { kind: 'origin', origin: 'http://a.example' },
    { kind: 'origin', origin: 'http://a.example', retryAt: 45_000 },
  ],
  [{ kind: 'protocol' }, { kind: 'protocol', retryAt: 45_000 }],
])('turned away with %o, it is %o and comes back by itself', async (refusal, state) => {
  expect(await refusedWith(refusal)).toEqual(state);
  expect(asked, 'requests for the reason').toHaveLength(1);
  server.refusal = undefined;
  timer.advance('retryAt' in state ? state.retryAt : 0);
  (await server.connection()).say(READY);
  await until(() => states.at(-1)?.kind === 'ready');
  expect(asked).toHaveLength(1);
});

it('blames a proxy only when upgrades fail again and again', async () => {
  await refusedWith({ kind: 'blocked', status: 404 });
  timer.advance(250);
  await until(() => states.length === 4);
  expect(states[3]).toMatchObject({ kind: 'blocked', status: 404, retryAt: 45_250 });
});

it('tries an address that was not allowed at once when the page is seen again', async () => {
  await refusedWith({ kind: 'origin', origin: 'http://a.example' });
  server.refusal = undefined;
  connection.wake();
  (await server.connection()).say(READY);
  await until(() => states.at(-1)?.kind === 'ready');
});

it('waits for a key where one is asked for, shows it, and says when it is wrong', async () => {
  const unauthenticated = { kind: 'unauthenticated', accepts: ['key'] } as const;
  expect(await refusedWith(unauthenticated)).toEqual({ ...unauthenticated, wrong: undefined });
  expect(timer.untilNext).toBeUndefined();

  credential = { kind: 'key', secret: 'wrong' };
  connection.start();
  await until(() => states.length === 4);
  expect(states[3]).toEqual({ ...unauthenticated, wrong: 'key' });
  expect(asked.map(({ shown }) => shown?.secret)).toEqual([undefined, 'wrong']);

  credential = { kind: 'key', secret: 'right' };
  server.refusal = undefined;
  connection.start();
  (await server.connection()).say(READY);
  await until(() => states.at(-1)?.kind === 'ready');
  expect(server.offered.at(-1)).toBe('lukis.v1,quarkus-http-upgrade%23X-API-Key%23right');
});

it('remembers that a key would do, too, where a token is refused by another part of the server', async () => {
  await refusedWith({ kind: 'unauthenticated', accepts: ['key', 'token'] });
  why = async () => ({ kind: 'unauthenticated', accepts: ['token'] });
  credential = { kind: 'token', secret: 'broken' };
  connection.start();
  await until(() => states.length === 4);
  expect(states[3]).toMatchObject({ accepts: ['key', 'token'], wrong: 'token' });
});

it('asks no more when the page closes', async () => {
  why = () => new Promise(() => {});
  connection.start();
  await until(() => asked.length === 1);
  connection.stop();
  expect(asked[0]?.signal.aborted).toBe(true);
  expect(timer.untilNext).toBeUndefined();
});

it('takes an answer that comes after a new attempt for nothing', async () => {
  let answer: (refusal: Refusal) => void = () => {};
  const late = new Promise<Refusal>((resolve) => {
    answer = resolve;
  });
  why = () => late;
  connection.start();
  await until(() => asked.length === 1);
  server.refusal = undefined;
  connection.start();
  answer({ kind: 'full', waitMs: 1_000 });
  await late;
  (await server.connection()).say(READY);
  await until(() => states.at(-1)?.kind === 'ready');
  expect(states.map(({ kind }) => kind)).toEqual(['connecting', 'connecting', 'ready']);
});

it('does not wait for ever for a reason', async () => {
  why = () => new Promise(() => {});
  connection.start();
  await until(() => asked.length === 1);
  timer.advance(10_000);
  expect(states.at(-1)).toMatchObject({ kind: 'unreachable' });
  expect(asked[0]?.signal.aborted).toBe(true);
});

it('asks nothing about a connection that was open', async () => {
  server.refusal = undefined;
  why = () => Promise.reject(new Error('requested'));
  connection.start();
  (await server.connection()).socket.terminate();
  await until(() => states.at(-1)?.kind === 'unreachable');
  expect(asked).toEqual([]);
});
