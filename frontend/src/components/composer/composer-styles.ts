import { css } from 'lit';

/** The text field with its buttons. */
export const composerStyles = css`
  :host {
    display: block;
  }
  form {
    /* The height of one line. */
    --submit-side: calc(var(--composer-font, 1.25rem) * 1.4 + 16px);
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: end;
    gap: 4px;
    padding: 6px;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--surface);
    box-shadow:
      0 1px 2px var(--shadow),
      0 14px 34px -20px var(--shadow);
    transition: border-color var(--duration-short);
  }
  form:focus-within {
    border-color: var(--accent);
    box-shadow:
      0 0 0 1px var(--accent),
      0 14px 34px -20px var(--shadow);
  }
  textarea {
    display: block;
    grid-column: 2;
    width: 100%;
    min-height: 44px;
    max-height: 30dvh;
    padding: 8px 6px;
    border: 0;
    background: none;
    color: var(--text);
    caret-color: var(--accent);
    font: var(--composer-font, 1.25rem) / 1.4 var(--serif);
    field-sizing: content;
    resize: none;
    overflow-y: auto;
  }
  textarea:focus-visible {
    outline: none;
  }
  textarea::placeholder {
    color: var(--text-soft);
    font-style: italic;
    opacity: 1;
  }
  .submit {
    display: grid;
    place-items: center;
    width: max(44px, var(--submit-side));
    height: max(44px, var(--submit-side));
    padding: 0;
    border: 0;
    border-radius: 12px 10px 13px 9px;
    background: var(--accent);
    color: var(--on-accent);
    transition:
      scale var(--duration-short),
      background var(--duration-short),
      color var(--duration-short);
  }
  .submit svg {
    width: 22px;
    height: 22px;
    stroke-width: 2.2;
  }
  .submit:active {
    scale: 0.94;
  }
  .submit:disabled {
    background: color-mix(in srgb, var(--text) 7%, transparent);
    color: var(--text-soft);
    cursor: default;
  }
`;
