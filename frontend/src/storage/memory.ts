/** What the page needs of `localStorage` and `sessionStorage`. */
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps values for as long as the page is open. */
export class TransientMemory implements Memory {
  private readonly values = new Map<string, string>();

  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.values.set(key, value);
  }

  removeItem(key: string): void {
    this.values.delete(key);
  }
}

/**
 * A browser's storage, which may be missing, forbidden or full: the page works without it, and
 * remembers things only for as long as it is open.
 */
export class SafeMemory implements Memory {
  private readonly transient = new TransientMemory();

  constructor(private readonly open: () => Memory) {}

  getItem(key: string): string | null {
    return this.transient.getItem(key) ?? this.attempt((memory) => memory.getItem(key)) ?? null;
  }

  setItem(key: string, value: string): void {
    this.transient.setItem(key, value);
    this.attempt((memory) => memory.setItem(key, value));
  }

  removeItem(key: string): void {
    this.transient.removeItem(key);
    this.attempt((memory) => memory.removeItem(key));
  }

  private attempt<T>(use: (memory: Memory) => T): T | undefined {
    try {
      return use(this.open());
    } catch {
      return undefined;
    }
  }
}
