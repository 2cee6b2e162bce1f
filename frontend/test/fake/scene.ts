import { encodePng } from './png';

type Colour = readonly [number, number, number];

const SIDE = 128;
const COLOURS: Readonly<Record<string, Colour>> = {
  red: [203, 52, 40],
  blue: [48, 96, 200],
  yellow: [236, 190, 60],
  white: [240, 240, 236],
  green: [70, 150, 80],
};
const GROUNDS: Readonly<Record<string, Colour>> = {
  beach: [226, 200, 148],
  mountains: [122, 130, 146],
  snow: [238, 242, 248],
  sea: [38, 92, 128],
  space: [12, 12, 28],
  meadow: [110, 160, 78],
};
const SKIES: Readonly<Record<string, readonly [Colour, Colour]>> = {
  night: [
    [16, 22, 52],
    [58, 62, 104],
  ],
  sunset: [
    [112, 74, 130],
    [246, 160, 104],
  ],
  space: [
    [8, 8, 20],
    [24, 18, 48],
  ],
  day: [
    [112, 176, 226],
    [216, 234, 240],
  ],
};

/**
 * Draws a sky, a ground and a round thing from a prompt's words, rougher the fewer `sharpness`
 * in (0, 1] it has, as a stand-in for a model: as PNG. The same arguments give the same bytes.
 */
export function drawScene(prompt: string, sharpness: number, seed: number): Uint8Array {
  const words = prompt.toLowerCase().split(/\W+/u);
  const pick = <T>(from: Readonly<Record<string, T>>) => words.map((w) => from[w]).find(Boolean);
  const [top, bottom] = pick(SKIES) ?? (SKIES.day as readonly [Colour, Colour]);
  const ground = pick(GROUNDS) ?? [200, 200, 200];
  const thing = words.length > 1 ? (pick(COLOURS) ?? [150, 120, 110]) : undefined;
  const centre = 40 + (seed % 48);
  const noise = (1 - sharpness) * 150 + 8;
  const random = mulberry(seed + prompt.length);
  const rgb = new Uint8Array(SIDE * SIDE * 3);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const horizon = 92 + 4 * Math.sin(x / 17 + prompt.length);
      let colour = y > horizon ? ground : mix(top, bottom, y / horizon);
      const inside = (x - centre) ** 2 + ((y - 46) * 0.85) ** 2;
      if (thing && inside < 26 ** 2)
        colour = mix(
          thing,
          [255, 255, 255],
          Math.max(0, 0.5 - Math.hypot(x - centre + 9, y - 36) / 24),
        );
      else if (thing && Math.abs(x - centre) < 1 && y > 70 && y < 104) colour = [60, 50, 50];
      const jitter = (random() - 0.5) * noise;
      colour.forEach((value, channel) => {
        rgb[(y * SIDE + x) * 3 + channel] = Math.min(255, Math.max(0, value + jitter));
      });
    }
  }
  return encodePng(SIDE, SIDE, rgb);
}

function mix(a: Colour, b: Colour, share: number): Colour {
  return [0, 1, 2].map((i) => (a[i] ?? 0) * (1 - share) + (b[i] ?? 0) * share) as unknown as Colour;
}

/** A small seeded generator of numbers in [0, 1). */
export function mulberry(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
