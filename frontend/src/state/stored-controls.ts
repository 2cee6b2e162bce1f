import type { ImageFormat } from '../protocol/messages';
import type { Memory } from '../storage/memory';
import type { Controls, State } from './state';
import type { Store } from './store';

const KEY = 'lukis.controls';
const FORMATS: readonly ImageFormat[] = ['jpeg', 'webp', 'png'];

/** The settings that are stored from visit to visit; the seed only if it is locked. */
export type StoredControls = Pick<State, 'controls' | 'keepSeed' | 'seed'>;

export function saveControls(
  memory: Pick<Memory, 'setItem'>,
  { controls, keepSeed, seed }: StoredControls,
): void {
  memory.setItem(KEY, JSON.stringify({ ...controls, keepSeed, seed: keepSeed ? seed : undefined }));
}

/** Saves what a person sets from now on; defaults that were never changed are not written. */
export function keepControls(store: Store, memory: Memory): void {
  let { controls, keepSeed, seed } = store.state;
  store.subscribe((state) => {
    const touched = state.controls !== controls || state.keepSeed !== keepSeed;
    const reseeded = state.keepSeed && seed !== undefined && state.seed !== seed;
    ({ controls, keepSeed, seed } = state);
    if (touched || reseeded) saveControls(memory, state);
  });
}

export function forgetControls(memory: Pick<Memory, 'removeItem'>): void {
  memory.removeItem(KEY);
}

/** Reads it back; damaged values count as never set. */
export function loadControls(memory: Pick<Memory, 'getItem'>): StoredControls | undefined {
  const saved = parsed(memory.getItem(KEY));
  if (saved === undefined) return undefined;
  const { shape, format, guidanceScale, negativePrompt, keepSeed, seed } = saved;
  const controls: Controls = {
    shape: shape === 'tall' || shape === 'wide' ? shape : undefined,
    format: FORMATS.find((known) => known === format),
    guidanceScale: isCount(guidanceScale) ? guidanceScale : undefined,
    negativePrompt: typeof negativePrompt === 'string' ? negativePrompt : undefined,
  };
  return { controls, keepSeed: keepSeed !== false, seed: isCount(seed) ? seed : undefined };
}

function parsed(text: string | null): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
