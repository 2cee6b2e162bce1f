import type { Random } from '../environment';

export interface Backoff {
  readonly base: number;
  readonly cap: number;
}

export const DEFAULT_BACKOFF: Backoff = { base: 500, cap: 15_000 };

/**
 * Full jitter: a random delay, uniform in [0, min(cap, base * 2^attempt)), so that many pages that
 * lost the same server do not reconnect at the same time.
 */
export function fullJitter(attempt: number, random: Random, { base, cap }: Backoff): number {
  return random() * Math.min(cap, base * 2 ** attempt);
}
