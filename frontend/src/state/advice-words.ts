import type { Texts } from '../i18n/en';
import type { Advice } from './state';

/** The advice as a sentence for people. */
export function adviceWords(advice: Advice, texts: Texts): string {
  const words = texts.advice;
  switch (advice.kind) {
    case 'satisfied':
      return words.satisfied;
    case 'slow':
      return words.slow;
    case 'unconnected':
      return words.unconnected;
    case 'done':
      return words.deeds[advice.deed];
    case 'queued':
      return words.queued(advice.position);
    case 'notice':
    case 'error':
      if (advice.words.length > 0) return words.unknownWords(advice.words);
      return words.codes[advice.code] ?? advice.message;
  }
}
