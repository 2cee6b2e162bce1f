const LONGEST = 60;
/** Device names, which Windows does not accept as file names. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/u;
const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/** A file name from the words of a picture, such as `a-red-balloon.jpg`. */
export function fileName(prompt: string, mime: string): string {
  const words = prompt
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}]+/gu, '-')
    .replace(/^-/u, '');
  const short = [...words].slice(0, LONGEST).join('').replace(/-$/u, '') || 'lukis';
  const name = RESERVED.test(short) ? `${short}-lukis` : short;
  return `${name}.${EXTENSIONS[mime] ?? 'img'}`;
}
