import type { Picture } from '../state/state';

/** Number of arguments that are safe for one call. */
const CHUNK = 8_192;

/** A data URL: unlike an object URL, the browser loads it without delay. */
export function dataUrl({ mime, bytes }: Pick<Picture, 'mime' | 'bytes'>): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return `data:${mime};base64,${btoa(text)}`;
}
