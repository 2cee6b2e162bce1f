import type { Entry, Outcome, Picture } from '../state/state';
import { fileName } from './file-name';

export type ExportAction = 'download' | 'copyImage' | 'copyPrompt' | 'share';

type Kept = Entry & { readonly picture: Picture };

/** Takes a picture out of the page; answers what to tell, or nothing where somebody thought again. */
export async function exportPicture(
  action: ExportAction,
  entry: Kept,
): Promise<Outcome | undefined> {
  switch (action) {
    case 'download':
      return download(entry);
    case 'copyImage':
      return copied('imageCopied', () =>
        navigator.clipboard.write([new ClipboardItem({ 'image/png': asPng(entry.picture) })]),
      );
    case 'copyPrompt':
      return copied('promptCopied', () => navigator.clipboard.writeText(entry.prompt));
    case 'share':
      return share(entry);
  }
}

/** Whether the browser can hand pictures to other applications. */
export function canShare(): boolean {
  const file = new File([], 'a.png', { type: 'image/png' });
  return navigator.canShare?.({ files: [file] }) ?? false;
}

function download({ picture, prompt }: Kept): Outcome {
  const link = document.createElement('a');
  link.href = picture.url;
  link.download = fileName(prompt, picture.mime);
  link.click();
  return 'downloaded';
}

async function copied(outcome: Outcome, copy: () => Promise<void>): Promise<Outcome> {
  try {
    await copy();
    return outcome;
  } catch {
    return 'copyRefused';
  }
}

/** Clipboards take PNG only. */
async function asPng({ url }: Picture): Promise<Blob> {
  const blob = await (await fetch(url)).blob();
  if (blob.type === 'image/png') return blob;
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/png' });
}

async function share({ picture, prompt }: Kept): Promise<Outcome | undefined> {
  try {
    const blob = await (await fetch(picture.url)).blob();
    const file = new File([blob], fileName(prompt, picture.mime), { type: blob.type });
    await navigator.share({ files: [file], text: prompt });
    return 'shared';
  } catch (error) {
    const thoughtAgain = error instanceof DOMException && error.name === 'AbortError';
    return thoughtAgain ? undefined : 'shareRefused';
  }
}
