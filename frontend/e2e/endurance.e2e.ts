import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawScene } from '../test/fake/scene';
import { ScriptedServer } from './scripted-server';
import { untilReady, Visit } from './visit';

const EDITS = 400;
const IMAGES_PER_EDIT = 5;
const IMAGES = EDITS * IMAGES_PER_EDIT;
/** By then the strip of the timeline has as many pictures as it ever has. */
const HALFWAY = EDITS / 2;
/** The first half comes at the pace of the screen, the second as fast as it can be taken. */
const AHEAD = { paced: 1, fast: IMAGES_PER_EDIT };

let visit: Visit;

beforeAll(async () => {
  visit = await Visit.begin();
});

afterAll(() => visit?.end());

/** A server that answers every edit with several images, and knows when they have been taken. */
class Flood {
  private readonly pictures = Array.from({ length: 16 }, (_, at) =>
    drawScene('a red boat at night', 0.9, at),
  );
  // Mutable state
  private sent = 0;
  private taken = 0;
  private revision = 0;
  private ahead = AHEAD.paced;
  private due = 0;
  private done: () => void = () => {};

  constructor(private readonly server: ScriptedServer) {
    server.onMessage((message) => {
      if (message.type === 'prompt') {
        this.revision = message.revision;
        this.due += IMAGES_PER_EDIT;
      } else if (message.type === 'ack') this.taken = message.image;
      this.paint();
    });
  }

  hurry(): void {
    this.ahead = AHEAD.fast;
  }

  /** Ends once the images of so many edits have been taken. */
  until(edits: number): Promise<void> {
    return new Promise((resolve) => {
      this.done = () => {
        if (this.taken >= edits * IMAGES_PER_EDIT) resolve();
      };
      this.done();
    });
  }

  private paint(): void {
    while (this.sent < this.due && this.sent - this.taken < this.ahead) {
      const bytes = this.pictures[this.sent++ % this.pictures.length] as Uint8Array;
      this.server.paint({ revision: this.revision }, bytes);
    }
    this.done();
  }
}

/** As if it were typed, but without the browser's memory of what can be undone. */
function write(composer: HTMLElement, text: string): void {
  (composer as HTMLTextAreaElement).value = text;
  composer.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** What the page holds after everything that could go has gone. */
async function held(page: Page) {
  await page.waitForFunction(() => document.getAnimations().length === 0);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { nodes } = await devtools.send('Memory.getDOMCounters');
  const urls = await page.evaluate(() => window.liveUrls.size);
  await devtools.detach();
  return { megabytes: usedSize / 2 ** 20, nodes, urls };
}

/** What has been shown since this was asked last, by how long it took. */
async function arrivals(page: Page) {
  const all = await page.evaluate(() => window.arrivals.splice(0));
  const byTime = all.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => (byTime[Math.floor((byTime.length - 1) * share)] ?? 0).toFixed(1);
  const inOneFrame = all.filter(({ frames }) => frames <= 1).length / all.length;
  const words = `median ${at(0.5)} ms, p95 ${at(0.95)} ms, ${(inOneFrame * 100).toFixed(1)} % in the next frame`;
  return { inOneFrame, words: `${all.length} images shown: ${words}` };
}

it(`shows ${IMAGES} images within a frame of their arrival, and holds on to none`, async () => {
  const page = await visit.page({ viewport: { width: 480, height: 640 }, deviceScaleFactor: 1 });
  const flood = new Flood(await ScriptedServer.before(page));
  await page.goto(visit.target.url);
  await untilReady(page);
  const composer = page.getByRole('textbox');
  const edit = async (from: number, to: number) => {
    for (let number = from; number < to; number++) {
      await composer.evaluate(write, `a boat and ${number} birds`);
      await flood.until(number + 1);
    }
  };

  await edit(0, HALFWAY);
  const before = await held(page);
  const paced = await arrivals(page);
  flood.hurry();
  await edit(HALFWAY, EDITS);
  const after = await held(page);
  const fast = await arrivals(page);

  console.log(
    `from arrival to the frame that shows it\npaced: ${paced.words}\nfast: ${fast.words}`,
  );
  console.log(`held after ${IMAGES / 2} images`, before, `and after ${IMAGES}`, after);
  // Most: a machine that is busy with something else misses frames.
  expect(paced.inOneFrame, 'share of images in the next frame').toBeGreaterThan(0.5);
  expect(after.urls, 'object URLs').toBeLessThan(200);
  expect(after.megabytes - before.megabytes, 'megabytes more').toBeLessThan(2);
  expect(after.nodes - before.nodes, 'nodes more').toBeLessThan(100);
}, 300_000);
