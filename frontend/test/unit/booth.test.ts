import { beforeEach, describe, expect, it } from 'vitest';
import { AttractLoop } from '../../src/booth/attract-loop';
import { FailureWatch } from '../../src/booth/failure-watch';
import { IdleTimer } from '../../src/booth/idle-timer';
import { INITIAL_STATE, type State } from '../../src/state/state';
import { Typewriter } from '../../src/typing/typewriter';
import { ControllerHarness } from '../fake/controller-harness';
import { ManualTimer } from '../fake/manual-timer';
import { mulberry } from '../fake/scene';

let timer: ManualTimer;

beforeEach(() => {
  timer = new ManualTimer();
});

describe('the idleTimer', () => {
  let traces: boolean;
  let did: string[];
  let idleTimer: IdleTimer;

  beforeEach(() => {
    traces = false;
    did = [];
    idleTimer = new IdleTimer({
      timer,
      attractAfterMs: 20_000,
      wipeAfterMs: 60_000,
      hasTraces: () => traces,
      attract: () => did.push('attract'),
      welcome: () => did.push('welcome'),
      wipe: () => {
        traces = false;
        did.push('wipe');
      },
      warn: (wipeAt) => did.push(wipeAt === undefined ? 'stay' : `warn ${wipeAt}`),
    });
    idleTimer.start();
  });

  it('attracts after a while on an empty page', () => {
    timer.advance(19_999);
    expect(did).toEqual([]);
    timer.advance(1);
    expect(did).toEqual(['attract']);
    timer.advance(600_000);
    expect(did).toEqual(['attract']);
  });

  it('ends the attract loop when the page is touched', () => {
    timer.advance(20_000);
    expect(idleTimer.touched()).toBe(true);
    expect(idleTimer.touched()).toBe(false);
    expect(did).toEqual(['attract', 'welcome']);
  });

  it('warns, wipes and attracts again once a visitor has left', () => {
    traces = true;
    idleTimer.touched();
    timer.advance(50_000);
    expect(did).toEqual(['warn 60000']);
    timer.advance(10_000);
    expect(did).toEqual(['warn 60000', 'stay', 'wipe', 'attract']);
  });

  it('wipes nothing as long as the page is touched', () => {
    traces = true;
    for (let touch = 0; touch < 10; touch++) {
      timer.advance(55_000);
      idleTimer.touched();
    }
    expect(did).not.toContain('wipe');
  });

  it('attracts also where a visitor has left nothing', () => {
    timer.advance(10_000);
    idleTimer.touched();
    timer.advance(20_000);
    expect(did).toEqual(['attract']);
  });
});

it('types one prompt after the other, with a pause after each', () => {
  const said: string[] = [];
  const typewriter = new Typewriter(timer, mulberry(2));
  const prompts = () => ['a cat', 'a dog'];
  const loop = new AttractLoop({ timer, typewriter, prompts, say: (text) => said.push(text) });
  loop.start();
  timer.advance(30_000);
  const whole = said.filter((text) => prompts().includes(text));
  expect(whole.slice(0, 3)).toEqual(['a cat', 'a dog', 'a cat']);
  loop.stop();
  const before = said.length;
  timer.advance(30_000);
  expect(said).toHaveLength(before);
});

describe('the failure watch', () => {
  const ready = { ...INITIAL_STATE, connection: { kind: 'ready' } } as const;
  const refused = {
    ...ready,
    connection: { kind: 'refused', code: 1008, reason: 'full' },
  } as const;
  let failing: boolean[];
  let reconnected: number;
  let watch: FailureWatch;

  beforeEach(() => {
    failing = [];
    reconnected = 0;
    watch = new FailureWatch({
      timer,
      changed: (now) => failing.push(now),
      reconnect: () => reconnected++,
    });
  });

  it('forgives a short break', () => {
    watch.look(INITIAL_STATE);
    timer.advance(4_000);
    watch.look(ready);
    timer.advance(60_000);
    expect(failing).toEqual([]);
  });

  it('reports a lost server, reconnects by itself, and reports that it is back', () => {
    watch.look(refused);
    timer.advance(5_000 + 2 * 15_000);
    expect(failing).toEqual([true]);
    expect(reconnected).toBe(2);
    watch.look(ready);
    timer.advance(60_000);
    expect(failing).toEqual([true, false]);
    expect(reconnected).toBe(2);
  });

  it('reports a missing key at once, and recovers by itself', () => {
    const connection = { kind: 'unauthenticated', accepts: ['key'], wrong: undefined } as const;
    watch.look({ ...ready, connection });
    timer.advance(0);
    expect(failing).toEqual([true]);
    timer.advance(15_000);
    expect(reconnected).toBe(1);
    watch.look({ ...ready, connection: { kind: 'connecting' } });
    timer.advance(1_000);
    expect(failing).toEqual([true]);
    watch.look(ready);
    expect(failing).toEqual([true, false]);
  });

  it.each<State['connection']>([
    { kind: 'origin', origin: 'http://a.example', retryAt: 30_000 },
    { kind: 'blocked', status: 404, retryAt: 30_000 },
    { kind: 'protocol', retryAt: 30_000 },
  ])('reports at once what only an operator can change: $kind', (connection) => {
    watch.look({ ...ready, connection });
    timer.advance(0);
    expect(failing).toEqual([true]);
    timer.advance(30_000);
    expect(reconnected, 'the connection tries again by itself').toBe(0);
  });

  it('leaves a full server alone for as long as that wants', () => {
    watch.look({ ...ready, connection: { kind: 'busy', retryAt: 60_000 } });
    timer.advance(60_000);
    expect(failing).toEqual([true]);
    expect(reconnected).toBe(0);
  });

  it('reports a server that is reachable but does not paint', () => {
    const harness = ControllerHarness.ready();
    harness.type('a boat');
    watch.look(harness.state);
    timer.advance(20_000);
    expect(failing).toEqual([true]);
  });

  it('does not take a queue, or words that are not painted, for a failure', () => {
    watch.look({ ...ready, connection: { kind: 'queued', position: 9 } });
    timer.advance(60_000);
    const harness = ControllerHarness.ready();
    const revision = harness.type('a boat');
    harness.controller.messageArrived({ type: 'queued', revision, position: 2 });
    watch.look(harness.state);
    timer.advance(60_000);
    harness.controller.messageArrived({
      type: 'error',
      code: 'prompt-blocked',
      message: 'm',
      revision,
    });
    watch.look(harness.state);
    timer.advance(60_000);
    expect(failing).toEqual([]);
    harness.type('a boat at sea');
    watch.look(harness.state);
    timer.advance(20_000);
    expect(failing).toEqual([true]);
  });
});

it('leaves nothing of a visitor, also not on the server', () => {
  const harness = ControllerHarness.ready();
  harness.paint(harness.type('a boat'), { final: true });
  harness.controller.commit();
  harness.controller.control({ format: 'png' });
  const { seed, revision } = harness.state;
  harness.controller.wipe();
  expect(harness.state).toMatchObject({
    entries: [],
    text: '',
    controls: {},
    lastPicture: undefined,
  });
  expect(harness.state.seed).not.toBe(seed);
  expect(harness.state.revision, 'revisions still rise').toBe(revision);
  expect(harness.urls.alive.size).toBe(0);
  expect(harness.starts, 'a new session').toBe(1);
});
