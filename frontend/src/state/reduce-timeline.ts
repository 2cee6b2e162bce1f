import { normalise } from './prompts';
import type { Moment, Picture, State } from './state';

const LONGEST = 160;

/**
 * Adds a picture of the present editing to the timeline. A better picture of the same words
 * replaces the one before. A timeline that is too long is thinned in its older half.
 */
export function remembered(state: State, picture: Picture): State {
  const prompt = state.wordings.findLast(({ revision }) => revision <= picture.revision)?.prompt;
  if (prompt === undefined) return state;
  const moment: Moment = { prompt, picture };
  const last = state.timeline.at(-1);
  const before = last && isAlike(last, moment) ? state.timeline.slice(0, -1) : state.timeline;
  return { ...state, timeline: thinned([...before, moment]) };
}

function isAlike(a: Moment, b: Moment): boolean {
  return normalise(a.prompt) === normalise(b.prompt) && a.picture.seed === b.picture.seed;
}

/** Removes every second moment of the older half, except the first. */
function thinned(moments: readonly Moment[]): readonly Moment[] {
  if (moments.length <= LONGEST) return moments;
  return moments.filter((_, index) => index === 0 || index >= LONGEST / 2 || index % 2 === 0);
}
