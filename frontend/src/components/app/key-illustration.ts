import { svg } from 'lit';
import { brushFilter } from '../shared/brush-filter';

/** A key, drawn in the style of the beach. */
export const keyIllustration = svg`<svg class="scene" viewBox="0 0 240 110" aria-hidden="true">
  ${brushFilter({ id: 'wash', seed: 7, torn: 13, room: 20 })}
  <g filter="url(#wash)" fill="none" stroke-linecap="round">
    <path pathLength="1" style="--n:0;stroke:#f3c9a0;stroke-width:26" d="M40 30C96 18 150 22 204 29" />
    <path pathLength="1" style="--n:1;stroke:#eea27f;stroke-width:26" d="M28 56C92 48 160 52 214 54" />
    <path pathLength="1" style="--n:2;stroke:#e7cf9e;stroke-width:22" d="M44 82C104 74 150 86 200 79" />
  </g>
  <g transform="matrix(1.22 0 0 1.22 -26 -12)"><g class="key" fill="none" stroke="#3b2a26" stroke-linecap="round" stroke-linejoin="round">
    <path pathLength="1" style="--n:3;stroke-width:8.5" d="M84 40c-13-5-27 3-27 16s13 21 25 17 18-27 2-33" />
    <path pathLength="1" style="--n:4;stroke-width:7" d="M94 56c26-2.5 56-1.5 87-.5" />
    <path pathLength="1" style="--n:5;stroke-width:6.5" d="M178 57c.8 6 .6 11 .2 18" />
    <path pathLength="1" style="--n:6;stroke-width:6" d="M160 57c.6 5 .4 8 0 13" />
    <path pathLength="1" style="--n:7;stroke:#c23a2b;stroke-width:5" d="M60 47c-9-8-15-19-12-33" />
  </g></g>
</svg>`;
