import { css } from 'lit';

/** The sign-in dialog. */
export const signInStyles = css`
  dialog {
    width: min(400px, 100vw - 24px);
    max-height: calc(100dvh - 24px);
    padding: 22px 24px 18px;
    border: 0;
    border-radius: 16px 14px 17px 13px;
    background:
      radial-gradient(110% 60% at 50% 0%, var(--background-light), transparent 75%), var(--surface);
    color: var(--text);
    box-shadow:
      0 0 0 1px var(--line),
      0 30px 70px -20px var(--shadow);
    animation: pinned var(--duration-long) var(--ease);
  }
  dialog::backdrop {
    background: color-mix(in srgb, var(--background-shade) 80%, transparent);
  }
  form {
    display: grid;
    gap: 12px;
  }
  .scene {
    width: min(220px, 76%);
    margin: 0 auto;
  }
  /* The illustration has gaps, which show the background in the dark theme. */
  .key {
    filter: drop-shadow(0 0 2.5px #f8dcbb);
  }
  .wrong .key {
    animation: stuck 420ms var(--ease);
    transform-box: fill-box;
    transform-origin: center;
  }
  h2 {
    margin: 0;
    font: 400 1.875rem/1.15 var(--serif);
    letter-spacing: -0.012em;
    text-align: center;
    text-wrap: balance;
  }
  p {
    margin: 0;
    color: var(--text-soft);
    text-align: center;
    text-wrap: balance;
  }
  fieldset {
    display: grid;
    grid-auto-columns: 1fr;
    grid-auto-flow: column;
    margin: 0;
    padding: 3px;
    border: 0;
    border-radius: 11px;
    background: var(--surface-dim);
  }
  legend {
    position: absolute;
    clip-path: inset(50%);
  }
  fieldset label {
    position: relative;
    cursor: pointer;
  }
  [type='radio'] {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  fieldset span {
    display: grid;
    place-items: center;
    min-height: 38px;
    border-radius: 8px;
  }
  [type='radio']:checked + span {
    background: var(--surface);
    box-shadow: 0 0 0 1px var(--line-strong);
  }
  [type='radio']:focus-visible + span {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .label {
    margin-bottom: -6px;
    color: var(--text-soft);
    font-size: 0.875rem;
  }
  .slip {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    border: 1px solid var(--line-strong);
    border-radius: 12px;
    background: var(--surface);
  }
  .slip:focus-within {
    border-color: var(--accent);
    box-shadow: 0 0 0 1px var(--accent);
  }
  #secret {
    min-width: 0;
    min-height: 46px;
    padding: 6px 2px 6px 14px;
    border: 0;
    background: none;
    color: inherit;
    caret-color: var(--accent);
    font: 1.0625rem/1.3 ui-monospace, monospace;
  }
  #secret:focus-visible {
    outline: none;
  }
  [aria-pressed='true'] {
    color: var(--accent);
  }
  #said {
    min-height: 1.5em;
    font-size: 0.875rem;
  }
  .wrong #said {
    color: var(--accent);
  }
  .enter,
  .later {
    min-height: 48px;
    border-radius: 12px 11px 13px 10px;
  }
  .enter {
    border: 0;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
    transition: scale var(--duration-short);
  }
  .enter:active {
    scale: 0.98;
  }
  .later {
    min-height: 44px;
    margin-top: -6px;
    border: 0;
    background: none;
    color: var(--text-soft);
  }
  .later:hover {
    color: var(--text);
  }
  @keyframes pinned {
    from {
      opacity: 0;
      translate: 0 10px;
      rotate: -0.6deg;
    }
  }
  @keyframes stuck {
    20%,
    60% {
      rotate: -3deg;
    }
    40%,
    80% {
      rotate: 3deg;
    }
  }
  @media (max-height: 560px) {
    .scene {
      display: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .wrong .key {
      animation: none;
    }
  }
`;
