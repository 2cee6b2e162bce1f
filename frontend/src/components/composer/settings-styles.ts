import { css } from 'lit';

/** A popover above the composer. */
export const settingsStyles = css`
  :host {
    position: relative;
    display: block;
  }
  [popover] {
    inset: auto;
    inset-inline-start: max(16px, 50vw - 340px);
    bottom: 112px;
    width: min(340px, 100vw - 32px);
    max-height: calc(100dvh - 140px);
    scroll-padding: 16px;
    margin: 0;
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--surface);
    color: var(--text);
    box-shadow: 0 18px 44px -16px var(--shadow);
    font-size: 0.9375rem;
    overflow: auto;
  }
  .shuffle {
    display: flex;
    align-items: center;
    gap: 12px;
    width: 100%;
    min-height: 48px;
    padding: 8px 14px;
    border: 1px solid var(--line-strong);
    border-radius: 12px;
    background: none;
    text-align: start;
  }
  .shuffle:hover {
    border-color: var(--accent);
  }
  .shuffle svg {
    flex: none;
    width: 24px;
    height: 24px;
    color: var(--accent);
  }
  small,
  p {
    display: block;
    color: var(--text-soft);
    font-size: 0.8125rem;
  }
  p {
    margin: 14px 0 0;
  }
  .lock {
    display: flex;
    gap: 12px;
    align-items: center;
    min-height: 44px;
    margin-top: 10px;
    cursor: pointer;
  }
  [type='checkbox'] {
    display: grid;
    flex: none;
    place-items: center;
    width: 22px;
    height: 22px;
    margin: 0 2px;
    border: 1.5px solid var(--line-strong);
    border-radius: 7px 6px 8px 6px;
    appearance: none;
    cursor: pointer;
  }
  [type='checkbox']::after {
    width: 11px;
    height: 6px;
    border: solid var(--on-accent);
    border-width: 0 0 2px 2px;
    content: '';
    opacity: 0;
    rotate: -45deg;
    translate: 0 -1px;
  }
  [type='checkbox']:checked {
    border-color: var(--accent);
    background: var(--accent);
  }
  [type='checkbox']:checked::after {
    opacity: 1;
  }
  fieldset {
    margin: 12px 0 0;
    padding: 0;
    border: 0;
  }
  legend,
  .field > span {
    display: flex;
    justify-content: space-between;
    width: 100%;
    padding: 0 0 4px;
    color: var(--text-soft);
    font-size: 0.8125rem;
  }
  .choice {
    display: grid;
    grid-auto-columns: 1fr;
    grid-auto-flow: column;
    padding: 3px;
    border-radius: 11px;
    background: var(--surface-dim);
  }
  .choice label {
    position: relative;
    cursor: pointer;
  }
  .choice input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .choice span {
    display: grid;
    place-items: center;
    min-height: 36px;
    padding: 2px 6px;
    border-radius: 8px;
  }
  .choice input:checked + span {
    background: var(--surface);
    box-shadow: 0 0 0 1px var(--line-strong);
  }
  .choice input:focus-visible + span {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .field {
    display: block;
    margin-top: 12px;
  }
  [type='range'] {
    width: 100%;
    height: 32px;
    margin: 0;
    background: linear-gradient(var(--line), var(--line)) center / 100% 4px no-repeat;
    appearance: none;
    cursor: pointer;
  }
  [type='range']::-webkit-slider-thumb {
    width: 22px;
    height: 22px;
    border: 3px solid var(--surface);
    border-radius: 50%;
    background: var(--accent);
    appearance: none;
  }
  [type='range']::-moz-range-thumb {
    width: 16px;
    height: 16px;
    border: 3px solid var(--surface);
    border-radius: 50%;
    background: var(--accent);
  }
  [type='text'] {
    width: 100%;
    min-height: 40px;
    padding: 6px 10px;
    border: 1px solid var(--line-strong);
    border-radius: 9px;
    background: none;
    color: inherit;
    font: inherit;
  }
`;
