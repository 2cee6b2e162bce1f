import { isBlank, normalise } from './prompts';
import { isFinished, typingEntry } from './selectors';
import type { Entry, State } from './state';

/** The composer holds other text: a new revision of the live picture, or the first of a new one. */
export function typed(state: State, text: string): State {
  const revision = state.revision + 1;
  const live = typingEntry(state);
  const next = { ...state, text, revision };
  if (isBlank(text)) return live === undefined ? next : withEntry(next, faded(live, revision));
  return withEntry(next, edited(live ?? newEntry(state, revision), text, revision));
}

/** The faded picture of an emptied composer goes. */
export function forgotten(state: State): State {
  return { ...state, entries: state.entries.filter((entry) => !entry.fading) };
}

/** Enter: the live picture is on its way into the conversation, or there already. */
export function committed(state: State): State {
  const live = typingEntry(state);
  if (live === undefined || live.fading) return state;
  const phase = isFinished(live) ? 'kept' : 'finishing';
  return withEntry({ ...state, text: '' }, { ...live, phase });
}

/** A former prompt comes back into the composer, with its picture and its seed. */
export function recalled(state: State, id: number): State {
  const former = state.entries.find((entry) => entry.id === id);
  if (former === undefined) return state;
  const revision = state.revision + 1;
  const entry: Entry = {
    ...(typingEntry(state) ?? newEntry(state, revision)),
    prompt: former.prompt,
    picture: former.picture,
    from: revision,
    sameSince: revision,
    revision,
    fading: false,
  };
  const seed = former.picture?.seed ?? state.seed;
  return withEntry({ ...state, text: former.prompt, revision, seed }, entry);
}

/** Another seed: the live picture is to be painted anew for the same words. */
export function shuffled(state: State, seed: number): State {
  const live = typingEntry(state);
  const next = { ...state, seed, lastPicture: undefined };
  if (live === undefined) return next;
  const revision = state.revision + 1;
  const picture = live.picture && { ...live.picture, words: undefined };
  return withEntry({ ...next, revision }, { ...live, picture, revision, sameSince: revision });
}

function newEntry(state: State, revision: number): Entry {
  return {
    id: state.nextId,
    phase: 'typing',
    prompt: '',
    from: revision,
    revision,
    sameSince: revision,
    fading: false,
  };
}

function edited(entry: Entry, prompt: string, revision: number): Entry {
  const same = !entry.fading && normalise(prompt) === normalise(entry.prompt);
  const sameSince = same ? entry.sameSince : revision;
  return { ...entry, prompt, revision, sameSince, fading: false };
}

/** Images of the words that were there before are no longer wanted. */
function faded(entry: Entry, revision: number): Entry {
  return { ...entry, from: revision, revision, sameSince: revision, fading: true };
}

function withEntry(state: State, entry: Entry): State {
  if (entry.id === state.nextId) {
    return { ...state, nextId: entry.id + 1, entries: [...state.entries, entry] };
  }
  return { ...state, entries: state.entries.map((old) => (old.id === entry.id ? entry : old)) };
}
