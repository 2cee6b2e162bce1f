import { css, svg } from 'lit';
import { brushFilter } from './brush-filter';

/** A beach at dusk, drawn stroke by stroke when it appears. */
export const beachIllustration = svg`<svg class="scene" viewBox="0 0 320 220" aria-hidden="true">
  ${brushFilter({ id: 'bristles', seed: 4, torn: 15, room: 10 })}
  <g filter="url(#bristles)" fill="none" stroke-linecap="round">
    <path pathLength="1" style="--n:0;stroke:#f3c9a0;stroke-width:30" d="M38 46C110 30 190 36 286 44" />
    <path pathLength="1" style="--n:1;stroke:#eea27f;stroke-width:28" d="M26 74C110 66 210 70 296 70" />
    <path pathLength="1" style="--n:2;stroke:#d9736a;stroke-width:24" d="M36 100C120 92 210 98 290 96" />
    <path pathLength="1" style="--n:3;stroke:#35607f;stroke-width:26" d="M28 124C120 118 200 124 294 121" />
    <path pathLength="1" style="--n:4;stroke:#274a68;stroke-width:22" d="M34 146C120 140 210 148 288 143" />
    <path pathLength="1" style="--n:5;stroke:#e7cf9e;stroke-width:30" d="M26 172C100 158 220 184 296 168" />
    <path pathLength="1" style="--n:6;stroke:#cfae78;stroke-width:20" d="M44 194C120 184 210 200 272 190" />
  </g>
  <g fill="none" stroke-linecap="round">
    <path pathLength="1" style="--n:7;stroke:#c23a2b;stroke-width:34" d="M206 58c5-9 17-9 20 1s-3 20-10 20-15-11-10-21" />
    <path pathLength="1" style="--n:8;stroke:#f6b8a0;stroke-width:4" d="M199 54c2-7 6-10 11-11" />
    <path pathLength="1" style="--n:9;stroke:#3b2a26;stroke-width:1.6" d="M215 97c3 14-7 22-3 38s4 20 1 33" />
  </g>
</svg>`;

export const illustrationStyles = css`
  .scene {
    display: block;
    width: min(400px, 100%);
    overflow: visible;
  }
  .scene path {
    stroke-dasharray: 1;
    animation: stroke 620ms cubic-bezier(0.5, 0.1, 0.3, 1) backwards;
    animation-delay: calc(var(--n) * 130ms);
  }
  @keyframes stroke {
    from {
      stroke-dashoffset: 1.2;
      opacity: 0;
    }
    20% {
      opacity: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .scene path {
      animation: none;
    }
  }
`;
