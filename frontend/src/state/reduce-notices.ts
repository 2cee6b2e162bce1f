import type { NoticeMessage } from '../protocol/messages';
import type { Action } from './actions';
import { comparable, isBlank } from './prompts';
import type { Notice, State } from './state';

/** The notices after an action: each stays as long as it is true of the words. */
export function noticesAfter(state: State, action: Action): readonly Notice[] {
  const { notices } = state;
  switch (action.type) {
    case 'notice':
      return withNotice(notices, action, state.text);
    case 'typed':
      return notices.length === 0 ? notices : stillTrue(notices, action.text);
    case 'committed':
    case 'editing':
    case 'cancelled':
    case 'branched':
    case 'wiped':
      return notices.length === 0 ? notices : [];
    default:
      return notices;
  }
}

/** One notice a code; words join those of the notice that is there. */
function withNotice(
  notices: readonly Notice[],
  { code, message, words }: NoticeMessage,
  text: string,
): readonly Notice[] {
  const before = notices.find((notice) => notice.code === code);
  const notice: Notice = {
    kind: 'notice',
    code,
    message,
    words: [...new Set([...(before?.words ?? []), ...words])],
    length: text.length,
  };
  const others = notices.filter((each) => each !== before);
  // After Enter the composer is empty, and the notice is about what was committed.
  return [...others, ...(isBlank(text) ? [notice] : stillTrue([notice], text))];
}

function stillTrue(notices: readonly Notice[], text: string): readonly Notice[] {
  if (isBlank(text)) return [];
  return notices.flatMap((notice) => {
    if (notice.words.length === 0) return text.length < notice.length ? [] : [notice];
    const words = notice.words.filter((word) => isIn(word, text));
    return words.length === 0 ? [] : [{ ...notice, words }];
  });
}

/** A word has to stand there as a word; anything else, such as `(cat:1.3)`, as it is. */
function isIn(word: string, text: string): boolean {
  const [part, whole] = [comparable(word), comparable(text)];
  const isWord = /^[\p{L}\p{M}\p{N}]+$/u.test(part);
  return isWord ? whole.split(/[^\p{L}\p{M}\p{N}]+/u).includes(part) : whole.includes(part);
}
