import { expect, it } from 'vitest';
import { fullJitter } from '../../src/connection/backoff';
import { mulberry } from '../fake/scene';

const BACKOFF = { base: 500, cap: 15_000 };

it('draws evenly below a ceiling that doubles up to the cap', () => {
  const random = mulberry(42);
  for (const [attempt, ceiling] of [500, 1000, 2000, 4000, 8000, 15_000, 15_000].entries()) {
    const delays = Array.from({ length: 2000 }, () => fullJitter(attempt, random, BACKOFF));
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(0);
    expect(Math.min(...delays)).toBeLessThan(ceiling * 0.01);
    expect(Math.max(...delays)).toBeLessThan(ceiling);
    const mean = delays.reduce((sum, delay) => sum + delay) / delays.length;
    expect(mean / ceiling).toBeCloseTo(0.5, 1);
  }
});

it('does not overflow after many attempts', () => {
  expect(fullJitter(5000, () => 0.5, BACKOFF)).toBe(7_500);
});
