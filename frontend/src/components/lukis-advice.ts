import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { texts } from '../i18n/texts';
import { adviceWords } from '../state/advice-words';
import type { Advice } from '../state/state';
import { shared } from '../styles/shared';

/** The line under the composer: advice where there is some, else the keys; and what room is left. */
@customElement('lukis-advice')
export class LukisAdvice extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        justify-content: space-between;
        gap: 12px;
        min-height: 1.625rem;
        padding: 6px 10px 0;
        color: var(--ink-soft);
        font-size: 0.8125rem;
      }
      .error,
      .notice {
        color: var(--ink);
      }
      .error::before {
        color: var(--accent);
        content: '● ';
      }
      .notice::before {
        color: var(--warn);
        content: '● ';
      }
      .left {
        margin-inline-start: auto;
        flex: none;
        font-variant-numeric: tabular-nums;
      }
      @media (hover: none), (max-width: 480px) {
        .help {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) advice: Advice | undefined;
  @property({ type: Number }) length = 0;
  @property({ type: Number }) limit: number | undefined;

  override render() {
    return html`${this.sentence()}<span class="left">${this.room()}</span>`;
  }

  private sentence() {
    if (this.advice === undefined) return html`<span class="help">${texts().composer.help}</span>`;
    return html`<span class=${this.advice.kind}>${adviceWords(this.advice, texts())}</span>`;
  }

  private room(): string {
    const { limit, length } = this;
    return limit !== undefined && length >= limit * 0.8
      ? texts().composer.left(limit - length)
      : '';
  }
}
