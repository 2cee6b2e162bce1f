import type { Cancel, Timer } from '../environment';
import type { ImageUrls } from '../images/image-urls';
import type { Picture, State } from '../state/state';
import type { Store } from '../state/store';
import type { ConversationDatabase } from './conversation-database';
import {
  type ConversationRecord,
  DEFAULT_LIMITS,
  fromRecord,
  type StorageLimits,
  type StoredPicture,
  savedAtOf,
  toStored,
} from './conversation-record';
import type { Memory } from './memory';
import type { TabClaim } from './tab-claim';

/** Under which the last change before a reload is found. */
const UNSAVED = 'lukis.unsaved';
const QUIET_MS = 300;
const FEWEST = 4;
const WORDS_ONLY: StorageLimits = { pictures: 0, bytes: 0 };

/** What was stored of a tab. */
export interface RestoredConversation {
  readonly state: Partial<State>;
  readonly resumeToken: string | undefined;
}

export interface ConversationStorageOptions {
  readonly database: ConversationDatabase;
  readonly claim: TabClaim;
  readonly urls: ImageUrls;
  /** Storage of this tab that writes at once. */
  readonly memory: Memory;
  readonly timer: Timer;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly limits?: StorageLimits;
}

/**
 * Stores this tab's conversation a moment after each change, and reads it back. A browser without
 * room gets fewer pictures, then none, then nothing more. Failures end up in the console only: the
 * page works without storage.
 */
export class ConversationStorage {
  // Mutable state
  private limits: StorageLimits;
  private exists = false;
  private failed = false;
  private stored = new Set<string>();
  private writing: Promise<void> = Promise.resolve();
  private pending: State | undefined;
  private cancel: Cancel = () => {};
  private unsubscribe: Cancel = () => {};

  constructor(private readonly options: ConversationStorageOptions) {
    this.limits = options.limits ?? DEFAULT_LIMITS;
  }

  /** Whether changes are still stored. */
  get isStoring(): boolean {
    return !this.failed;
  }

  /** A damaged or older record is as if there were none. A duplicated tab gets a copy. */
  async load(): Promise<RestoredConversation | undefined> {
    const { database, claim, now } = this.options;
    const tab = claim.copyOf ?? claim.tab;
    await database.expire(tab, now());
    const record = newer(this.takeUnsaved(), await database.read(tab));
    if (record === undefined) return undefined;
    try {
      const pictures = await this.readPictures(tab);
      const state = fromRecord(record, (picture) => this.restored(picture, pictures));
      if (claim.copyOf !== undefined) return { state, resumeToken: undefined };
      this.exists = true;
      this.stored = new Set(pictures.keys());
      return { state, resumeToken: (record as ConversationRecord).resumeToken };
    } catch (error) {
      console.warn('the stored conversation is not readable', error);
      await database.remove(claim.tab);
      return undefined;
    }
  }

  follow(store: Store): void {
    let before = store.state;
    // What the database did not have yet, or a copy, is written now.
    this.pending = before;
    this.flush();
    this.unsubscribe = store.subscribe((state) => {
      const changed = RELEVANT.some((name) => state[name] !== before[name]);
      before = state;
      if (changed) this.soon(state);
    });
  }

  /** Writes what waits at once: the page may be gone in a moment. */
  flush(): void {
    this.cancel();
    const { pending } = this;
    this.pending = undefined;
    if (pending !== undefined) this.writing = this.writing.then(() => this.write(pending));
  }

  /**
   * As `flush`, for a page that is being left: a database may not be written any more. Pictures of
   * the last moment are painted again.
   */
  leave(): void {
    if (this.pending !== undefined && (this.exists || !isEmpty(this.pending))) {
      const { record } = toStored(this.pending, this.options.now(), this.limits);
      this.options.memory.setItem(UNSAVED, JSON.stringify(record));
    }
    this.flush();
  }

  /** Deletes everything that is stored of this tab. */
  async remove(): Promise<void> {
    this.cancel();
    this.pending = undefined;
    this.options.memory.removeItem(UNSAVED);
    await this.writing;
    await this.erase();
  }

  /** Ends once everything that was given is written. */
  async settled(): Promise<void> {
    await this.writing;
  }

  private takeUnsaved(): unknown {
    const { memory, claim } = this.options;
    const text = memory.getItem(UNSAVED);
    memory.removeItem(UNSAVED);
    // A duplicated tab may hold what another has long since gone on from.
    return text === null || claim.copyOf !== undefined ? undefined : parsed(text);
  }

  private soon(state: State): void {
    this.cancel();
    this.pending = state;
    this.cancel = this.options.timer.after(QUIET_MS, () => this.flush());
  }

  private async write(state: State): Promise<void> {
    const { database, claim, now } = this.options;
    try {
      // A visit without a word leaves nothing.
      if (isEmpty(state)) await this.erase();
      else await database.write(claim.tab, toStored(state, now(), this.limits), this.stored);
      this.exists = !isEmpty(state);
    } catch (error) {
      if (this.limits.pictures === 0) {
        console.warn('the conversation is not stored', error);
        this.unsubscribe();
        this.failed = true;
        return;
      }
      // Some browsers store no blobs in private windows, but words.
      this.limits = isQuota(error) ? fewer(this.limits, this.stored.size) : WORDS_ONLY;
      await this.write(state);
    }
  }

  private async erase(): Promise<void> {
    if (this.exists) await this.options.database.remove(this.options.claim.tab);
    this.exists = false;
    this.stored.clear();
  }

  private async readPictures(tab: string): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
    const blobs = await this.options.database.readPictures(tab);
    const pictures = await Promise.all(
      [...blobs].map(async ([key, blob]) => {
        const bytes = new Uint8Array(await blob.arrayBuffer());
        return [key, bytes] as const;
      }),
    );
    return new Map(pictures);
  }

  private restored(
    { key, ...picture }: StoredPicture,
    pictures: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  ): Picture | undefined {
    const bytes = pictures.get(key);
    if (bytes === undefined) return undefined;
    return { ...picture, bytes, url: this.options.urls.create({ header: picture, bytes }) };
  }
}

const RELEVANT = [
  'text',
  'entries',
  'timeline',
  'chosen',
  'comparison',
  'controls',
  'seed',
  'keepSeed',
  'server',
] as const satisfies readonly (keyof State)[];

function fewer({ pictures, bytes }: StorageLimits, stored: number): StorageLimits {
  const half = Math.floor(Math.min(pictures, Math.max(stored, FEWEST)) / 2);
  return half < FEWEST ? WORDS_ONLY : { pictures: half, bytes: Math.floor(bytes / 2) };
}

function isEmpty({ entries, text }: State): boolean {
  return entries.length === 0 && text === '';
}

function newer(unsaved: unknown, record: unknown): unknown {
  return savedAtOf(unsaved) > savedAtOf(record) ? unsaved : record;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
