import { css } from 'lit';

/** One picture and one line of text, readable from two metres away. */
export const boothStyles = css`
  :host {
    --booth-side: min(100dvh - 236px, 50vw);
    --words-size: clamp(0.9375rem, 1.15vw, 1.375rem);
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    height: 100dvh;
    background:
      radial-gradient(90% 80% at 30% 40%, var(--background-light), transparent 70%),
      linear-gradient(transparent 72%, var(--background-shade));
    overflow: hidden;
    touch-action: manipulation;
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
  }
  header {
    display: flex;
    align-items: center;
    gap: 16px;
    padding: 14px clamp(20px, 3vw, 56px) 6px;
  }
  h1 {
    margin: 0;
    margin-inline-end: auto;
    font: 400 2rem/1.2 var(--serif);
  }
  h1 img {
    display: block;
    height: 56px;
  }
  .over,
  .leaving button {
    min-height: 44px;
    padding: 6px 18px;
    border: 1px solid var(--line-strong);
    border-radius: 22px;
    background: var(--surface);
  }
  main {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: clamp(24px, 4vw, 80px);
    min-height: 0;
    padding: 0 clamp(20px, 3vw, 56px) 20px;
  }
  section {
    display: grid;
    align-content: center;
    gap: 10px;
    max-height: 100%;
    min-width: 0;
  }
  h2 {
    margin: 0 0 4px;
    font: 400 clamp(1.75rem, 3.3vw, 3.75rem) / 1.08 var(--serif);
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  lukis-composer {
    --composer-font: clamp(1.375rem, 2.1vw, 2.5rem);
  }
  .call {
    min-height: 1.4em;
    margin: 0;
    font: italic clamp(1.125rem, 1.5vw, 1.75rem) / 1.3 var(--serif);
  }
  .call.strong {
    color: var(--accent);
    animation: beckon 2.4s ease-in-out infinite;
  }
  @keyframes beckon {
    50% {
      translate: 0 -4px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .call.strong {
      animation: none;
    }
  }
  lukis-vocabulary {
    margin-top: 8px;
  }
  lukis-take-home {
    margin-top: 14px;
  }
  .leaving {
    position: fixed;
    z-index: 2;
    inset-inline: 0;
    bottom: 36px;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 20px;
    width: fit-content;
    max-width: calc(100vw - 40px);
    margin-inline: auto;
    padding: 14px 16px 14px 28px;
    border-radius: 40px;
    background: var(--text);
    color: var(--background);
    font-size: 1.25rem;
  }
  .leaving button {
    border: 0;
    color: var(--text);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  @media (max-aspect-ratio: 1) {
    :host {
      --booth-side: min(100vw - 72px, 46dvh);
      overflow: auto;
    }
    main {
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
      justify-items: center;
      gap: 16px;
    }
    section {
      width: 100%;
      max-height: none;
    }
  }
`;
