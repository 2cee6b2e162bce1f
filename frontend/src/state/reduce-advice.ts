import type { Action } from './actions';
import { isBlank, normalise } from './prompts';
import { isUpToDate, typingEntry } from './selectors';
import type { Advice, State } from './state';

/** What is told after an action: each piece stays only as long as it is true. */
export function adviceAfter(state: State, action: Action): Advice | undefined {
  const { advice } = state;
  switch (action.type) {
    case 'satisfied':
      return withoutWait(advice) ?? (isNews(state) ? { kind: 'satisfied' } : undefined);
    case 'slow':
      return advice ?? { kind: 'slow' };
    case 'queued':
      return { kind: 'queued', position: action.position };
    case 'notice':
      return { ...action, kind: 'notice' };
    case 'error':
      return { ...action, kind: 'error', words: [] };
    case 'typed':
      return advice !== undefined && outlivesEdit(advice, action.text) ? advice : undefined;
    case 'imageArrived':
      return advice?.kind === 'notice' ||
        advice?.kind === 'done' ||
        isNewerError(advice, action.message.header.revision)
        ? advice
        : undefined;
    case 'connection':
    case 'committed':
    case 'editing':
    case 'cancelled':
    case 'branched':
    case 'wiped':
      return undefined;
    case 'done':
      return { kind: 'done', deed: action.deed };
    default:
      return advice;
  }
}

function withoutWait(advice: Advice | undefined): Advice | undefined {
  return advice?.kind === 'queued' || advice?.kind === 'slow' ? undefined : advice;
}

/** That nothing changes is no news at the end of a word, nor while the image is on its way. */
function isNews(state: State): boolean {
  const live = typingEntry(state);
  return live !== undefined && isUpToDate(live) && !/\s$/u.test(state.text);
}

/** What to tell now: without a connection, nothing else matters. */
export function currentAdvice(state: State): Advice | undefined {
  const waits = state.connection.kind !== 'ready' && !isBlank(state.text);
  return waits ? { kind: 'unconnected' } : state.advice;
}

/** A notice about words stays while one of them is there; any other notice until the text ends. */
function outlivesEdit(advice: Advice, text: string): boolean {
  if (advice.kind === 'satisfied' || advice.kind === 'done') return false;
  if (advice.kind !== 'notice') return true;
  const words = normalise(text).toLowerCase();
  if (words === '') return false;
  return (
    advice.words.length === 0 || advice.words.some((word) => words.includes(word.toLowerCase()))
  );
}

function isNewerError(advice: Advice | undefined, revision: number): boolean {
  return advice?.kind === 'error' && advice.revision !== undefined && advice.revision > revision;
}
