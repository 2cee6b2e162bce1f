import { expect, it } from 'vitest';
import { afterFrame, type Screen } from '../../src/images/after-frame';

class FakeScreen extends EventTarget implements Screen {
  readonly document: Screen['document'];
  // Mutable state
  hidden = false;
  frame: () => void = () => {};
  timeout: () => void = () => {};

  constructor() {
    super();
    const isHidden = () => this.hidden;
    this.document = {
      get hidden() {
        return isHidden();
      },
      addEventListener: this.addEventListener.bind(this) as Document['addEventListener'],
      removeEventListener: this.removeEventListener.bind(this) as Document['removeEventListener'],
    };
  }

  requestAnimationFrame(run: () => void): number {
    this.frame = run;
    return 1;
  }

  setTimeout(run: () => void): void {
    this.timeout = run;
  }

  hide(): void {
    this.hidden = true;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

const screen = () => {
  const said: boolean[] = [];
  const fake = new FakeScreen();
  return { fake, said, ask: () => afterFrame((painted) => said.push(painted), fake) };
};

it('waits for a frame', () => {
  const { fake, said, ask } = screen();
  ask();
  expect(said).toEqual([]);
  fake.frame();
  expect(said).toEqual([true]);
});

it('does not wait in a hidden page', () => {
  const { fake, said, ask } = screen();
  fake.hide();
  ask();
  expect(said).toEqual([false]);
});

it('stops waiting when the page is hidden, and calls back once', () => {
  const { fake, said, ask } = screen();
  ask();
  fake.hide();
  fake.frame();
  fake.hide();
  fake.timeout();
  expect(said).toEqual([false]);
});

it('does not wait for ever in a visible page that is not drawn', () => {
  const { fake, said, ask } = screen();
  ask();
  fake.timeout();
  expect(said).toEqual([false]);
});
