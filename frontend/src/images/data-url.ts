import type { Picture } from '../state/state';

/** Bytes that one call takes as arguments without a fear for the stack. */
const CHUNK = 8_192;

/** An address that holds the image itself, so that the browser has nothing to wait for. */
export function dataUrl({ mime, bytes }: Pick<Picture, 'mime' | 'bytes'>): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return `data:${mime};base64,${btoa(text)}`;
}
