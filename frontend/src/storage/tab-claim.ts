import type { Memory } from './memory';

const KEY = 'lukis.tab';
/** A tab that reloads may hold its lock for a moment longer. */
const PATIENCE_MS = 300;

/** A tab, under whose name its conversation is stored. */
export interface TabClaim {
  readonly tab: string;
  /** The tab of which this one is a duplicate. */
  readonly copyOf: string | undefined;
}

/** Holds a name exclusively until the page is closed; `false` if another page holds it. */
export type Hold = (name: string) => Promise<boolean>;

/**
 * Names this tab. A reload keeps the name, which is in `sessionStorage`. A duplicated tab starts
 * with a copy of that storage, and so takes a name of its own: otherwise two tabs would overwrite
 * each other's conversation.
 */
export async function claimTab(
  memory: Memory,
  hold: Hold,
  newName: () => string,
): Promise<TabClaim> {
  const before = memory.getItem(KEY) ?? undefined;
  if (before !== undefined && (await hold(before))) return { tab: before, copyOf: undefined };
  const tab = newName();
  memory.setItem(KEY, tab);
  await hold(tab);
  return { tab, copyOf: before };
}

/** Random, also where `crypto.randomUUID` is missing: on plain http. */
export function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join(
    '',
  );
}

/** By Web Locks where the browser has them, else by asking the other tabs. */
export const holdInBrowser: Hold = (name) =>
  navigator.locks === undefined ? holdByAsking(name) : holdByLock(name, navigator.locks);

function holdByLock(name: string, locks: LockManager): Promise<boolean> {
  return new Promise((resolve) => {
    const held = () => {
      resolve(true);
      return untilHidden();
    };
    // A page in the back/forward cache must hold no lock, and takes it again when it comes back.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) void locks.request(`lukis.${name}`, untilHidden);
    });
    const signal = AbortSignal.timeout(PATIENCE_MS);
    locks.request(`lukis.${name}`, { signal }, held).catch(() => resolve(false));
  });
}

function untilHidden(): Promise<void> {
  return new Promise((release) => {
    addEventListener('pagehide', () => release(), { once: true });
  });
}

/** Plain http has no locks: the tab that has the name answers. */
function holdByAsking(name: string): Promise<boolean> {
  if (typeof BroadcastChannel === 'undefined') return Promise.resolve(true);
  const channel = new BroadcastChannel(`lukis.${name}`);
  return new Promise((resolve) => {
    const waiting = setTimeout(() => {
      channel.onmessage = ({ data }) => {
        if (data === 'free?') channel.postMessage('taken');
      };
      resolve(true);
    }, PATIENCE_MS / 2);
    channel.onmessage = ({ data }) => {
      if (data !== 'taken') return;
      clearTimeout(waiting);
      channel.close();
      resolve(false);
    };
    channel.postMessage('free?');
  });
}
