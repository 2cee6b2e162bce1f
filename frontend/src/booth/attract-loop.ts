import type { Cancel, Timer } from '../environment';
import type { Typewriter } from '../typing/typewriter';

const ADMIRE_MS = 4_500;

export interface AttractLoopOptions {
  readonly timer: Timer;
  readonly typewriter: Typewriter;
  /** The prompts to type, read anew each time, because the language can change. */
  readonly prompts: () => readonly string[];
  readonly say: (typed: string) => void;
}

/** Types one prompt after the other, with a pause after each picture. */
export class AttractLoop {
  // Mutable state
  private at = 0;
  private cancel: Cancel = () => {};

  constructor(private readonly options: AttractLoopOptions) {}

  start(): void {
    this.stop();
    const { timer, typewriter, prompts, say } = this.options;
    const all = prompts();
    const prompt = all[this.at++ % Math.max(1, all.length)];
    if (prompt === undefined) return;
    typewriter.type(prompt, (typed) => {
      say(typed);
      if (typed === prompt) this.cancel = timer.after(ADMIRE_MS, () => this.start());
    });
  }

  stop(): void {
    this.cancel();
    this.options.typewriter.stop();
  }
}
