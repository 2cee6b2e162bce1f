const REMEMBERED = 64;

/** Measures the time from a key press to the first image of its revision on screen. */
export class KeyLatency {
  // Mutable state
  private readonly pressedAt = new Map<number, number>();

  pressed(revision: number, now: number): void {
    this.pressedAt.set(revision, now);
    this.pressedAt.delete(revision - REMEMBERED);
  }

  /** Drops what is being measured. */
  forget(): void {
    this.pressedAt.clear();
  }

  /** Milliseconds, or `undefined` if nothing is being measured for the revision. */
  shown(revision: number, now: number): number | undefined {
    const pressedAt = this.pressedAt.get(revision);
    this.pressedAt.delete(revision);
    return pressedAt === undefined ? undefined : Math.round(now - pressedAt);
  }
}
