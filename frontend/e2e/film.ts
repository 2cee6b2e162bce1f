import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'vitest';
import { launchBrowser } from './browser';
import { Person } from './person';
import { openTarget } from './target';
import { untilReady } from './visit';
import { untilPainted, untilSettled, watchImages } from './watcher';

/**
 * The animation of the README: screenshots of a person typing, changing a word and keeping the
 * picture, numbered into the folder `LUKIS_FILM`; `pictures.sh` makes an animation of them.
 */
it('films a person who types', async () => {
  const folder = process.env.LUKIS_FILM ?? 'film';
  await mkdir(folder, { recursive: true });
  const target = await openTarget();
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 960, height: 720 } });
  const person = new Person(page);
  let frame = 0;
  const shoot = async (times = 1) => {
    for (let time = 0; time < times; time++, frame++) {
      await page.screenshot({ path: join(folder, `${String(frame).padStart(3, '0')}.png`) });
    }
  };

  await watchImages(page);
  await page.goto(target.url);
  await untilReady(page);
  await page.getByRole('textbox').focus();
  await shoot(3);
  const prompt = 'a red balloon on the beach at night';
  await person.type(prompt, () => shoot());
  await untilPainted(page, prompt.length);
  await untilSettled(page);
  await shoot(6);
  await person.press('Home');
  await person.press('ArrowRight', 'a red'.length);
  for (let key = 0; key < 'red'.length; key++) {
    await person.press('Backspace');
    await shoot();
  }
  await person.type('blue', () => shoot());
  await untilPainted(page, prompt.length + 'red'.length + 'blue'.length);
  await untilSettled(page);
  await shoot(10);
  await browser.close();
  await target.stop();
});
