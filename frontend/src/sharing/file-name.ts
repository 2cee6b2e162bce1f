const LONGEST = 60;
const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/** A file name from the words of a picture, such as `a-red-balloon.jpg`. */
export function fileName(prompt: string, mime: string): string {
  const words = prompt
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
  const name = [...words].slice(0, LONGEST).join('') || 'lukis';
  return `${name}.${EXTENSIONS[mime] ?? 'img'}`;
}
