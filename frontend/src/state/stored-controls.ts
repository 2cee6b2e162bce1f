import type { ImageFormat } from '../protocol/messages';
import type { Controls, State } from './state';

const KEY = 'lukis.controls';
const FORMATS: readonly ImageFormat[] = ['jpeg', 'webp', 'png'];

/** What is remembered from visit to visit: the controls, and the seed where it is locked. */
export type StoredControls = Pick<State, 'controls' | 'keepSeed' | 'seed'>;

type Memory = Pick<Storage, 'getItem' | 'setItem'>;

export function saveControls(memory: Memory, { controls, keepSeed, seed }: StoredControls): void {
  memory.setItem(KEY, JSON.stringify({ ...controls, keepSeed, seed: keepSeed ? seed : undefined }));
}

/** Reads it back; what is not as it was written, is as if never set. */
export function loadControls(memory: Memory): StoredControls | undefined {
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
