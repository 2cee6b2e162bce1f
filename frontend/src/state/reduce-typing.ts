import { newEntry, withEntry } from './entries';
import { isBlank, normalise } from './prompts';
import { entryOf, isFinished, typingEntry } from './selectors';
import type { Entry, State } from './state';

const WORDINGS = 128;

/** The text has changed: a new revision of the live picture, or the first of a new one. */
export function typed(state: State, text: string): State {
  const revision = state.revision + 1;
  const live = typingEntry(state);
  const next = worded({ ...state, text, revision, peek: undefined }, text, live === undefined);
  if (isBlank(text)) return live === undefined ? next : withEntry(next, faded(live, revision));
  return withEntry(next, edited(live ?? newEntry(state, revision), text, revision));
}

/** Removes the faded picture of an emptied composer, unless it edits a kept one. */
export function forgotten(state: State): State {
  const goes = (entry: Entry) => entry.fading && entry.parent === undefined;
  if (!state.entries.some(goes)) return state;
  const entries = state.entries.filter((entry) => !goes(entry));
  return { ...state, entries, timeline: [], peek: undefined };
}

/** Enter: the live picture becomes part of the conversation. */
export function committed(state: State): State {
  const live = typingEntry(state);
  if (live === undefined || live.fading) return state;
  if (isUnchanged(state, live)) return cancelled(state);
  const phase = isFinished(live) ? 'kept' : 'waiting';
  const chosen = { ...state.chosen, [live.bubble]: live.id };
  return withEntry({ ...atRest(state), chosen }, { ...live, phase });
}

/**
 * A kept picture is edited: a new entry of its bubble starts with the same words, picture and seed.
 */
export function editing(state: State, id: number): State {
  const former = entryOf(state, id);
  if (former === undefined || former.phase === 'typing') return state;
  const revision = state.revision + 1;
  const { bubble, prompt, picture } = former;
  const seed = former.seed ?? state.seed;
  const entry: Entry = { ...newEntry(state, revision), bubble, parent: id, prompt, picture, seed };
  const timeline = picture === undefined ? [] : [{ prompt, picture }];
  const next = { ...atRest(state), text: prompt, revision, seed, timeline };
  return withEntry(worded(next, prompt, true), entry);
}

/** Removes the live picture; its bubble shows the former one again. */
export function cancelled(state: State): State {
  const entries = state.entries.filter(({ phase }) => phase !== 'typing');
  return { ...atRest(state), entries };
}

/** Another seed: the same words are painted again. */
export function shuffled(state: State, seed: number): State {
  return revised({ ...state, seed, lastPicture: undefined });
}

/** Other settings: the same words are painted again. */
export function revised(state: State): State {
  const live = typingEntry(state);
  if (live === undefined) return state;
  const revision = state.revision + 1;
  const { seed } = state;
  const picture = live.picture && { ...live.picture, words: undefined };
  const next = worded({ ...state, revision, lastPicture: undefined }, live.prompt, false);
  return withEntry(next, { ...live, seed, picture, revision, sameSince: revision });
}

/** Gives the live picture's words a new revision, as an edit of white space does. */
export function resent(state: State): State {
  const live = typingEntry(state);
  if (live === undefined) return state;
  const revision = state.revision + 1;
  const next = worded({ ...state, revision }, live.prompt, false);
  return withEntry(next, { ...live, revision });
}

function atRest(state: State): State {
  return { ...state, text: '', timeline: [], wordings: [], peek: undefined };
}

function worded(state: State, prompt: string, first: boolean): State {
  const before = first ? [] : state.wordings.slice(1 - WORDINGS);
  return { ...state, wordings: [...before, { revision: state.revision, prompt }] };
}

function edited(entry: Entry, prompt: string, revision: number): Entry {
  const same = !entry.fading && normalise(prompt) === normalise(entry.prompt);
  const sameSince = same ? entry.sameSince : revision;
  return { ...entry, prompt, revision, sameSince, fading: false };
}

/** Drops the revisions of the former words, whose images are no longer wanted. */
function faded(entry: Entry, revision: number): Entry {
  return { ...entry, from: revision, revision, sameSince: revision, fading: true };
}

function isUnchanged(state: State, live: Entry): boolean {
  const parent = live.parent === undefined ? undefined : entryOf(state, live.parent);
  return (
    parent !== undefined &&
    parent.seed === live.seed &&
    normalise(parent.prompt) === normalise(live.prompt)
  );
}
