/** Close codes after which coming back by itself would only be refused again. */
const REFUSALS = new Set([1002, 1003, 1007, 1008, 1009]);
const BUSY = 4429;
const GOING_AWAY = 1001;
const IDLE = 4408;

export function isRefusal(code: number): boolean {
  return REFUSALS.has(code) || (code >= 4000 && code <= 4999);
}

/** The server is being put elsewhere, and its place is soon taken. */
export function isMoving(code: number): boolean {
  return code === GOING_AWAY;
}

/** Nothing was typed for long: no need to come back before somebody types. */
export function isIdle(code: number): boolean {
  return code === IDLE;
}

/** There is no room now, but there may be soon. */
export function isBusy(code: number): boolean {
  return code === BUSY;
}

/** After how many milliseconds a busy server wants to be asked again, where it says. */
export function busyFor(reason: string): number | undefined {
  const [seconds] = /\d+/u.exec(reason) ?? [];
  return seconds === undefined ? undefined : Number(seconds) * 1_000;
}
