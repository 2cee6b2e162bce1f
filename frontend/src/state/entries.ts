import type { Entry, State } from './state';

/** The revisions of an entry to which no image belongs (any more, or yet). */
export const NO_REVISIONS = { from: 1, revision: 0, sameSince: 1 } as const;

/** An entry that starts a bubble of its own with a revision. */
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

/** The entry in place of the one with its id, or added. */
export function withEntry(state: State, entry: Entry): State {
  if (entry.id === state.nextId) {
    return { ...state, nextId: entry.id + 1, entries: [...state.entries, entry] };
  }
  return { ...state, entries: state.entries.map((old) => (old.id === entry.id ? entry : old)) };
}
