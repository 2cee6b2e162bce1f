import type { Cancel } from './environment';
import {
  DEFAULT_PAGE,
  decodePageInformation,
  type PageInformation,
} from './protocol/page-information';

type Load = () => Promise<unknown>;

const loadFromServer: Load = async () => (await fetch('page.json', { cache: 'no-store' })).json();

/** Loads `page.json`, and keeps the last answer. */
export class PageInformationLoader {
  // Mutable state
  private current = DEFAULT_PAGE;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly load: Load = loadFromServer) {}

  get page(): PageInformation {
    return this.current;
  }

  /**
   * Loads it again: the words are known only after the model is ready. Without an answer nothing
   * changes.
   */
  async refresh(): Promise<void> {
    try {
      this.current = decodePageInformation(await this.load());
    } catch (error) {
      console.warn('page.json', error);
      return;
    }
    for (const listener of this.listeners) listener();
  }

  subscribe(listener: () => void): Cancel {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
