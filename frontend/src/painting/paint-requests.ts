import type { ClientMessage } from '../protocol/messages';
import { fitting } from '../state/prompts';
import {
  finishingEntries,
  isAwaited,
  isFinished,
  typingEntry,
  waitingEntries,
} from '../state/selectors';
import type { Entry } from '../state/state';
import type { Store } from '../state/store';
import { changedSettings, ownSettings, type Settings, wantedSettings } from './wanted-settings';

/** Commits in flight at once: enough to keep the server busy. */
const AHEAD = 2;

/**
 * Sends to the server what to paint: the settings of an entry before its prompt, its prompt before
 * its commit. Waiting commits are sent one by one, after the prompt that is being typed.
 */
export class PaintRequests {
  // Mutable state
  private sentSettings: Settings = {};
  /** The revision of the last prompt that was sent. */
  private prompted: number | undefined;
  private composing = false;

  constructor(
    private readonly store: Store,
    private readonly send: (message: ClientMessage) => boolean,
  ) {}

  /** Returns whether the prompt was sent. */
  prompt(entry: Entry, composing: boolean): boolean {
    const { controls, server } = this.store.state;
    this.composing = composing;
    if (server === undefined) return false;
    this.sendSettings(wantedSettings(controls, server, entry.seed));
    const { revision, fading } = entry;
    const text = fading ? '' : fitting(entry.prompt, server.limits.promptLength);
    if (!this.send({ type: 'prompt', revision, text, composing })) return false;
    this.prompted = revision;
    return true;
  }

  /** Sends waiting commits, as many as may be in flight. */
  sendWaiting(): void {
    let turned = false;
    for (let next = this.next(); next !== undefined; next = this.next()) {
      const told = next.revision === this.prompted;
      this.store.dispatch({ type: 'requested', id: next.id, anew: !told });
      if (!told) turned = this.promptAgain(next.id);
      this.commit(next.id);
    }
    if (turned) this.resendLive();
  }

  /** Sends everything again to a server that has just said `ready`. */
  resume(): void {
    const { state } = this.store;
    const { server, seed } = state;
    if (server === undefined) return;
    const { resumed } = server;
    // The settings of a resumed session are not known for certain.
    this.sentSettings = resumed === undefined ? ownSettings(server) : {};
    this.sendSettings(wantedSettings(state.controls, server, seed));
    const onTheirWay = [...finishingEntries(state)].sort((a, b) => a.revision - b.revision);
    for (const { id } of onTheirWay) {
      if (resumed !== undefined) this.store.dispatch({ type: 'requested', id, anew: true });
      this.promptAgain(id);
      this.commit(id);
    }
    this.sendWaiting();
  }

  private next(): Entry | undefined {
    const { state } = this.store;
    if (state.connection.kind !== 'ready') return undefined;
    const room = isAwaited(state) ? 1 : AHEAD;
    return finishingEntries(state).length < room ? waitingEntries(state)[0] : undefined;
  }

  private promptAgain(id: number): boolean {
    const entry = this.entry(id);
    return entry !== undefined && this.prompt(entry, false);
  }

  private commit(id: number): void {
    const entry = this.entry(id);
    if (entry !== undefined) this.send({ type: 'commit', revision: entry.revision });
  }

  /** Sends the live prompt again after the prompts of commits. */
  private resendLive(): void {
    const { composing } = this;
    const live = typingEntry(this.store.state);
    if (live === undefined || live.fading || isFinished(live)) return;
    this.store.dispatch({ type: 'resent' });
    const resent = typingEntry(this.store.state);
    if (resent !== undefined) this.prompt(resent, composing);
  }

  private sendSettings(wanted: Settings): void {
    const news = changedSettings(wanted, this.sentSettings);
    if (Object.keys(news).length === 0) return;
    if (this.send({ type: 'settings', ...news }))
      this.sentSettings = { ...this.sentSettings, ...news };
  }

  private entry(id: number): Entry | undefined {
    return this.store.state.entries.find((entry) => entry.id === id);
  }
}
