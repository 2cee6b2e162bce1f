import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { State } from '../../src/state/state';
import { ConversationDatabase } from '../../src/storage/conversation-database';
import { RECORD_VERSION, type StorageLimits } from '../../src/storage/conversation-record';
import { ConversationStorage } from '../../src/storage/conversation-storage';
import { type Memory, SafeMemory, TransientMemory } from '../../src/storage/memory';
import { claimTab } from '../../src/storage/tab-claim';
import { ControllerHarness } from '../fake/controller-harness';
import { READY } from '../fake/fake-server';

const DAY_MS = 24 * 3_600_000;

let database: ConversationDatabase;
let clock: number;
let memories: Map<string, Memory>;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await ConversationDatabase.open();
  clock = 1_000 * DAY_MS;
  memories = new Map();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

afterEach(() => {
  database.close();
  vi.restoreAllMocks();
});

function storageOf(
  harness: ControllerHarness,
  { tab = 'tab', copyOf, limits }: { tab?: string; copyOf?: string; limits?: StorageLimits } = {},
): ConversationStorage {
  const { urls, timer } = harness;
  const claim = { tab, copyOf };
  const memory = memoryOf(tab);
  return new ConversationStorage({
    database,
    claim,
    urls,
    memory,
    timer,
    now: () => clock,
    limits,
  });
}

function memoryOf(tab: string): Memory {
  const memory = memories.get(tab) ?? new TransientMemory();
  memories.set(tab, memory);
  return memory;
}

/** A harness whose conversation is stored as it goes. */
function stored(how: { tab?: string; limits?: StorageLimits } = {}) {
  const harness = ControllerHarness.ready();
  const storage = storageOf(harness, how);
  storage.follow(harness.store);
  const write = async () => {
    harness.timer.advance(300);
    await storage.settled();
  };
  return { harness, storage, write };
}

function keep(harness: ControllerHarness, prompt: string): void {
  harness.paint(harness.type(prompt), { final: true });
  harness.controller.commit();
}

const reloaded = (how: { tab?: string; copyOf?: string } = {}) =>
  storageOf(new ControllerHarness(), how).load();

const prompts = (state: Partial<State> | undefined) =>
  state?.entries?.map(({ prompt, picture }) => [prompt, picture !== undefined]);

it('brings words, pictures, tree, timeline and settings back', async () => {
  const { harness, write } = stored();
  keep(harness, 'a boat');
  harness.controller.edit(1);
  harness.paint(harness.type('a red boat'), { final: true });
  harness.controller.commit();
  harness.controller.control({ format: 'png' });
  harness.paint(harness.type('a cat'));
  await write();
  const restored = await reloaded();
  const { text, controls, revision, chosen } = harness.state;
  expect(restored?.state).toMatchObject({ text, controls, revision, chosen });
  expect(prompts(restored?.state)).toEqual([
    ['a boat', true],
    ['a red boat', true],
    ['a cat', true],
  ]);
  expect(restored?.state.timeline?.map(({ prompt }) => prompt)).toEqual(['a cat']);
  expect(restored?.state.entries?.[1]).toMatchObject({ bubble: 1, parent: 1 });
  expect(restored?.state.entries?.[0]?.picture?.bytes).toEqual(new Uint8Array(1));
});

it('resumes the session, and goes on above the revision of the server', async () => {
  const { harness, write } = stored();
  harness.controller.messageArrived({ ...READY, resume: 'token' });
  harness.type('a boat');
  await write();
  const restored = await reloaded();
  expect(restored?.resumeToken).toBe('token');
  const next = new ControllerHarness(restored?.state);
  next.controller.stateChanged({ kind: 'ready' });
  next.controller.messageArrived({ ...READY, resumed: 40 });
  expect(next.said('prompt')).toEqual([
    { type: 'prompt', revision: 41, text: 'a boat', composing: false },
  ]);
});

