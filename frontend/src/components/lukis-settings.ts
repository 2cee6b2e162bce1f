import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { texts } from '../i18n/texts';
import { iconButton, shared } from '../styles/shared';
import { emit } from './events';
import { arrangement, shuffle } from './icons';

/** A small sheet with what can be set; the page's defaults need none of it. */
@customElement('lukis-settings')
export class LukisSettings extends LitElement {
  static override styles = [
    shared,
    iconButton,
    css`
      :host {
        position: relative;
        display: block;
      }
      [popover] {
        inset: auto;
        inset-inline-start: max(16px, 50vw - 340px);
        bottom: 112px;
        width: min(320px, 100vw - 32px);
        margin: 0;
        padding: 16px;
        border: 1px solid var(--line);
        border-radius: 14px;
        background: var(--sheet);
        color: var(--ink);
        box-shadow: 0 18px 44px -16px var(--shadow);
        font-size: 0.9375rem;
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
      small {
        display: block;
        color: var(--ink-soft);
        font-size: 0.8125rem;
      }
      label {
        display: flex;
        gap: 12px;
        align-items: center;
        min-height: 44px;
        margin-top: 10px;
        cursor: pointer;
      }
      input {
        flex: none;
        width: 20px;
        height: 20px;
        margin: 0 2px;
        accent-color: var(--accent);
      }
    `,
  ];

  @property({ type: Number }) seed: number | undefined;
  @property({ type: Boolean, attribute: 'keep-seed' }) keepSeed = true;

  override render() {
    const words = texts().settings;
    return html`
      <button class="icon" type="button" popovertarget="sheet" aria-label=${words.open} title=${words.open}>
        ${arrangement}
      </button>
      <div id="sheet" popover>
        <button class="shuffle" type="button" @click=${() => emit(this, 'lukis-shuffle', undefined)}>
          ${shuffle}
          <span>${words.shuffle}<small>${words.shuffleHelp}</small></span>
        </button>
        <label>
          <input type="checkbox" .checked=${this.keepSeed} @change=${this.changed} />
          <span>
            ${words.keep}
            <small>${this.seed === undefined ? nothing : words.seed(this.seed)}</small>
          </span>
        </label>
      </div>
    `;
  }

  private changed(event: Event): void {
    emit(this, 'lukis-keep-seed', { keep: (event.target as HTMLInputElement).checked });
  }
}
