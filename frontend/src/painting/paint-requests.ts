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
import { ownSettings, type Settings, untold, wantedSettings } from './wanted-settings';

/** How many commits are on their way at once: enough to keep the server at work. */
const AHEAD = 2;

/**
 * Says to the server what to paint: an entry's settings before its words, its words before its
 * commit. What waits for its commit goes one by one, and lets somebody who types go first.
 */
export class PaintRequests {
  // Mutable state
  private told: Settings = {};
  /** The revision of the words that the server was told last. */
  private prompted: number | undefined;
  private composing = false;

  constructor(
    private readonly store: Store,
    private readonly send: (message: ClientMessage) => boolean,
  ) {}

  /** Answers whether the words went out. */
  prompt(entry: Entry, composing: boolean): boolean {
    const { controls, server } = this.store.state;
    this.composing = composing;
    if (server === undefined) return false;
    this.settle(wantedSettings(controls, server, entry.seed));
    const { revision, fading } = entry;
    const text = fading ? '' : fitting(entry.prompt, server.limits.promptLength);
    if (!this.send({ type: 'prompt', revision, text, composing })) return false;
    this.prompted = revision;
    return true;
  }

  /** Commits what waits, as far as it is its turn. */
  pump(): void {
    let turned = false;
    for (let next = this.next(); next !== undefined; next = this.next()) {
      const told = next.revision === this.prompted;
      this.store.dispatch({ type: 'asked', id: next.id, anew: !told });
      if (!told) turned = this.promptAgain(next.id);
      this.commit(next.id);
    }
    if (turned) this.turnBack();
  }

  /** A server that has just greeted knows nothing of what another was told. */
  resume(): void {
    const { state } = this.store;
    const { server, seed } = state;
    if (server === undefined) return;
    const { resumed } = server;
    // A connection that was taken up has settings, and none of them is certain.
    this.told = resumed === undefined ? ownSettings(server) : {};
    this.settle(wantedSettings(state.controls, server, seed));
    const onTheirWay = [...finishingEntries(state)].sort((a, b) => a.revision - b.revision);
    for (const { id } of onTheirWay) {
      if (resumed !== undefined) this.store.dispatch({ type: 'asked', id, anew: true });
      this.promptAgain(id);
      this.commit(id);
    }
    this.pump();
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

  /** The server was told other words: what is being typed is its business again. */
  private turnBack(): void {
    const { composing } = this;
    const live = typingEntry(this.store.state);
    if (live === undefined || live.fading || isFinished(live)) return;
    this.store.dispatch({ type: 'retold' });
    const retold = typingEntry(this.store.state);
    if (retold !== undefined) this.prompt(retold, composing);
  }

  private settle(wanted: Settings): void {
    const news = untold(wanted, this.told);
    if (Object.keys(news).length === 0) return;
    if (this.send({ type: 'settings', ...news })) this.told = { ...this.told, ...news };
  }

  private entry(id: number): Entry | undefined {
    return this.store.state.entries.find((entry) => entry.id === id);
  }
}
