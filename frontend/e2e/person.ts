import type { Page } from 'playwright-core';
import { mulberry } from '../test/fake/scene';

/** About this many milliseconds from key to key: a fluent typist. */
const RHYTHM_MS = 150;

/** A person at the keyboard. The rhythm varies a little, equally in every run. */
export class Person {
  private readonly random = mulberry(20);

  /** @param pace of 1 for a fluent typist, less for a faster one */
  constructor(
    private readonly page: Page,
    private readonly pace = 1,
  ) {}

  /** Types key by key; `afterKey` hears what has been typed so far. */
  async type(text: string, afterKey: (typed: string) => Promise<void> | void = () => {}) {
    for (let length = 1; length <= text.length; length++) {
      await this.press(text.charAt(length - 1));
      await afterKey(text.slice(0, length));
    }
  }

  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time++) {
      await this.page.keyboard.press(key === ' ' ? 'Space' : key);
      await this.page.waitForTimeout(RHYTHM_MS * this.pace * (0.7 + 0.6 * this.random()));
    }
  }
}
