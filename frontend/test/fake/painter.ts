import { randomUUID } from 'node:crypto';
import type { ClientMessage } from '../../src/protocol/messages';
import { normalise } from '../../src/state/prompts';
import { type FakeConnection, READY } from './fake-server';
import { drawScene } from './scene';

const STEP_MS = 45;
const QUIET_MS = 600;
const DRAFT_STEPS = 2;
const SETTLE_STEPS = 6;

interface Canvas {
  readonly revision: number;
  readonly prompt: string;
  readonly seed: number;
}

/** Hears of every finished image, by which it can be asked for again. */
export type Finished = (session: string, image: number, png: Uint8Array) => void;

/** Plays a server with a fast model: sends drafts while typing, then a settled image. */
export class Painter {
  private readonly session = randomUUID();
  private readonly commits: Canvas[] = [];

  // Mutable state
  private canvas: Canvas = { revision: 0, prompt: '', seed: READY.seed };
  private painted = '';
  private generation = 0;
  private job: NodeJS.Timeout | undefined;
  private committing = false;

  constructor(
    private readonly connection: FakeConnection,
    private readonly finished: Finished = () => {},
  ) {
    connection.socket.on('message', (data) => this.heard(JSON.parse(String(data))));
    connection.socket.on('close', () => clearTimeout(this.job));
    connection.say({ ...READY, session: this.session });
  }

  private heard(message: ClientMessage): void {
    if (message.type === 'settings') {
      this.canvas = { ...this.canvas, seed: message.seed ?? this.canvas.seed };
    }
    if (message.type === 'commit') {
      this.commits.push(this.canvas);
      if (!this.committing) this.next();
    }
    if (message.type === 'prompt' && !message.composing) this.prompted(message);
  }

  private prompted({ revision, text }: { revision: number; text: string }): void {
    this.canvas = { ...this.canvas, revision, prompt: normalise(text) };
    const { prompt, seed } = this.canvas;
    if (prompt === '' || `${prompt}/${seed}` === this.painted) {
      this.connection.say({ type: 'satisfied', revision });
      return;
    }
    if (prompt.includes('dragonfly')) {
      const about = { code: 'unknown-words', message: 'dragonfly', words: ['dragonfly'] };
      this.connection.say({ type: 'notice', revision, ...about });
    }
    if (!this.committing) this.draft();
  }

  private draft(): void {
    this.painted = `${this.canvas.prompt}/${this.canvas.seed}`;
    this.start(this.canvas, DRAFT_STEPS, 0);
  }

  /** Commits go first, in their order; then what is being typed. */
  private next(): void {
    const commit = this.commits.shift();
    this.committing = commit !== undefined;
    if (commit !== undefined) this.start(commit, SETTLE_STEPS, 0);
    else if (`${this.canvas.prompt}/${this.canvas.seed}` !== this.painted) this.draft();
  }

  private start(canvas: Canvas, steps: number, step: number): void {
    clearTimeout(this.job);
    this.generation += step === 0 ? 1 : 0;
    this.job = setTimeout(() => this.step(canvas, steps, step + 1), STEP_MS);
  }

  private step(canvas: Canvas, steps: number, step: number): void {
    const settle = steps === SETTLE_STEPS;
    const last = step === steps;
    const sharpness = settle ? 0.7 + (0.3 * step) / steps : (0.7 * step) / steps;
    const png = drawScene(canvas.prompt, sharpness, canvas.seed);
    const about = { generation: this.generation, step, steps, final: last && settle };
    const type = last ? 'image' : 'preview';
    const { revision, seed } = canvas;
    const image = this.connection.paint({ type, revision, seed, ...about }, png);
    if (!last) this.start(canvas, steps, step);
    else if (settle) {
      this.painted = `${canvas.prompt}/${canvas.seed}`;
      this.finished(this.session, image, png);
      this.next();
    } else this.job = setTimeout(() => this.start(this.canvas, SETTLE_STEPS, 0), QUIET_MS);
  }
}
