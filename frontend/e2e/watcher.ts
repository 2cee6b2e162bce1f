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
  }
}

/** Writes down every image the page shows; to be called before the page is opened. */
export async function watchImages(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.sightings = [];
    const { revokeObjectURL, createObjectURL } = URL;
    const blobs = new Map<string, Blob>();
    URL.createObjectURL = (blob: Blob) => {
      const url = createObjectURL.call(URL, blob);
      blobs.set(url, blob);
      return url;
    };
    URL.revokeObjectURL = (url: string) => {
      revokeObjectURL.call(URL, url);
    };
    const hash = async (blob: Blob) => {
      const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
      return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    };
    addEventListener('lukis-shown', (event) => {
      const { image, revision, element } = (event as CustomEvent).detail;
      const picture = event.composedPath()[0] as HTMLElement;
      const blob = blobs.get(element.src);
      if (blob === undefined) return;
      const seen = { at: performance.now(), image, revision };
      const final = picture.dataset.final === 'true';
      window.sightings.push(hash(blob).then((content) => ({ ...seen, final, content })));
    });
  });
}

/** What was shown so far, in order. */
export function sightings(page: Page): Promise<Sighting[]> {
  return page.evaluate(() => Promise.all(window.sightings));
}

/** The live picture as the page tells of it. */
export const LIVE = 'lukis-picture[data-live]';

/** Ends once the live picture stands for a revision. */
export async function untilPainted(page: Page, revision: number): Promise<void> {
  await page.locator(`${LIVE}[data-revision="${revision}"]`).waitFor();
  await untilWrittenDown(page);
}

/** Ends once the live picture is finished, or soon: a server may settle only on Enter. */
export async function untilSettled(page: Page): Promise<void> {
  const settled = page.locator(`${LIVE}[data-final="true"]`);
  await settled.waitFor({ timeout: 5_000 }).catch(() => {});
  await untilWrittenDown(page);
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
