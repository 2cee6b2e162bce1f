import type { ImageHeader } from '../protocol/messages';
import { normalise } from './prompts';
import type { Entry, Picture, State } from './state';

export function typingEntry(state: State): Entry | undefined {
  return state.entries.find((entry) => entry.phase === 'typing');
}

export function entryOf(state: State, id: number): Entry | undefined {
  return state.entries.find((entry) => entry.id === id);
}

export function waitingEntries(state: State): readonly Entry[] {
  return state.entries.filter((entry) => entry.phase === 'waiting');
}

export function finishingEntries(state: State): readonly Entry[] {
  return state.entries.filter((entry) => entry.phase === 'finishing');
}

export function keptEntries(state: State): readonly Entry[] {
  return state.entries.filter((entry) => entry.phase === 'kept');
}

/** The header fields that decide to which entry an image belongs. */
type Addressed = Pick<ImageHeader, 'revision' | 'final' | 'seed'>;

/**
 * The entry that an image belongs to, or `undefined` for a stale image: its revision belongs to no
 * entry any more, its seed is another, or the entry already shows a newer one. Within one revision
 * the order of arrival decides, except that a preview never replaces a finished image.
 */
export function receiverOf(state: State, image: Addressed): Entry | undefined {
  const [entry] = state.entries
    .filter(({ from, revision }) => from <= image.revision && image.revision <= revision)
    .sort((a, b) => b.from - a.from);
  return entry !== undefined && accepts(entry, image) ? entry : undefined;
}

function accepts(entry: Entry, image: Addressed): boolean {
  const shown = entry.picture;
  if (entry.seed !== image.seed) return false;
  if (shown !== undefined && shown.seed !== image.seed) return image.revision >= shown.revision;
  if (entry.phase === 'kept' && (shown?.final || !image.final)) return false;
  if (shown === undefined || image.revision > shown.revision) return true;
  return image.revision === shown.revision && (image.final || !shown.final);
}

/** Whether the picture shows the entry's present words. */
export function isUpToDate(entry: Entry): entry is Entry & { picture: Picture } {
  const { picture, prompt, seed } = entry;
  return picture !== undefined && picture.words === normalise(prompt) && picture.seed === seed;
}

export function isFinished(entry: Entry): boolean {
  return isUpToDate(entry) && entry.picture.final;
}

/** The newest revision that the entry's picture shows; an edit of white space shows at once. */
export function shownRevision(entry: Entry): number | undefined {
  return isUpToDate(entry) ? entry.revision : entry.picture?.revision;
}

/** The object URLs in use; all others may be revoked. */
export function addressesInUse(state: State): ReadonlySet<string> {
  const pictures = [
    state.lastPicture,
    ...state.entries.map((entry) => entry.picture),
    ...state.timeline.map((moment) => moment.picture),
  ];
  return new Set(pictures.flatMap((picture) => (picture === undefined ? [] : [picture.url])));
}

/** Whether the live picture still waits for an image of its present words. */
export function isAwaited(state: State): boolean {
  const live = typingEntry(state);
  return live !== undefined && !live.fading && !isUpToDate(live) && !isDeclined(live);
}

/** Whether the server will not paint the entry's present words. */
export function isDeclined({ declined, sameSince }: Entry): boolean {
  return declined !== undefined && declined >= sameSince;
}
