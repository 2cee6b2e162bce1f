import type { ReadyMessage } from '../protocol/messages';

/** A picture's shape; `undefined` is the model's own. */
export type Shape = 'tall' | 'wide';

const MULTIPLE = 64;

/** The size of a shape: the model's own, with one side shortened to about three quarters. */
export function sizeOf(
  shape: Shape | undefined,
  { model: { width, height }, limits }: ReadyMessage,
): { readonly width: number; readonly height: number } {
  if (shape === undefined || !limits.resizable) return { width, height };
  const longer = Math.max(width, height);
  const shorter = Math.max(MULTIPLE, Math.floor((longer * 0.75) / MULTIPLE) * MULTIPLE);
  return shape === 'tall' ? { width: shorter, height: longer } : { width: longer, height: shorter };
}
