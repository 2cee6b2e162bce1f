import { css } from 'lit';

/** The room: header, wall, and the desk to write at. */
export const appStyles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    height: 100dvh;
    background:
      radial-gradient(120% 70% at 50% 12%, var(--wall-light), transparent 70%),
      linear-gradient(transparent 72%, var(--wall-shade));
  }
  .desk {
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
    .desk {
      padding-inline: 10px;
    }
  }
`;
