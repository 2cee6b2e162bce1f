import type { Cancel, Timer } from '../../src/environment';

interface Alarm {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that a test turns by hand. */
export class ManualTimer implements Timer {
  // Mutable state
  private time = 0;
  private alarms: Alarm[] = [];

  now(): number {
    return this.time;
  }

  after(milliseconds: number, run: () => void): Cancel {
    const alarm = { at: this.time + milliseconds, run };
    this.alarms.push(alarm);
    return () => {
      this.alarms = this.alarms.filter((other) => other !== alarm);
    };
  }

  /** Lets time pass; alarms ring in their order, also those set meanwhile. */
  advance(milliseconds: number): void {
    const end = this.time + milliseconds;
    for (let next = this.next(end); next !== undefined; next = this.next(end)) {
      this.alarms = this.alarms.filter((alarm) => alarm !== next);
      this.time = next.at;
      next.run();
    }
    this.time = end;
  }

  /** How long until the next alarm. */
  get untilNext(): number | undefined {
    const next = this.next(Number.POSITIVE_INFINITY);
    return next && next.at - this.time;
  }

  private next(end: number): Alarm | undefined {
    return this.alarms.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}
