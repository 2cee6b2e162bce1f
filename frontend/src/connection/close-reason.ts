/** Close codes after which coming back by itself would only be refused again. */
const REFUSALS = new Set([1002, 1003, 1008]);
const BUSY = 4429;

export function isRefusal(code: number): boolean {
  return REFUSALS.has(code) || (code >= 4000 && code <= 4999);
}

/** There is no room now, but there may be soon. */
export function isBusy(code: number): boolean {
  return code === BUSY;
}
