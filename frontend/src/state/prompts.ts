/** White space collapsed, case kept: two prompts that normalise alike give the same picture. */
export function normalise(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

export function isBlank(text: string): boolean {
  return normalise(text) === '';
}

/** A text with one more word at its end. */
export function withWord(text: string, word: string): string {
  return `${normalise(`${text} ${word}`)} `;
}
