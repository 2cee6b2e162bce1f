import type { ErrorMessage, ImageMessage } from '../protocol/messages';
import { normalise } from './prompts';
import { remembered } from './reduce-timeline';
import { isFinished, receiverOf } from './selectors';
import type { Entry, Picture, State } from './state';

/** An image has arrived: its entry shows it, unless it is stale. */
export function imageArrived(state: State, message: ImageMessage, url: string): State {
  const receiver = receiverOf(state, message.header);
  if (receiver === undefined) return state;
  const picture = pictureOf(receiver, message, url, state.server?.session ?? '');
  const live = receiver.phase === 'typing';
  const next = live ? { ...remembered(state, picture), lastPicture: picture } : state;
  return {
    ...next,
    entries: state.entries.map((entry) =>
      entry.id === receiver.id ? settled({ ...entry, picture }) : givenUp(entry, picture),
    ),
  };
}

/**
 * The last image that the server sent already shows the prompt. An entry without a picture then
 * shows the last one, if that was painted for the same words: the composer was emptied, and the
 * same words were typed again.
 */
export function satisfied(state: State, revision: number): State {
  return {
    ...state,
    entries: state.entries.map((entry) =>
      (entry.phase === 'typing' || entry.phase === 'finishing') &&
      entry.from <= revision &&
      revision <= entry.revision
        ? settled(reused(entry, state.lastPicture))
        : entry,
    ),
  };
}

function pictureOf(entry: Entry, message: ImageMessage, url: string, session: string): Picture {
  const { image, revision, step, steps, seed, width, height, mime, final } = message.header;
  const words = revision >= entry.sameSince ? normalise(entry.prompt) : undefined;
  const about = { image, revision, step, steps, seed, width, height, mime, final };
  return { ...about, url, bytes: message.bytes, words, session };
}

/** A committed entry is kept once its finished image is there. */
function settled(entry: Entry): Entry {
  return entry.phase === 'finishing' && isFinished(entry) ? { ...entry, phase: 'kept' } : entry;
}

/** Errors after which the words stay unpainted until they are changed. */
const DECLINED = new Set(['prompt-blocked', 'image-blocked', 'prompt-too-long']);

/** A commit that cannot be finished keeps the picture that it has. */
export function failed(state: State, { code, revision }: ErrorMessage): State {
  const declined = DECLINED.has(code) ? revision : undefined;
  return {
    ...state,
    entries: state.entries.map((entry) => {
      if (entry.revision !== revision) return entry;
      if (entry.phase === 'finishing') return { ...entry, phase: 'kept' };
      return entry.phase === 'typing' ? { ...entry, declined } : entry;
    }),
  };
}

/**
 * A newer prompt is finished: entries before it that still wait keep the picture that they have.
 */
function givenUp(entry: Entry, newer: Picture): Entry {
  const passed = newer.final && entry.phase === 'finishing' && entry.revision < newer.revision;
  return passed ? { ...entry, phase: 'kept' } : entry;
}

function reused(entry: Entry, last: Picture | undefined): Entry {
  return entry.picture === undefined &&
    last?.words === normalise(entry.prompt) &&
    last.seed === entry.seed
    ? { ...entry, picture: last }
    : entry;
}
