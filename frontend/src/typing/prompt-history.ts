/**
 * The next prompt of the history. Back goes from none (`undefined`) to the newest, and on to the
 * oldest; forward past the newest is none again.
 */
export function stepThrough<T extends { readonly id: number }>(
  formers: readonly T[],
  current: number | undefined,
  direction: -1 | 1,
): T | undefined {
  const at = current === undefined ? formers.length : formers.findIndex(({ id }) => id === current);
  return formers[Math.max(0, at + direction)];
}