it('asks again for a picture that was not finished', async () => {
  const { harness, write } = stored();
  harness.type('a boat');
  harness.controller.commit();
  await write();
  const next = new ControllerHarness((await reloaded())?.state);
  next.controller.stateChanged({ kind: 'ready' });
  next.controller.messageArrived(READY);
  const [commit] = next.said('commit');
  expect(next.said('prompt')).toMatchObject([{ text: 'a boat', revision: commit?.revision }]);
});

it('writes pending changes when the page is left', async () => {
  const { harness, storage } = stored();
  harness.type('a boat');
  storage.flush();
  await storage.settled();
  expect((await reloaded())?.state.text).toBe('a boat');
});

it('has the last change before a reload, even if the database was not written any more', async () => {
  const { harness, storage, write } = stored();
  keep(harness, 'a boat');
  await write();
  vi.spyOn(database, 'write').mockImplementation(() => new Promise(() => {}));
  clock += 1;
  harness.type('a cat');
  storage.leave();
  expect((await reloaded())?.state).toMatchObject({ text: 'a cat' });
  expect(memoryOf('tab').getItem('lukis.unsaved'), 'it is used once').toBeNull();
});

it('prefers what was written later, after it was left and came back', async () => {
  const { harness, storage, write } = stored();
  harness.type('a cat');
  storage.leave();
  await storage.settled();
  clock += 1_000;
  harness.type('a cat on a boat');
  await write();
  expect((await reloaded())?.state.text).toBe('a cat on a boat');
});

it('paints a kept picture again whose bytes were not written any more', async () => {
  const { harness, storage } = stored();
  vi.spyOn(database, 'write').mockImplementation(() => new Promise(() => {}));
  keep(harness, 'a boat');
  storage.leave();
  const next = new ControllerHarness((await reloaded())?.state);
  next.controller.stateChanged({ kind: 'ready' });
  next.controller.messageArrived(READY);
  expect(next.said('commit')).toHaveLength(1);
  expect(next.said('prompt').at(-1)?.text).toBe('a boat');
});

it('stores nothing of a visit without a word, nor of a deleted conversation', async () => {
  const { harness, storage, write } = stored();
  harness.controller.messageArrived(READY);
  await write();
  expect(await database.read('tab')).toBeUndefined();
  keep(harness, 'a boat');
  await write();
  harness.controller.wipe();
  await storage.remove();
  harness.controller.messageArrived(READY);
  await write();
  expect(await database.read('tab')).toBeUndefined();
  expect((await database.readPictures('tab')).size).toBe(0);
});

it.each<[string, StorageLimits]>([
  ['pictures', { pictures: 2, bytes: 1_000 }],
  ['bytes', { pictures: 100, bytes: 2 }],
])('drops the oldest where there are too many %s', async (_what, limits) => {
  const { harness, write } = stored({ limits });
  for (const prompt of ['a boat', 'a cat', 'a tree']) keep(harness, prompt);
  await write();
  expect(prompts((await reloaded())?.state)).toEqual([
    ['a cat', true],
    ['a tree', true],
  ]);
  expect((await database.readPictures('tab')).size).toBe(2);
});

it.each(['QuotaExceededError', 'DataCloneError'])(
  'stores fewer pictures, then only words, where there is no room for more: %s',
  async (name) => {
    const { harness, write } = stored();
    const full = new DOMException('no', name);
    const write0 = database.write.bind(database);
    vi.spyOn(database, 'write').mockImplementation((tab, conversation, keys) =>
      conversation.pictures.size > 0 ? Promise.reject(full) : write0(tab, conversation, keys),
    );
    keep(harness, 'a boat');
    harness.paint(harness.type('a cat'));
    await write();
    const restored = await reloaded();
    expect(restored?.state.text).toBe('a cat');
    expect(prompts(restored?.state)).toEqual([['a cat', false]]);
  },
);

it('stops where nothing can be stored, and lets the page go on', async () => {
  const { harness, storage, write } = stored();
  const spy = vi.spyOn(database, 'write').mockRejectedValue(new DOMException('no', 'UnknownError'));
  harness.type('a boat');
  await write();
  harness.type('a boat at sea');
  await write();
  expect(spy, 'with pictures, and without').toHaveBeenCalledTimes(2);
  expect(storage.isStoring).toBe(false);
  expect(harness.state.text).toBe('a boat at sea');
});

