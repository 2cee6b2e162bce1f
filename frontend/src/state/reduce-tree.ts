import { NO_REVISIONS, newEntry, withEntry } from './entries';
import { normalise } from './prompts';
import { entryOf, typingEntry } from './selectors';
import type { Entry, Moment, State } from './state';

/** Adds entries with the same words and other seeds, to be compared side by side. */
export function varied(state: State, id: number, seeds: readonly number[]): State {
  const of = entryOf(state, id);
  if (of === undefined) return state;
  const { bubble, prompt } = of;
  let next = state;
  for (const seed of seeds) {
    const blank = { ...newEntry(next, 0), ...NO_REVISIONS };
    next = withEntry(next, { ...blank, bubble, parent: id, prompt, seed, phase: 'waiting' });
  }
  const ids = seeds.map((_, index) => state.nextId + index);
  return { ...next, comparison: { bubble, of: id, ids } };
}

/** A waiting entry is committed now; a prompt that is sent again gets a new revision. */
export function requested(state: State, id: number, anew: boolean): State {
  const entry = entryOf(state, id);
  if (entry === undefined) return state;
  if (!anew) return withEntry(state, { ...entry, phase: 'finishing' });
  const revision = state.revision + 1;
  const range = { from: revision, revision, sameSince: revision };
  return withEntry({ ...state, revision }, { ...entry, ...range, phase: 'finishing' });
}

/** The bubble shows another entry of its tree. */
export function chosen(state: State, id: number): State {
  const entry = entryOf(state, id);
  if (entry === undefined) return state;
  return { ...state, chosen: { ...state.chosen, [entry.bubble]: id } };
}

/**
 * Continues from a moment of the timeline. That moment becomes a fork of the tree: the entry being
 * typed so far is kept as one branch, and the live entry is the other.
 */
export function branched(state: State, at: number): State {
  const live = typingEntry(state);
  const moment = state.timeline[at];
  if (live === undefined || moment === undefined) return state;
  const { parent, next } = fork(state, live, moment);
  const left = withFormer(next, { ...live, parent });
  const revision = state.revision + 1;
  const { prompt, picture } = moment;
  const { seed } = picture;
  const entry: Entry = {
    ...newEntry(left, revision),
    bubble: live.bubble,
    parent,
    prompt,
    seed,
    picture: { ...picture, revision, words: normalise(prompt) },
  };
  const wordings = [{ revision, prompt }];
  const resumed = { ...left, text: prompt, revision, seed, wordings, peek: undefined };
  return withEntry(resumed, entry);
}

/** The entry to branch from: the parent if it equals the moment, or else a new one. */
function fork(state: State, live: Entry, { prompt, picture }: Moment) {
  const parent = live.parent === undefined ? undefined : entryOf(state, live.parent);
  if (parent !== undefined && parent.prompt === prompt && parent.seed === picture.seed) {
    return { parent: parent.id, next: state };
  }
  const { bubble } = live;
  const made = { ...newEntry(state, 0), ...NO_REVISIONS, bubble, parent: live.parent, prompt };
  const entry: Entry = { ...made, seed: picture.seed, picture, phase: 'kept' };
  return { parent: entry.id, next: withEntry(state, entry) };
}

/** The entry being typed stays in the tree if it has a picture. */
function withFormer(state: State, former: Entry): State {
  if (former.picture === undefined || former.fading) {
    return { ...state, entries: state.entries.filter(({ id }) => id !== former.id) };
  }
  const kept: Entry = { ...former, ...NO_REVISIONS, phase: 'kept' };
  const now = { ...state, chosen: { ...state.chosen, [former.bubble]: former.id } };
  return withEntry(now, kept);
}
