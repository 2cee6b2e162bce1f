import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { chromiumPath, FLAGS } from './browser';

type Answer = Readonly<Record<string, unknown>>;
type Pending = { resolve(answer: Answer): void; reject(error: Error): void };

/**
 * A Chromium that is driven by its own protocol alone. Test libraries keep every tab visible and
 * focused; here a tab in the background is hidden and gets no frames, as for a person.
 */
export class DevtoolsBrowser {
  private readonly pending = new Map<number, Pending>();
  // Mutable state
  private commands = 0;

  private constructor(
    private readonly process: ChildProcess,
    private readonly profile: string,
    private readonly socket: WebSocket,
  ) {
    socket.on('message', (data) => {
      const { id, result, error } = JSON.parse(String(data));
      const pending = this.pending.get(id);
      this.pending.delete(id);
      if (error === undefined) pending?.resolve(result);
      else pending?.reject(new Error(error.message));
    });
  }

  static async launch(): Promise<DevtoolsBrowser> {
    const profile = await mkdtemp(join(tmpdir(), 'lukis-chromium-'));
    const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
    const process = spawn(
      chromiumPath(),
      [...FLAGS, ...own, '--window-size=1280,800', '--lang=en-GB'],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...globalThis.process.env, LANGUAGE: 'en_GB' },
      },
    );
    const socket = new WebSocket(await debuggingUrl(process));
    await once(socket, 'open');
    return new DevtoolsBrowser(process, profile, socket);
  }

  async open(url: string): Promise<Tab> {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const tab = new Tab(this, String(targetId), String(sessionId));
    await tab.goto(url);
    return tab;
  }

  send(method: string, params: object = {}, sessionId?: string): Promise<Answer> {
    const id = ++this.commands;
    this.socket.send(JSON.stringify({ id, method, params, sessionId }));
    return new Promise((resolve, reject) => this.pending.set(id, { resolve, reject }));
  }

  async close(): Promise<void> {
    const exited = once(this.process, 'exit');
    this.process.kill();
    await exited;
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function debuggingUrl(process: ChildProcess): Promise<string> {
  if (process.stderr === null) throw new Error('stderr: not piped');
  for await (const line of createInterface(process.stderr)) {
    const [, url] = /^DevTools listening on (ws:.*)$/u.exec(line) ?? [];
    if (url !== undefined) {
      process.stderr.resume();
      return url;
    }
  }
  throw new Error('Chromium ended before it listened');
}

/** One tab of the browser. */
export class Tab {
  constructor(
    private readonly browser: DevtoolsBrowser,
    private readonly target: string,
    private readonly session: string,
  ) {}

  send(method: string, params: object = {}): Promise<Answer> {
    return this.browser.send(method, params, this.session);
  }

  async goto(url: string): Promise<void> {
    await this.send('Page.enable');
    await this.send('Page.navigate', { url });
  }

  /** Brings this tab to the front, and so hides the one that was there. */
  async activate(): Promise<void> {
    await this.browser.send('Target.activateTarget', { targetId: this.target });
  }

  async close(): Promise<void> {
    await this.browser.send('Target.closeTarget', { targetId: this.target });
  }

  /** Value of an expression, which may be a promise; `deep(selector)` looks through shadow roots. */
  async evaluate<T>(expression: string): Promise<T> {
    const how = { expression: `${DEEP}\n${expression}`, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = (await this.send('Runtime.evaluate', how)) as {
      result: { value: T };
      exceptionDetails?: { exception?: { description?: string } };
    };
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  }

  /** Waits until an expression is true, and returns its value. */
  async until<T>(expression: string, timeout = 15_000): Promise<T> {
    const end = Date.now() + timeout;
    for (;;) {
      const value = await this.evaluate<T>(expression).catch(() => undefined);
      if (value) return value;
      if (Date.now() > end) throw new Error(`never true: ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  /** Types as a keyboard does. */
  async type(text: string): Promise<void> {
    for (const key of text) await this.send('Input.dispatchKeyEvent', { type: 'char', text: key });
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await this.send('Page.captureScreenshot');
    return Buffer.from(String(data), 'base64');
  }
}

const DEEP = `var deep = (selector, root = document) => {
  const found = [...root.querySelectorAll(selector)];
  for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) found.push(...deep(selector, shadowRoot));
  return found;
};`;
