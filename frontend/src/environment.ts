/** Undoes something that was scheduled or subscribed; a second call does nothing. */
export type Cancel = () => void;

/** Time as an argument: the parts below own no clock, so that tests can turn it by hand. */
export interface Timer {
  /** Milliseconds from an arbitrary origin; never goes back. */
  now(): number;
  after(milliseconds: number, run: () => void): Cancel;
}

/** A number in [0, 1), as `Math.random` gives. */
export type Random = () => number;

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

export const browserTimer: Timer = {
  now: () => performance.now(),
  after(milliseconds, run) {
    const handle = setTimeout(run, milliseconds);
    return () => clearTimeout(handle);
  },
};
