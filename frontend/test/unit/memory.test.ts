import { expect, it } from 'vitest';
import { type Memory, SafeMemory } from '../../src/storage/memory';

it('remembers for as long as the page is open where storage is forbidden or full', () => {
  const forbidden = new SafeMemory(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  const full: Memory = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
    removeItem: () => {},
  };
  for (const memory of [forbidden, new SafeMemory(() => full)]) {
    memory.setItem('theme', 'dark');
    expect(memory.getItem('theme')).toBe('dark');
    memory.removeItem('theme');
    expect(memory.getItem('theme')).toBeNull();
  }
});
