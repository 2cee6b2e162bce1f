import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Picture } from '../state/state';
import { type StoredConversation, savedAtOf } from './conversation-record';

const NAME = 'lukis';
const VERSION = 1;
/** The conversations of closed tabs that are stored at most, and for how long. */
const TABS = 12;
const EXPIRES_MS = 7 * 24 * 3_600_000;

interface Schema extends DBSchema {
  /** By tab. What is there may come from another version of the page, or be damaged. */
  conversations: { key: string; value: unknown };
  /** By tab and picture. */
  pictures: { key: [string, string]; value: Blob };
}

/**
 * Conversations in IndexedDB, one a tab, with their pictures as blobs. Every method rejects with a
 * `DOMException` if the browser does not allow it, or has no room.
 */
export class ConversationDatabase {
  private constructor(private readonly database: IDBPDatabase<Schema>) {}

  static async open(): Promise<ConversationDatabase> {
    const database = await openDB<Schema>(NAME, VERSION, {
      upgrade(created) {
        created.createObjectStore('conversations');
        created.createObjectStore('pictures');
      },
      // Another tab brings a newer version of the page.
      blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    });
    return new ConversationDatabase(database);
  }

  read(tab: string): Promise<unknown> {
    return this.database.get('conversations', tab);
  }

  async readPictures(tab: string): Promise<ReadonlyMap<string, Blob>> {
    const { store } = this.database.transaction('pictures');
    const range = picturesOf(tab);
    const [keys, blobs] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
    return new Map(keys.map(([, key], index) => [key, blobs[index] as Blob]));
  }

  /**
   * Replaces a tab's conversation, in one transaction.
   *
   * @param stored keys of the pictures that are stored already; brought up to date
   */
  async write(
    tab: string,
    { record, pictures }: StoredConversation,
    stored: Set<string>,
  ): Promise<void> {
    const names = ['conversations', 'pictures'] as const;
    const transaction = this.database.transaction(names, 'readwrite', { durability: 'relaxed' });
    const store = transaction.objectStore('pictures');
    const missing = [...pictures].filter(([key]) => !stored.has(key));
    const surplus = [...stored].filter((key) => !pictures.has(key));
    await Promise.all([
      transaction.objectStore('conversations').put(record, tab),
      ...missing.map(([key, picture]) => store.put(blobOf(picture), [tab, key])),
      ...surplus.map((key) => store.delete([tab, key])),
      transaction.done,
    ]);
    stored.clear();
    for (const key of pictures.keys()) stored.add(key);
  }

  async remove(tab: string): Promise<void> {
    const transaction = this.database.transaction(['conversations', 'pictures'], 'readwrite');
    await Promise.all([
      transaction.objectStore('conversations').delete(tab),
      transaction.objectStore('pictures').delete(picturesOf(tab)),
      transaction.done,
    ]);
  }

  /** Removes old conversations of other tabs, and the oldest of too many. */
  async expire(tab: string, now: number): Promise<void> {
    const { store } = this.database.transaction('conversations');
    const [tabs, records] = await Promise.all([store.getAllKeys(), store.getAll()]);
    const others = tabs
      .map((name, index) => ({ name, savedAt: savedAtOf(records[index]) }))
      .filter(({ name }) => name !== tab)
      .sort((a, b) => b.savedAt - a.savedAt);
    const old = others.filter(
      ({ savedAt }, index) => index >= TABS || now - savedAt > EXPIRES_MS || savedAt > now,
    );
    for (const { name } of old) await this.remove(name);
  }

  close(): void {
    this.database.close();
  }
}

function picturesOf(tab: string): IDBKeyRange {
  return IDBKeyRange.bound([tab, ''], [tab, '\uffff']);
}

function blobOf({ bytes, mime }: Picture): Blob {
  return new Blob([bytes], { type: mime });
}
