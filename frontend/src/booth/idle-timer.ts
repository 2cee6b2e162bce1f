import type { Cancel, Timer } from '../environment';

export interface IdleTimerOptions {
  readonly timer: Timer;
  readonly attractAfterMs: number;
  readonly wipeAfterMs: number;
  /** Whether the last visitor has left anything on the page. */
  readonly hasTraces: () => boolean;
  readonly attract: () => void;
  /** A visitor has come: the attract loop ends. */
  readonly welcome: () => void;
  readonly wipe: () => void;
  /** Announces when the page will be wiped, on the timer's clock; `undefined` withdraws that. */
  readonly warn: (wipeAt: number | undefined) => void;
}

const WARNING_MS = 10_000;

/**
 * Watches for inactivity in a booth. After a while without a touch, an empty page starts the attract
 * loop; a page with traces of a visitor is wiped first.
 */
export class IdleTimer {
  // Mutable state
  private attracting = false;
  private warned = false;
  private cancel: Cancel = () => {};

  constructor(private readonly options: IdleTimerOptions) {}

  start(): void {
    this.wait();
  }

  stop(): void {
    this.cancel();
  }

  /** A visitor has touched the screen. Returns whether that ended the attract loop. */
  touched(): boolean {
    const came = this.attracting;
    this.attracting = false;
    if (came) this.options.welcome();
    this.unwarn();
    this.wait();
    return came;
  }

  private wait(): void {
    const { timer, attractAfterMs, wipeAfterMs } = this.options;
    this.cancel();
    const warnAfter = Math.max(0, wipeAfterMs - WARNING_MS);
    const warning = timer.after(warnAfter, () => this.warn(wipeAfterMs - warnAfter));
    const attracting = timer.after(attractAfterMs, () => this.attract());
    this.cancel = () => {
      warning();
      attracting();
    };
  }

  private attract(): void {
    if (this.options.hasTraces()) return;
    this.cancel();
    this.attracting = true;
    this.options.attract();
  }

  private warn(remaining: number): void {
    const { timer, hasTraces, warn } = this.options;
    if (!hasTraces()) {
      this.attract();
      return;
    }
    this.warned = true;
    warn(timer.now() + remaining);
    this.cancel = timer.after(remaining, () => this.wipe());
  }

  private wipe(): void {
    this.unwarn();
    this.options.wipe();
    this.attract();
  }

  private unwarn(): void {
    if (!this.warned) return;
    this.warned = false;
    this.options.warn(undefined);
  }
}
