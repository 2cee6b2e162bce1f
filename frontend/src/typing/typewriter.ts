import type { Cancel, Random, Timer } from '../environment';

/** Milliseconds before the next key; longer at the start of a word. */
export function keyDelay(before: string | undefined, random: Random): number {
  const flow = 60 + 70 * random();
  return before === ' ' ? flow + 60 + 90 * random() : flow;
}

/** Types a text in a person's rhythm; `say` gets everything typed so far. */
export class Typewriter {
  // Mutable state
  private cancel: Cancel = () => {};

  constructor(
    private readonly timer: Timer,
    private readonly random: Random,
  ) {}

  type(text: string, say: (typed: string) => void): void {
    this.stop();
    const letters = [...text];
    const key = (count: number): void => {
      if (count > letters.length) return;
      say(letters.slice(0, count).join(''));
      this.cancel = this.timer.after(keyDelay(letters[count - 1], this.random), () =>
        key(count + 1),
      );
    };
    key(1);
  }

  stop(): void {
    this.cancel();
  }
}
