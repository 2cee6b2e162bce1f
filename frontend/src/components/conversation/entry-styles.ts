import { css } from 'lit';

/** A print: the picture on its sheet, its title below the plate. */
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
    /* Not beyond the bottom: there it would be something to scroll to. */
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
    transition: opacity var(--slow);
    pointer-events: none;
  }
  :host([phase='typing']) .lit {
    opacity: var(--glow);
  }
  .sheet {
    width: calc(var(--side) + 24px);
    margin: 0;
    padding: 12px 12px 0;
    background: var(--sheet);
    border-radius: 3px;
    box-shadow:
      0 0 0 1px color-mix(in srgb, var(--line) 55%, transparent),
      0 1px 2px var(--shadow),
      0 18px 40px -18px var(--shadow);
    transition: opacity var(--slow);
    animation: pin var(--slow) var(--ease);
  }
  @keyframes pin {
    from {
      opacity: 0;
      transform: translateY(18px) scale(0.97);
    }
  }
  :host([fading]) .sheet {
    opacity: 0.35;
  }
  .plate {
    position: relative;
    aspect-ratio: var(--ratio, 1);
    background: var(--plate);
    box-shadow: inset 0 0 0 1px color-mix(in srgb, var(--ink) 8%, transparent);
    overflow: hidden;
  }
  .plate::after {
    position: absolute;
    inset: 0;
    box-shadow: inset 0 0 0 1px color-mix(in srgb, var(--ink) 14%, transparent);
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
      transform var(--swift) linear,
      opacity var(--slow);
  }
  .progress:dir(rtl) {
    transform-origin: right;
  }
  .progress.done {
    opacity: 0;
  }
  :host([phase]:not([phase='typing'])) .sheet {
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
    :host([phase]:not([phase='typing'])) .sheet {
      display: block;
      width: calc(var(--side) + 24px);
      padding-block-end: 0;
    }
  }
`;
