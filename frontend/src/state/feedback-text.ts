import type { Texts } from '../i18n/en';
import type { Feedback } from './state';

/** A message as a sentence for the person at the page. */
export function feedbackText(feedback: Feedback, texts: Texts): string {
  const words = texts.feedback;
  switch (feedback.kind) {
    case 'satisfied':
      return words.satisfied;
    case 'slow':
      return words.slow;
    case 'unconnected':
      return words.unconnected;
    case 'tooLong':
      return words.tooLong(feedback.painted, feedback.over);
    case 'outcome':
      return words.outcomes[feedback.outcome];
    case 'queued':
      return words.queued(feedback.position);
    case 'notice':
      return (
        about(feedback.code, feedback.words, words) ??
        words.codes[feedback.code] ??
        feedback.message
      );
    case 'error':
      return words.codes[feedback.code] ?? unexpected(feedback, words);
  }
}

function about(code: string, words: readonly string[], texts: Texts['feedback']) {
  if (words.length === 0) return undefined;
  if (code === 'unknown-words') return texts.unknownWords(words);
  return code === 'syntax-removed' ? texts.syntaxRemoved(words) : undefined;
}

/** Errors of the page itself; no person can have caused them. */
const INTERNAL = new Set([
  'invalid-json',
  'invalid-field',
  'unknown-type',
  'binary-not-supported',
  'revision-not-rising',
  'unknown-revision',
  'unknown-image',
  'malformed-message',
]);

function unexpected(
  { code, message }: { readonly code: string; readonly message: string },
  texts: Texts['feedback'],
): string {
  return INTERNAL.has(code) ? texts.internal(code) : message;
}
