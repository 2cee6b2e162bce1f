import { css } from 'lit';

/** The layout: header, conversation and composer. */
export const appStyles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    height: 100dvh;
    background:
      radial-gradient(120% 70% at 50% 12%, var(--background-light), transparent 70%),
      linear-gradient(transparent 72%, var(--background-shade));
  }
  main {
    display: contents;
  }
  dialog {
    width: min(340px, 100vw - 32px);
    padding: 24px 20px 16px;
    border: 0;
    border-radius: 14px;
    background: var(--surface);
    color: var(--text);
    box-shadow:
      0 0 0 1px var(--line),
      0 30px 70px -20px var(--shadow);
  }
  dialog::backdrop {
    background: color-mix(in srgb, var(--background-shade) 72%, transparent);
  }
  dialog form {
    display: grid;
    margin-top: 14px;
  }
  dialog button {
    min-height: 44px;
    border: 1px solid var(--line-strong);
    border-radius: 12px;
    background: none;
  }
  .inputs {
    position: relative;
    z-index: 1;
    width: 100%;
    max-width: 712px;
    margin-inline: auto;
    padding: 6px 16px max(10px, env(safe-area-inset-bottom));
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (max-width: 480px) {
    .inputs {
      padding-inline: 10px;
    }
  }
`;
