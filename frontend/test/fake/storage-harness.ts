import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, vi } from 'vitest';
import type { State } from '../../src/state/state';
import { ConversationDatabase } from '../../src/storage/conversation-database';
import type { StorageLimits } from '../../src/storage/conversation-record';
import { ConversationStorage } from '../../src/storage/conversation-storage';
import { type Memory, TransientMemory } from '../../src/storage/memory';
import { ControllerHarness } from './controller-harness';

export const DAY_MS = 24 * 3_600_000;

interface Tab {
  readonly tab?: string;
  readonly copyOf?: string;
  readonly limits?: StorageLimits;
}

/** A browser with an empty database for each test, and tabs that store their conversations. */
export class StorageHarness {
  database!: ConversationDatabase;
  clock = 1_000 * DAY_MS;
  private memories = new Map<string, Memory>();

  /** To be called once in a test file. */
  static use(): StorageHarness {
    const harness = new StorageHarness();
    beforeEach(async () => {
      globalThis.indexedDB = new IDBFactory();
      harness.database = await ConversationDatabase.open();
      harness.clock = 1_000 * DAY_MS;
      harness.memories = new Map();
      vi.spyOn(console, 'warn').mockImplementation(() => {});
    });
    afterEach(() => {
      harness.database.close();
      vi.restoreAllMocks();
    });
    return harness;
  }

  memoryOf(tab: string): Memory {
    const memory = this.memories.get(tab) ?? new TransientMemory();
    this.memories.set(tab, memory);
    return memory;
  }

  /** A page that stores its conversation. */
  page(how: Tab = {}) {
    const page = ControllerHarness.ready();
    const storage = this.storageOf(page, how);
    storage.follow(page.store);
    const write = async () => {
      page.timer.advance(300);
      await storage.settled();
    };
    return { harness: page, storage, write };
  }

  /** What a reload of a tab finds. */
  reloaded(how: Tab = {}) {
    return this.storageOf(new ControllerHarness(), how).load();
  }

  private storageOf(page: ControllerHarness, { tab = 'tab', copyOf, limits }: Tab) {
    return new ConversationStorage({
      database: this.database,
      claim: { tab, copyOf },
      urls: page.urls,
      memory: this.memoryOf(tab),
      timer: page.timer,
      now: () => this.clock,
      limits,
    });
  }
}

/** Paints a prompt to the end and keeps its picture. */
export function keep(harness: ControllerHarness, prompt: string): void {
  harness.paint(harness.type(prompt), { final: true });
  harness.controller.commit();
}

/** The prompts of a conversation, each with whether it has a picture. */
export function prompts(state: Partial<State> | undefined) {
  return state?.entries?.map(({ prompt, picture }) => [prompt, picture !== undefined]);
}
