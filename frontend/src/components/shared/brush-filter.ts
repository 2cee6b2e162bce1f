import { svg } from 'lit';

/** How a brush leaves its marks. */
export interface Brush {
  /** Of the filter, unique in its shadow root. */
  readonly id: string;
  readonly seed: number;
  /** How far the edges are torn, in user units. */
  readonly torn: number;
  /** Room around the strokes, in percent of their height. */
  readonly room: number;
}

/** A filter that makes strokes look painted: torn edges, and dry where the paint runs out. */
export const brushFilter = ({ id, seed, torn, room }: Brush) => svg`<defs>
    <filter id=${id} x="-10%" y="${-room}%" width="120%" height="${100 + 2 * room}%">
      <feTurbulence type="fractalNoise" baseFrequency="0.012 0.11" numOctaves="3" seed=${seed} result="noise" />
      <feDisplacementMap in="SourceGraphic" in2="noise" scale=${torn} result="torn" />
      <feColorMatrix in="noise" values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  0 -7 0 0 4.6" result="dry" />
      <feComposite in="torn" in2="dry" operator="in" />
    </filter>
  </defs>`;
