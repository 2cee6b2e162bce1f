import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const GRAVE = new Set(['serious', 'critical']);

declare global {
  interface Window {
    axe: { run(options: RunOptions): Promise<AxeResults> };
  }
}

/**
 * Looks at a view by day and by night: fails where it is not accessible, and keeps a screenshot in
 * the folder `LUKIS_SCREENSHOTS`, where that is set.
 */
export async function inspect(page: Page, view: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await untilCalm(page, colorScheme);
    await keepScreenshot(page, `${view}-${colorScheme}`);
    const violations = await graveViolations(page);
    expect(violations, `serious violations of ${view}, ${colorScheme}`).toEqual([]);
  }
}

/** Ends once the page wears the theme, and nothing moves but what always does. */
async function untilCalm(page: Page, theme: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.documentElement.dataset.theme === wanted &&
      document
        .getAnimations()
        .every(({ effect }) => effect?.getTiming().iterations === Number.POSITIVE_INFINITY),
    theme,
    // Not with every frame: on a busy machine there are few.
    { polling: 50, timeout: 45_000 },
  );
}

export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.LUKIS_SCREENSHOTS;
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

async function graveViolations(page: Page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: AXE });
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run({ resultTypes: ['violations'] });
    return violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
    }));
  });
  return found.filter(({ impact }) => GRAVE.has(impact ?? ''));
}
