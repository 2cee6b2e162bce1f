import { type Memory, SafeMemory, TransientMemory } from './memory';

// Mutable state
let memory: Memory = new SafeMemory(() => localStorage);

/** Language, theme and controls of this browser, from visit to visit. */
export const preferences: Memory = {
  getItem: (key) => memory.getItem(key),
  setItem: (key, value) => memory.setItem(key, value),
  removeItem: (key) => memory.removeItem(key),
};

/** For a screen that many people share: nothing is read from the browser, or left in it. */
export function keepNothing(): void {
  memory = new TransientMemory();
}
