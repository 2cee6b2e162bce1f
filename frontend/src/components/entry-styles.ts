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
  :host(:not([phase='kept'])) {
    --side: var(--live-side);
  }
  .light {
    position: absolute;
    z-index: -1;
    top: -14%;
    left: 50%;
    width: calc(var(--side) * 2);
    height: 128%;
    translate: -50% 0;
    opacity: 0;
    filter: blur(24px) saturate(1.6);
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
  :host(:not([phase='kept'])) .lit {
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
  .wash {
    position: absolute;
    inset: 0;
    background: linear-gradient(
      100deg,
      transparent 20%,
      color-mix(in srgb, var(--accent) 13%, transparent) 50%,
      transparent 80%
    );
    background-size: 220% 100%;
    animation: wash 1.6s linear infinite;
  }
  @keyframes wash {
    from {
      background-position: 160% 0;
    }
    to {
      background-position: -60% 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .wash {
      animation: none;
    }
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
  .progress.done {
    opacity: 0;
  }
  figcaption {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    min-height: 44px;
    padding: 0 2px 4px;
    color: var(--ink-soft);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }
  :host([phase='kept']) .sheet {
    display: grid;
    grid-template-columns: var(--side) minmax(0, 1fr);
    width: min(600px, 100%);
    padding-block-end: 12px;
  }
  :host([phase='kept']) .progress {
    display: none;
  }
  :host([phase='kept']) figcaption {
    flex-direction: column;
    align-items: start;
    padding: 2px 8px 0 22px;
  }
  @media (max-width: 560px) {
    :host([phase='kept']) .sheet {
      display: block;
      width: calc(var(--side) + 24px);
      padding-block-end: 0;
    }
    :host([phase='kept']) figcaption {
      flex-direction: row;
      align-items: center;
      padding: 4px 2px;
    }
  }
  .title {
    margin: 0 -6px;
    padding: 8px 6px;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--ink);
    font: italic 1.125rem/1.4 var(--serif);
    display: flex;
    gap: 0.5em;
    align-items: baseline;
    text-align: start;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .title svg {
    flex: none;
    width: 0.95em;
    height: 0.95em;
    translate: 0 0.1em;
    color: var(--ink-soft);
    opacity: 0.7;
  }
  button.title:hover {
    text-decoration: underline;
    text-decoration-color: var(--accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 4px;
  }
  .aside {
    flex: none;
  }
`;
