import { expect, it } from 'vitest';
import { stepThrough } from '../../src/typing/prompt-history';
import { Typewriter } from '../../src/typing/typewriter';
import { ManualTimer } from '../fake/manual-timer';
import { mulberry } from '../fake/scene';

it('types letter by letter with a person’s rhythm', () => {
  const timer = new ManualTimer();
  const keys: { text: string; at: number }[] = [];
  new Typewriter(timer, mulberry(9)).type('a red fox', (text) => {
    keys.push({ text, at: timer.now() });
  });
  timer.advance(5_000);
  expect(keys.map(({ text }) => text)).toEqual(
    Array.from('a red fox', (_, index) => 'a red fox'.slice(0, index + 1)),
  );
  const gaps = keys.slice(1).map(({ at }, index) => at - (keys[index]?.at ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(60);
  expect(Math.max(...gaps)).toBeLessThan(300);
  expect(new Set(gaps).size).toBe(gaps.length);
});

it('stops when a person takes over', () => {
  const timer = new ManualTimer();
  const typewriter = new Typewriter(timer, mulberry(9));
  const typed: string[] = [];
  typewriter.type('a red fox', (text) => typed.push(text));
  typewriter.stop();
  timer.advance(5_000);
  expect(typed).toEqual(['a']);
});

it('steps back to the oldest former prompt and forward to none', () => {
  const formers = [{ id: 1 }, { id: 4 }];
  expect(stepThrough(formers, undefined, -1)?.id).toBe(4);
  expect(stepThrough(formers, 4, -1)?.id).toBe(1);
  expect(stepThrough(formers, 1, -1)?.id).toBe(1);
  expect(stepThrough(formers, 1, 1)?.id).toBe(4);
  expect(stepThrough(formers, 4, 1)).toBeUndefined();
});
