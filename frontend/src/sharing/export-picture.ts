import type { Entry, Outcome, Picture } from '../state/state';
import { copyText } from './clipboard';
import { fileName } from './file-name';

export type ExportAction = 'download' | 'copyImage' | 'copyPrompt' | 'share';

type Painted = Entry & { readonly picture: Picture };

/** Takes a picture or its words out of the page. `undefined` means that the person cancelled it. */
export async function exportPicture(
  action: ExportAction,
  entry: Painted,
): Promise<Outcome | undefined> {
  switch (action) {
    case 'download':
      return download(entry);
    case 'copyImage':
      return copied('imageCopied', () =>
        navigator.clipboard.write([new ClipboardItem({ 'image/png': asPng(entry.picture) })]),
      );
    case 'copyPrompt':
      return copied('promptCopied', () => copyText(entry.prompt));
    case 'share':
      return share(entry);
  }
}

/** Whether the browser can hand pictures to other applications; not so on plain http. */
export function canShare(): boolean {
  const file = new File([], 'a.png', { type: 'image/png' });
  return navigator.canShare?.({ files: [file] }) ?? false;
}

function download({ picture, prompt }: Painted): Outcome {
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
  } catch (error) {
    console.warn('not copied', error);
    return 'copyRefused';
  }
}

/** Clipboards take PNG only. */
async function asPng(picture: Picture): Promise<Blob> {
  const blob = blobOf(picture);
  if (blob.type === 'image/png') return blob;
  const bitmap = await createImageBitmap(blob);
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob((png) => {
      if (png === null) reject(new DOMException('no PNG', 'EncodingError'));
      else resolve(png);
    }, 'image/png');
  });
}

async function share({ picture, prompt }: Painted): Promise<Outcome | undefined> {
  try {
    const file = new File([blobOf(picture)], fileName(prompt, picture.mime), {
      type: picture.mime,
    });
    await navigator.share({ files: [file], text: prompt });
    return 'shared';
  } catch (error) {
    const cancelled = error instanceof DOMException && error.name === 'AbortError';
    return cancelled ? undefined : 'shareRefused';
  }
}

function blobOf({ bytes, mime }: Picture): Blob {
  return new Blob([bytes], { type: mime });
}
