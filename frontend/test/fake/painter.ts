import type { ClientMessage } from '../../src/protocol/messages';
import { normalise } from '../../src/state/prompts';
import { type FakeConnection, READY } from './fake-server';
import { drawScene } from './scene';

const STEP_MS = 45;
const QUIET_MS = 600;
const DRAFT_STEPS = 2;
const SETTLE_STEPS = 6;

/** Answers a connection as a server with a fast model would: drafts while typing, then settles. */
export class Painter {
  // Mutable state
  private revision = 0;
  private prompt = '';
  private seed: number = READY.seed;
  private painted = '';
  private generation = 0;
  private job: NodeJS.Timeout | undefined;

  constructor(private readonly connection: FakeConnection) {
    connection.socket.on('message', (data) => this.heard(JSON.parse(String(data))));
    connection.socket.on('close', () => clearTimeout(this.job));
    connection.say(READY);
  }

  private heard(message: ClientMessage): void {
    if (message.type === 'settings') this.seed = message.seed ?? this.seed;
    if (message.type === 'stop') clearTimeout(this.job);
    if (message.type === 'commit') this.start(SETTLE_STEPS, 0);
    if (message.type === 'prompt' && !message.composing) this.prompted(message);
  }

  private prompted({ revision, text }: { revision: number; text: string }): void {
    this.revision = revision;
    this.prompt = normalise(text);
    if (`${this.prompt}/${this.seed}` === this.painted) {
      this.connection.say({ type: 'satisfied', revision });
      return;
    }
    this.painted = `${this.prompt}/${this.seed}`;
    if (this.prompt.includes('dragonfly')) {
      const about = { code: 'unknown-words', message: 'dragonfly', words: ['dragonfly'] };
      this.connection.say({ type: 'notice', revision, ...about });
    }
    this.start(DRAFT_STEPS, 0);
  }

  private start(steps: number, step: number): void {
    clearTimeout(this.job);
    this.generation += step === 0 ? 1 : 0;
    this.job = setTimeout(() => this.step(steps, step + 1), STEP_MS);
  }

  private step(steps: number, step: number): void {
    const settle = steps === SETTLE_STEPS;
    const last = step === steps;
    const sharpness = settle ? 0.7 + (0.3 * step) / steps : (0.7 * step) / steps;
    this.connection.paint(
      {
        type: last ? 'image' : 'preview',
        revision: this.revision,
        generation: this.generation,
        step,
        steps,
        seed: this.seed,
        final: last && settle,
      },
      drawScene(this.prompt, sharpness, this.seed),
    );
    if (!last) this.start(steps, step);
    else if (!settle) this.job = setTimeout(() => this.start(SETTLE_STEPS, 0), QUIET_MS);
  }
}
