import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { texts } from '../../i18n/texts';
import { shared } from '../../styles/shared';
import { emit } from '../shared/events';
import { trash } from '../shared/icons';
import { LocalizedElement } from '../shared/localized-element';

/** Says what the browser stores of this conversation, and deletes it after a second question. */
@customElement('lukis-stored-conversation')
export class LukisStoredConversation extends LocalizedElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        margin-top: 16px;
        padding-top: 14px;
        border-top: 1px solid var(--line);
      }
      h3 {
        margin: 0;
        font: 600 0.9375rem/1.4 var(--sans);
      }
      p {
        margin: 2px 0 0;
        color: var(--text-soft);
        font-size: 0.8125rem;
        text-wrap: pretty;
      }
      .sure {
        margin-top: 10px;
        color: var(--text);
        font-size: 0.9375rem;
      }
      .row {
        display: flex;
        gap: 8px;
        margin-top: 10px;
      }
      button {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        gap: 8px;
        min-height: 44px;
        padding: 6px 14px;
        border: 1px solid var(--line-strong);
        border-radius: 12px;
        background: none;
      }
      button:hover {
        border-color: var(--accent);
      }
      button svg {
        flex: none;
        width: 20px;
        height: 20px;
      }
      .delete {
        width: 100%;
        margin-top: 10px;
      }
      .row button {
        flex: 1;
      }
      .yes {
        border-color: var(--accent);
        background: var(--accent);
        color: var(--on-accent);
      }
    `,
  ];

  /** Whether the browser allows storage. */
  @property({ type: Boolean }) available = false;
  /** Whether there is a conversation to delete. */
  @property({ type: Boolean }) empty = false;

  @query('.no') private readonly no!: HTMLElement | null;
  // Mutable state
  @state() private asking = false;

  override willUpdate(): void {
    if (this.empty) this.asking = false;
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('asking') && this.asking) this.no?.focus();
  }

  override render() {
    const { heading, text, off } = texts().stored;
    return html`<h3>${heading}</h3>
      <p>${this.available ? text : off}</p>
      ${this.empty ? nothing : this.asking ? this.question() : this.button()}`;
  }

  private button() {
    return html`<button class="delete" type="button" @click=${() => this.ask(true)}>
      ${trash} ${texts().stored.remove}
    </button>`;
  }

  private question() {
    const { sure, yes, no } = texts().stored;
    return html`<p class="sure" role="alert">${sure}</p>
      <div class="row">
        <button class="no" type="button" @click=${() => this.ask(false)}>${no}</button>
        <button class="yes" type="button" @click=${this.confirmed}>${yes}</button>
      </div>`;
  }

  private ask(asking: boolean): void {
    this.asking = asking;
  }

  private confirmed(): void {
    this.asking = false;
    emit(this, 'lukis-delete-conversation', undefined);
  }
}
