import type { Cancel } from '../environment';
import type { Action } from './actions';
import { reduce } from './reduce';
import { INITIAL_STATE, type State } from './state';

type Listener = (state: State) => void;

/** Holds the state of the page, and calls its listeners after every change. */
export class Store {
  // Mutable state
  private current: State;
  private readonly listeners = new Set<Listener>();

  constructor(remembered: Partial<State> = {}) {
    this.current = { ...INITIAL_STATE, ...remembered };
  }

  get state(): State {
    return this.current;
  }

  dispatch(action: Action): void {
    const next = reduce(this.current, action);
    if (next === this.current) return;
    this.current = next;
    for (const listener of this.listeners) listener(next);
  }

  subscribe(listener: Listener): Cancel {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
