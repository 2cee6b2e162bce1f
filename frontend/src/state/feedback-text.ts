import type { Texts } from '../i18n/en';
import type { Feedback } from './state';

/** The feedback as a sentence for people. */
export function feedbackText(feedback: Feedback, texts: Texts): string {
  const words = texts.feedback;
  switch (feedback.kind) {
    case 'satisfied':
      return words.satisfied;
    case 'slow':
      return words.slow;
    case 'unconnected':
      return words.unconnected;
    case 'outcome':
      return words.outcomes[feedback.outcome];
    case 'queued':
      return words.queued(feedback.position);
    case 'notice':
    case 'error':
      if (feedback.words.length > 0) return words.unknownWords(feedback.words);
      return words.codes[feedback.code] ?? feedback.message;
  }
}
