/** Close codes after which coming back by itself would only be refused again. */
const REFUSALS = new Set([1002, 1003, 1008]);

export function isRefusal(code: number): boolean {
  return REFUSALS.has(code) || (code >= 4000 && code <= 4999);
}
