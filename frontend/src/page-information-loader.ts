import type { Cancel } from './environment';
import {
  DEFAULT_PAGE,
  decodePageInformation,
  type PageInformation,
} from './protocol/page-information';

type Load = () => Promise<unknown>;

const loadFromServer: Load = async () => (await fetch('page.json', { cache: 'no-store' })).json();

/** What the operator and the model say about the page, as far as it is known by now. */
export class PageInformationLoader {
  // Mutable state
  private current = DEFAULT_PAGE;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly load: Load = loadFromServer) {}

  get page(): PageInformation {
    return this.current;
  }

  /** Asks again: the words are known only once the model is. Without an answer all stays as it was. */
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
