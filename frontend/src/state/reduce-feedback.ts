import type { Action } from './actions';
import { isBlank, normalise } from './prompts';
import { isUpToDate, typingEntry } from './selectors';
import type { Feedback, State } from './state';

/** What is told after an action: each piece stays only as long as it is true. */
export function feedbackAfter(state: State, action: Action): Feedback | undefined {
  const { feedback } = state;
  switch (action.type) {
    case 'satisfied':
      return withoutWait(feedback) ?? (isNews(state) ? { kind: 'satisfied' } : undefined);
    case 'slow':
      return feedback ?? { kind: 'slow' };
    case 'queued':
      return { kind: 'queued', position: action.position };
    case 'notice':
      return { ...action, kind: 'notice' };
    case 'error':
      return { ...action, kind: 'error', words: [] };
    case 'typed':
      return feedback !== undefined && outlivesEdit(feedback, action.text) ? feedback : undefined;
    case 'imageArrived':
      return feedback?.kind === 'notice' ||
        feedback?.kind === 'outcome' ||
        isNewerError(feedback, action.message.header.revision)
        ? feedback
        : undefined;
    case 'connection':
    case 'committed':
    case 'editing':
    case 'cancelled':
    case 'branched':
    case 'wiped':
      return undefined;
    case 'outcome':
      return { kind: 'outcome', outcome: action.outcome };
    default:
      return feedback;
  }
}

function withoutWait(feedback: Feedback | undefined): Feedback | undefined {
  return feedback?.kind === 'queued' || feedback?.kind === 'slow' ? undefined : feedback;
}

/** That nothing changes is no news at the end of a word, nor while the image is on its way. */
function isNews(state: State): boolean {
  const live = typingEntry(state);
  return live !== undefined && isUpToDate(live) && !/\s$/u.test(state.text);
}

/** What to tell now: without a connection, nothing else matters. */
export function currentFeedback(state: State): Feedback | undefined {
  const waits = state.connection.kind !== 'ready' && !isBlank(state.text);
  return waits ? { kind: 'unconnected' } : state.feedback;
}

/** A notice about words stays while one of them is there; any other notice until the text ends. */
function outlivesEdit(feedback: Feedback, text: string): boolean {
  if (feedback.kind === 'satisfied' || feedback.kind === 'outcome') return false;
  if (feedback.kind !== 'notice') return true;
  const typed = normalise(text).toLowerCase();
  if (typed === '') return false;
  const words = typed.split(/[^\p{L}\p{M}\p{N}]+/u);
  return (
    feedback.words.length === 0 || feedback.words.some((word) => words.includes(word.toLowerCase()))
  );
}

function isNewerError(feedback: Feedback | undefined, revision: number): boolean {
  return (
    feedback?.kind === 'error' && feedback.revision !== undefined && feedback.revision > revision
  );
}
