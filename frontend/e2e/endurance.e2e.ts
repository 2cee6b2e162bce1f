import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawScene } from '../test/fake/scene';
import { ScriptedServer } from './scripted-server';
import { untilReady, Visit } from './visit';

const IMAGES = 2_000;
/** So many at the pace of the screen; the others as fast as they can be taken. */
const PACED = 400;
/** One key in so many images, so that the strip of the timeline grows, too. */
const IMAGES_PER_KEY = 10;

let visit: Visit;

beforeAll(async () => {
  visit = await Visit.begin();
});

afterAll(() => visit?.end());

/** What the page holds after everything that could go has gone. */
async function held(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { nodes } = await devtools.send('Memory.getDOMCounters');
  const urls = await page.evaluate(() => window.liveUrls.size);
  await devtools.detach();
  return { megabytes: usedSize / 2 ** 20, nodes, urls };
}

it('shows each of 2,000 images within a frame of its arrival, and holds on to none', async () => {
  const page = await visit.page({ viewport: { width: 480, height: 640 } });
  const server = await ScriptedServer.before(page);
  const pictures = Array.from({ length: 16 }, (_, at) => drawScene('a red boat at night', 0.9, at));
  let [sent, revision] = [0, 0];
  let halfway: () => void = () => {};
  const pause = new Promise<void>((resolve) => {
    halfway = resolve;
  });
  let done: () => void = () => {};
  const end = new Promise<void>((resolve) => {
    done = resolve;
  });
  let paused = false;
  const paint = () => {
    sent += 1;
    server.paint({ revision }, pictures[sent % pictures.length] as Uint8Array);
  };
  const refill = (shown: number) => {
    const ahead = sent < PACED ? 2 : 12;
    while (sent < IMAGES && sent - shown < ahead) paint();
  };
  server.onMessage((message) => {
    if (message.type === 'prompt') {
      revision = message.revision;
      if (sent === 0) for (let ahead = 0; ahead < 2; ahead++) paint();
    }
    if (message.type !== 'ack') return;
    if (message.image >= IMAGES / 2 && !paused) {
      paused = true;
      halfway();
    } else if (message.image >= IMAGES) done();
    else refill(message.image);
  });

  await page.goto(visit.target.url);
  await untilReady(page);
  await page.getByRole('textbox').focus();
  let typing = true;
  const typist = (async () => {
    for (let key = 0; typing; key++) {
      await page.keyboard.type(key % 2 === 0 ? 'a' : 'b');
      await page.waitForTimeout(16 * IMAGES_PER_KEY);
    }
  })();
  await pause;
  const before = await held(page);
  refill(sent - 1);
  await end;
  typing = false;
  await typist;
  const after = await held(page);

  const latencies = (await page.evaluate(() => window.arrivals)).sort((a, b) => a.ms - b.ms);
  const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)]?.ms ?? 0;
  const inOneFrame = latencies.filter(({ frames }) => frames <= 1).length / latencies.length;
  console.log(
    `${latencies.length} images shown; from arrival to the frame that shows it: ` +
      `median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms; ` +
      `${(inOneFrame * 100).toFixed(1)} % in the next frame`,
  );
  console.log('held after 1,000 images', before, 'and after 2,000', after);
  expect(inOneFrame, 'share of images in the next frame').toBeGreaterThan(0.9);
  expect(after.urls, 'object URLs').toBeLessThan(200);
  expect(after.megabytes - before.megabytes, 'megabytes more').toBeLessThan(2);
  expect(after.nodes - before.nodes, 'nodes more').toBeLessThan(600);
}, 120_000);
