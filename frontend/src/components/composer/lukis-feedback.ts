import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { texts } from '../../i18n/texts';
import { feedbackText } from '../../state/feedback-text';
import type { Feedback } from '../../state/state';
import { shared } from '../../styles/shared';
import { emit } from '../shared/events';
import { LocalizedElement } from '../shared/localized-element';

/**
 * The line below the composer: all messages, or else the keyboard help; and the characters left.
 */
@customElement('lukis-feedback')
export class LukisFeedback extends LocalizedElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        justify-content: space-between;
        gap: 12px;
        min-height: 1.625rem;
        padding: 6px 10px 0;
        color: var(--text-soft);
        font-size: 0.8125rem;
      }
      .messages:empty {
        display: none;
      }
      .error,
      .tooLong,
      .notice {
        color: var(--text);
        text-wrap: pretty;
      }
      .messages {
        display: grid;
        gap: 3px;
        --dot: none;
      }
      .error {
        --dot: var(--accent);
      }
      .tooLong,
      .notice {
        --dot: var(--warn);
      }
      .outcome {
        --dot: var(--good);
      }
      :is(.error, .tooLong, .notice, .outcome) {
        position: relative;
        padding-inline-start: 16px;
      }
      :is(.error, .tooLong, .notice, .outcome)::before {
        position: absolute;
        top: 0.4em;
        inset-inline-start: 0;
        width: 8px;
        height: 8px;
        border-radius: 50% 45% 52% 48%;
        background: var(--dot);
        content: '';
      }
      b {
        color: var(--text);
        font-weight: 600;
      }
      .change button {
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      @media (hover: hover) and (min-width: 481px) {
        .change button:not(:focus-visible) {
          position: absolute;
          clip-path: inset(50%);
        }
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

  @property({ attribute: false }) messages: readonly Feedback[] = [];
  /** Number of the picture that is being changed. */
  @property({ type: Number }) editing: number | undefined;
  /** Without keyboard help. */
  @property({ type: Boolean }) bare = false;
  @property({ type: Number }) length = 0;
  @property({ type: Number }) limit: number | undefined;

  override render() {
    return html`<div class="messages" role="status">
        ${this.messages.map(
          (message) => html`<div class=${message.kind}>${feedbackText(message, texts())}</div>`,
        )}
      </div>
      ${this.messages.length === 0 ? this.keys() : nothing}<span class="left">${this.room()}</span>`;
  }

  private keys() {
    return this.editing === undefined ? this.help() : this.change();
  }

  private help() {
    if (this.bare) return nothing;
    return html`<span class="help">${texts().composer.help}</span>`;
  }

  private change() {
    const { editing, editHelp, cancel } = texts().composer;
    return html`<span class="change">
      <b>${editing(this.editing ?? 0)}</b> <span class="help">· ${editHelp}</span>
      <button type="button" @click=${() => emit(this, 'lukis-cancel', undefined)}>${cancel}</button>
    </span>`;
  }

  private room(): string {
    const { limit, length } = this;
    const isNear = limit !== undefined && length >= limit * 0.8 && length <= limit;
    return isNear ? texts().composer.left(limit - length) : '';
  }
}
