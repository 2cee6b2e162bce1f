import type { ErrorMessage } from '../protocol/messages';
import type { Action } from './actions';
import { fitting, isBlank } from './prompts';
import { isUpToDate, typingEntry } from './selectors';
import type { Feedback, State } from './state';

/** The feedback after an action; it stays only as long as it is true. */
export function feedbackAfter(state: State, action: Action): Feedback | undefined {
  const { feedback } = state;
  switch (action.type) {
    case 'satisfied':
      return withoutWait(feedback) ?? (isNews(state) ? { kind: 'satisfied' } : undefined);
    case 'slow':
      return feedback ?? { kind: 'slow' };
    case 'queued':
      return { kind: 'queued', position: action.position };
    case 'error':
      return errorOf(action);
    case 'typed':
      return feedback?.kind === 'satisfied' || feedback?.kind === 'outcome' ? undefined : feedback;
    case 'imageArrived':
      return feedback?.kind === 'outcome' || isNewerError(feedback, action.message.header.revision)
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

/**
 * Whether `satisfied` is worth telling: not at the end of a word, nor while an image is expected.
 */
function isNews(state: State): boolean {
  const live = typingEntry(state);
  return live !== undefined && isUpToDate(live) && !/\s$/u.test(state.text);
}

/** Everything to show now; without a connection, only that. */
export function currentFeedback(state: State): readonly Feedback[] {
  const { connection, text, feedback, notices } = state;
  if (connection.kind !== 'ready' && !isBlank(text)) return [{ kind: 'unconnected' }];
  return [...(feedback === undefined ? [] : [feedback]), ...notices, ...tooLong(state)];
}

function tooLong({ text, server }: State): readonly Feedback[] {
  const painted = fitting(text, server?.limits.promptLength).length;
  return painted === text.length ? [] : [{ kind: 'tooLong', painted, over: text.length - painted }];
}

function errorOf({ code, message, revision }: ErrorMessage): Feedback {
  return { kind: 'error', code, message, revision };
}

function isNewerError(feedback: Feedback | undefined, revision: number): boolean {
  return (
    feedback?.kind === 'error' && feedback.revision !== undefined && feedback.revision > revision
  );
}
