import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';

/** An image that was on screen: when, and what. */
export interface Sighting {
  readonly at: number;
  readonly image: number;
  readonly revision: number;
  readonly final: boolean;
  /** SHA-256 of its bytes. */
  readonly content: string;
}

declare global {
  interface Window {
    sightings: Promise<Sighting>[];
    /** Object URLs that were made and not revoked. */
    liveUrls: Set<string>;
    /** From an image's arrival to the frame that shows it. */
    arrivals: { readonly ms: number; readonly frames: number }[];
  }
}

/** Writes down every image the page shows; to be called before the page is opened. */
export async function watchImages(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.sightings = [];
    window.liveUrls = new Set();
    window.arrivals = [];
    const { revokeObjectURL, createObjectURL } = URL;
    let frame = 0;
    const count = () => {
      frame += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    const arrived = new Map<string, { blob: Blob; at: number; frame: number }>();
    // An image that arrives is given its address at once.
    URL.createObjectURL = (blob: Blob) => {
      const url = createObjectURL.call(URL, blob);
      arrived.set(url, { blob, at: performance.now(), frame });
      window.liveUrls.add(url);
      return url;
    };
    URL.revokeObjectURL = (url: string) => {
      window.liveUrls.delete(url);
      // What is being faded in is still to be sighted.
      setTimeout(() => arrived.delete(url), 1_000);
      revokeObjectURL.call(URL, url);
    };
    const hash = async (blob: Blob) => {
      if (crypto.subtle === undefined) return 'unknown on plain http';
      const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
      return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    };
    addEventListener('lukis-shown', (event) => {
      const { image, revision, url } = (event as CustomEvent).detail;
      const picture = event.composedPath()[0] as HTMLElement;
      const arrival = arrived.get(url);
      if (arrival === undefined) return;
      const at = performance.now();
      window.arrivals.push({ ms: at - arrival.at, frames: frame - arrival.frame });
      const seen = { at, image, revision };
      const final = picture.dataset.final === 'true';
      window.sightings.push(hash(arrival.blob).then((content) => ({ ...seen, final, content })));
    });
  });
}

/** What was shown so far, in order. */
export function sightings(page: Page): Promise<Sighting[]> {
  return page.evaluate(() => Promise.all(window.sightings));
}

/** The live picture of the page. */
export const LIVE = 'lukis-picture[data-live]';

/** Ends once the live picture stands for a revision. */
export async function untilPainted(page: Page, revision: number): Promise<void> {
  await page.locator(`${LIVE}[data-revision="${revision}"]`).waitFor();
  await untilWrittenDown(page);
}

/** Ends once the live picture is of the newest words, and finished. */
export async function untilSettled(page: Page): Promise<void> {
  await expect
    .poll(() => page.locator(LIVE).evaluate(isFinished), { timeout: 20_000, interval: 30 })
    .toBe(true);
  await untilWrittenDown(page);
}

function isFinished({ dataset }: HTMLElement): boolean {
  return dataset.final === 'true' && dataset.revision === dataset.wanted;
}

/** The page says what is on screen a frame before it is sighted there. */
function untilWrittenDown(page: Page): Promise<void> {
  return vi.waitFor(
    async () => {
      const shown = await page.locator(LIVE).getAttribute('data-image');
      expect(String((await sightings(page)).at(-1)?.image), 'image sighted last').toBe(shown);
    },
    { timeout: 5_000 },
  );
}
