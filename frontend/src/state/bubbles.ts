import { entryOf } from './selectors';
import type { Comparison, Entry, State } from './state';

/** A bubble of the conversation: a tree of entries, one of which it shows. */
export interface Bubble {
  readonly id: number;
  readonly entry: Entry;
  /** All entries of the tree, oldest first. */
  readonly tree: readonly Entry[];
  readonly comparison: Comparison | undefined;
}

/** The conversation, oldest first. A bubble shows the entry being typed, if it has one. */
export function bubblesOf(state: State): readonly Bubble[] {
  const ids = [...new Set(state.entries.map(({ bubble }) => bubble))].sort((a, b) => a - b);
  return ids.flatMap((id) => {
    const tree = state.entries.filter(({ bubble }) => bubble === id);
    const entry = shownEntry(state, id, tree);
    const comparison = state.comparison?.bubble === id ? state.comparison : undefined;
    return entry === undefined ? [] : [{ id, entry, tree, comparison }];
  });
}

/** The entries that bubbles show, without the one being typed. */
export function formerEntries(state: State): readonly Entry[] {
  return bubblesOf(state).flatMap(({ id, entry, tree }) => {
    if (entry.phase !== 'typing') return [entry];
    const former = entryOf(state, entry.parent ?? state.chosen[id] ?? -1) ?? tree[0];
    return former === undefined || former === entry ? [] : [former];
  });
}

function shownEntry(state: State, id: number, tree: readonly Entry[]): Entry | undefined {
  const typing = tree.find(({ phase }) => phase === 'typing');
  const chosen = state.chosen[id];
  return typing ?? tree.find((entry) => entry.id === chosen) ?? tree[0];
}
