import { css } from 'lit';

/** The caption beside or below the picture. */
export const captionStyles = css`
  figcaption {
    display: grid;
    padding: 0 2px;
    color: var(--text-soft);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 8px;
    height: 46px;
  }
  .row > :first-child {
    margin-inline-end: auto;
  }
  .row .icon {
    margin-inline-end: -8px;
  }
  .row .icon:disabled {
    opacity: 0.4;
    cursor: default;
  }
  @media (max-width: 400px) {
    .row:has(.aside:not(:empty)) > :first-child {
      display: none;
    }
    .row .aside {
      margin-inline-end: auto;
    }
  }
  .words {
    min-width: 0;
    overflow: hidden;
    color: var(--text);
    font: italic 1rem/1.3 var(--serif);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .plain {
    flex: none;
    min-height: 34px;
    padding: 4px 10px;
    border: 1px solid transparent;
    border-radius: 17px;
    background: none;
    color: var(--text);
  }
  .plain:hover {
    border-color: var(--line-strong);
  }
  .strong {
    background: var(--accent);
    color: var(--on-accent);
  }
  lukis-timeline {
    margin-block: 3px 12px;
  }
  .title {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
    margin: 0 -6px;
    padding: 8px 6px;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--text);
    font: italic 1.125rem/1.4 var(--serif);
    text-align: start;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .title svg {
    flex: none;
    width: 0.95em;
    height: 0.95em;
    translate: 0 0.1em;
    color: var(--text-soft);
    opacity: 0.7;
  }
  .title:hover {
    text-decoration: underline;
    text-decoration-color: var(--accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 4px;
  }
  :host([phase]:not([phase='typing'])) figcaption {
    align-content: start;
    justify-items: start;
    gap: 2px;
    min-width: 0;
    padding-inline: 22px 8px;
  }
  lukis-tree {
    margin-block: 6px;
  }
  @media (max-width: 560px) {
    :host([phase]:not([phase='typing'])) figcaption {
      padding: 4px 2px;
    }
  }
`;
