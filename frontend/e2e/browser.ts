import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium at `CHROMIUM`, else the system's. */
export function chromiumPath(): string {
  const path = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(path)) throw new Error(`CHROMIUM: ${path} (expected: an installed Chromium)`);
  return path;
}

export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const args = [...FLAGS, ...more];
  return chromium.launch({ executablePath: chromiumPath(), headless: true, args });
}