it.each([
  ['of another version', (record: object) => ({ ...record, version: RECORD_VERSION + 1 })],
  ['without entries', (record: object) => ({ ...record, entries: undefined })],
  ['with a damaged entry', (record: object) => ({ ...record, entries: [{ id: 'one' }] })],
  ['that is none', () => 'nonsense'],
])('ignores and removes a record %s', async (_what, damage) => {
  const { harness, write } = stored();
  keep(harness, 'a boat');
  await write();
  const record = (await database.read('tab')) as object;
  await database.write(
    'tab',
    { record: damage(record) as never, pictures: new Map() },
    new Set<string>(),
  );
  expect(await reloaded()).toBeUndefined();
  expect(await database.read('tab')).toBeUndefined();
});

it('shows the words of a picture whose bytes are gone', async () => {
  const { harness, write } = stored();
  keep(harness, 'a boat');
  await write();
  const spy = vi.spyOn(database, 'readPictures').mockResolvedValue(new Map());
  expect(prompts((await reloaded())?.state)).toEqual([['a boat', false]]);
  spy.mockRestore();
});

it('keeps tabs apart, and gives a duplicated one a copy without the token', async () => {
  const first = stored();
  first.harness.controller.messageArrived({ ...READY, resume: 'token' });
  keep(first.harness, 'a boat');
  await first.write();
  const copy = await reloaded({ tab: 'other', copyOf: 'tab' });
  expect(prompts(copy?.state)).toEqual([['a boat', true]]);
  expect(copy?.resumeToken).toBeUndefined();
  const second = stored({ tab: 'other' });
  keep(second.harness, 'a cat');
  await second.write();
  expect(prompts((await reloaded())?.state)).toEqual([['a boat', true]]);
});

it('forgets other tabs after seven days, and the oldest of many', async () => {
  for (let tab = 0; tab < 15; tab++) {
    const { harness, write } = stored({ tab: `tab ${tab}` });
    keep(harness, 'a boat');
    await write();
    clock += 1_000;
  }
  await reloaded({ tab: 'new' });
  expect(await database.read('tab 2')).toBeUndefined();
  expect(await database.read('tab 3')).toBeDefined();
  expect((await database.readPictures('tab 2')).size).toBe(0);
  clock += 8 * DAY_MS;
  await reloaded({ tab: 'tab 14' });
  expect(await database.read('tab 13')).toBeUndefined();
  expect(await database.read('tab 14'), 'its own is kept').toBeDefined();
});

describe('the name of a tab', () => {
  const names =
    (...all: string[]) =>
    () =>
      all.shift() ?? '';

  it('outlives a reload', async () => {
    const memory = new TransientMemory();
    const hold = async () => true;
    expect(await claimTab(memory, hold, names('a'))).toEqual({ tab: 'a', copyOf: undefined });
    expect(await claimTab(memory, hold, names('b'))).toEqual({ tab: 'a', copyOf: undefined });
  });

  it('is another for a duplicate', async () => {
    const memory = new TransientMemory();
    const held = new Set<string>();
    const hold = async (name: string) => !held.has(name) && held.add(name) !== undefined;
    await claimTab(memory, hold, names('a'));
    expect(await claimTab(memory, hold, names('b'))).toEqual({ tab: 'b', copyOf: 'a' });
    expect(memory.getItem('lukis.tab')).toBe('b');
  });
});

it('remembers for as long as the page is open where storage is forbidden or full', () => {
  const forbidden = new SafeMemory(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  const full: Memory = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
    removeItem: () => {},
  };
  for (const memory of [forbidden, new SafeMemory(() => full)]) {
    memory.setItem('theme', 'dark');
    expect(memory.getItem('theme')).toBe('dark');
    memory.removeItem('theme');
    expect(memory.getItem('theme')).toBeNull();
  }
});
