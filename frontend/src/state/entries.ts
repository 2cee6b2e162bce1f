import type { Entry, State } from './state';

/** A range of revisions that contains no image. */
export const NO_REVISIONS = { from: 1, revision: 0, sameSince: 1 } as const;

/** A new entry, in a new bubble. */
export function newEntry(state: State, revision: number): Entry {
  return {
    id: state.nextId,
    bubble: state.nextId,
    parent: undefined,
    seed: state.seed,
    phase: 'typing',
    prompt: '',
    from: revision,
    revision,
    sameSince: revision,
    fading: false,
  };
}

/** Replaces the entry with the same id, or adds it. */
export function withEntry(state: State, entry: Entry): State {
  if (entry.id === state.nextId) {
    return { ...state, nextId: entry.id + 1, entries: [...state.entries, entry] };
  }
  return { ...state, entries: state.entries.map((old) => (old.id === entry.id ? entry : old)) };
}
