import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { openTarget, type Target } from './target';
import { watchImages } from './watcher';

/** A browser, and the application that it visits. */
export class Visit {
  private constructor(
    readonly target: Target,
    readonly browser: Browser,
  ) {}

  /** @param flags further ones for the browser */
  static async begin(flags: readonly string[] = []): Promise<Visit> {
    return new Visit(await openTarget(), await launchBrowser(flags));
  }

  /** A page of a visitor of its own; `prepare` is done before anything is loaded. */
  async page(
    options: BrowserContextOptions = {},
    prepare: (page: Page) => Promise<void> = async () => {},
  ): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width: 1280, height: 800 },
      // Only screenshots for people need so many pixels.
      deviceScaleFactor: process.env.LUKIS_SCREENSHOTS === undefined ? 1 : 2,
      colorScheme: 'light',
      locale: 'en-GB',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => console.error('the page threw', error));
    await watchImages(page);
    await prepare(page);
    return page;
  }

  /** As `page`, opened and ready to paint. */
  async open(options: BrowserContextOptions = {}, url = this.target.url): Promise<Page> {
    const page = await this.page(options);
    await page.goto(url);
    await untilReady(page);
    return page;
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.target.stop();
  }
}

export async function untilReady(page: Page): Promise<void> {
  await page.locator('lukis-status .dot.ready').waitFor();
}

/** The bubbles of the conversation, oldest first. */
export const BUBBLE = 'lukis-entry';
export const KEPT = 'lukis-entry[phase="kept"]';

/** What the composer holds. */
export function composed(page: Page): Promise<string> {
  return page.getByRole('textbox').first().inputValue();
}
