/** Collapses white space and keeps the case. Prompts that normalise alike give the same picture. */
export function normalise(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

/** As the server compares words: NFKC, no format characters, lower case. */
export function comparable(text: string): string {
  return normalise(text.normalize('NFKC').replace(/\p{Cf}/gu, '')).toLowerCase();
}

/** The start of a text within a limit in UTF-16 units; never ends with half a surrogate pair. */
export function fitting(text: string, limit: number | undefined): string {
  if (limit === undefined || text.length <= limit) return text;
  return text.slice(0, limit).replace(/[\ud800-\udbff]$/u, '');
}

export function isBlank(text: string): boolean {
  return normalise(text) === '';
}

/** A text with one more word at its end. */
export function withWord(text: string, word: string): string {
  return `${normalise(`${text} ${word}`)} `;
}
