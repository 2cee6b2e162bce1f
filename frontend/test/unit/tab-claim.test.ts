import { describe, expect, it } from 'vitest';
import { TransientMemory } from '../../src/storage/memory';
import { claimTab } from '../../src/storage/tab-claim';

describe('the name of a tab', () => {
  const names =
    (...all: string[]) =>
    () =>
      all.shift() ?? '';

  it('outlives a reload', async () => {
    const memory = new TransientMemory();
    const hold = async () => true;
    expect(await claimTab(memory, hold, names('a'))).toEqual({ tab: 'a', copyOf: undefined });
    expect(await claimTab(memory, hold, names('b'))).toEqual({ tab: 'a', copyOf: undefined });
  });

  it('is another for a duplicate', async () => {
    const memory = new TransientMemory();
    const held = new Set<string>();
    const hold = async (name: string) => !held.has(name) && held.add(name) !== undefined;
    await claimTab(memory, hold, names('a'));
    expect(await claimTab(memory, hold, names('b'))).toEqual({ tab: 'b', copyOf: 'a' });
    expect(memory.getItem('lukis.tab')).toBe('b');
  });
});
