/**
 * What a close code asks of the page:
 * - `lost`: come back by itself
 * - `moving`: the same, but the server announced it; another one may answer
 * - `idle`: come back with the next key
 * - `busy`: there is no room now, come back later
 * - `replaced`: the session goes on in another connection
 * - `refused`: coming back would only be refused again
 */
export type CloseMeaning = 'lost' | 'restarting' | 'idle' | 'busy' | 'replaced' | 'refused';

/** Codes of RFC 6455 by which a server says that this page breaks the protocol. */
const VIOLATIONS = new Set([1002, 1003, 1007, 1009, 1010]);
const POLICY = 1008;
const MEANINGS: Readonly<Record<number, CloseMeaning>> = {
  1001: 'restarting',
  1012: 'restarting',
  1013: 'lost',
  4408: 'idle',
  4409: 'replaced',
  4429: 'busy',
};

/**
 * Servers before 1013 was used close a slow client with 1008 and this reason. A page that was
 * hidden or frozen is slow, but does nothing wrong.
 */
const SLOW = /stopped reading|ping/iu;

export function meaningOf(code: number, reason: string): CloseMeaning {
  const known = MEANINGS[code];
  if (known !== undefined) return known;
  if (code === POLICY) return SLOW.test(reason) ? 'lost' : 'refused';
  return isViolation(code) || (code >= 4000 && code <= 4999) ? 'refused' : 'lost';
}

/** Whether the code says that a message of this page broke the protocol. */
export function isViolation(code: number): boolean {
  return VIOLATIONS.has(code);
}

/** After how many milliseconds a busy server wants to be asked again, if it says. */
export function busyFor(reason: string): number | undefined {
  const [seconds] = /\d+/u.exec(reason) ?? [];
  return seconds === undefined ? undefined : Number(seconds) * 1_000;
}
