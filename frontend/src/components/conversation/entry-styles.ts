import { css } from 'lit';

/** A bubble: the picture in its frame, with the caption. */
export const entryStyles = css`
  :host {
    --side: var(--kept-side);
    position: relative;
    display: grid;
    justify-items: center;
    padding-block: 14px;
    isolation: isolate;
  }
  :host([phase='typing']) {
    --side: var(--live-side);
  }
  .light {
    position: absolute;
    z-index: -1;
    top: -14%;
    /* Not beyond the bottom, where it would add to the scrollable area. */
    inset-inline: calc(50% - var(--side));
    width: calc(var(--side) * 2);
    height: 114%;
    opacity: 0;
    filter: blur(24px) saturate(1.6) brightness(var(--glow-lift));
    mask-image: radial-gradient(
      closest-side,
      #000 25%,
      rgb(0 0 0 / 0.72) 45%,
      rgb(0 0 0 / 0.3) 66%,
      rgb(0 0 0 / 0.08) 84%,
      transparent
    );
    transition: opacity var(--duration-long);
    pointer-events: none;
  }
  :host([phase='typing']) .lit {
    opacity: var(--glow);
  }
  .card {
    width: calc(var(--side) + 24px);
    margin: 0;
    padding: 12px 12px 0;
    background: var(--surface);
    border-radius: 3px;
    box-shadow:
      0 0 0 1px color-mix(in srgb, var(--line) 55%, transparent),
      0 1px 2px var(--shadow),
      0 18px 40px -18px var(--shadow);
    transition: opacity var(--duration-long);
    animation: pin var(--duration-long) var(--ease);
  }
  @keyframes pin {
    from {
      opacity: 0;
      transform: translateY(18px) scale(0.97);
    }
  }
  :host([fading]) .card {
    opacity: 0.35;
  }
  .frame {
    position: relative;
    aspect-ratio: var(--ratio, 1);
    background: var(--surface-dim);
    box-shadow: inset 0 0 0 1px color-mix(in srgb, var(--text) 8%, transparent);
    overflow: hidden;
  }
  .frame::after {
    position: absolute;
    inset: 0;
    box-shadow: inset 0 0 0 1px color-mix(in srgb, var(--text) 14%, transparent);
    content: '';
    pointer-events: none;
  }
  lukis-picture {
    width: 100%;
    height: 100%;
  }
  .progress {
    height: 3px;
    margin-top: 3px;
    border-radius: 2px;
    background: var(--accent);
    transform-origin: left;
    transition:
      transform var(--duration-short) linear,
      opacity var(--duration-long);
  }
  .progress:dir(rtl) {
    transform-origin: right;
  }
  .progress.done {
    opacity: 0;
  }
  :host([phase]:not([phase='typing'])) .card {
    display: grid;
    grid-template-columns: var(--side) minmax(0, 1fr);
    width: min(640px, 100%);
    padding-block-end: 12px;
  }
  :host([phase]:not([phase='typing'])) .progress {
    grid-row: 2;
  }
  :host([phase='kept']) .progress {
    display: none;
  }
  lukis-variations {
    grid-column: 1 / -1;
  }
  @media (max-width: 560px) {
    :host([phase]:not([phase='typing'])) .card {
      display: block;
      width: calc(var(--side) + 24px);
      padding-block-end: 0;
    }
  }
`;
