import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { currentLanguage } from '../../i18n/language';
import { texts } from '../../i18n/texts';
import { isLoopback } from '../../protocol/share';
import { expiryWords } from '../../sharing/expiry';
import type { ShareResult } from '../../sharing/share-client';
import { shared } from '../../styles/shared';
import { LocalizedElement } from './localized-element';

/** A QR code with which a phone fetches the picture, and how long that works. */
@customElement('lukis-share-code')
export class LukisShareCode extends LocalizedElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: 10px;
        text-align: center;
      }
      h2 {
        margin: 0;
        font: 400 1.625rem/1.2 var(--serif);
      }
      p {
        margin: 0;
        color: var(--text-soft);
        text-wrap: balance;
      }
      .code {
        display: grid;
        place-items: center;
        width: min(240px, 100%);
        aspect-ratio: 1;
        padding: 10px;
        border-radius: 10px;
        /* Cameras need dark on light, also in the dark theme. */
        background: #fff;
        box-shadow: 0 0 0 1px var(--line);
      }
      :host([wide]) {
        grid-template: 1fr auto 1fr / auto minmax(0, 1fr);
        justify-items: start;
        gap: 8px 28px;
        text-align: start;
      }
      :host([wide]) .code {
        grid-area: 1 / 1 / 4;
        width: min(26vh, 20vw);
        min-width: 180px;
      }
      :host([wide]) h2 {
        align-self: end;
        font-size: clamp(1.5rem, 2.2vw, 2.5rem);
      }
      :host([wide]) p {
        font-size: var(--words-size);
      }
      .code.none {
        background: var(--surface-dim);
        color: var(--text-soft);
      }
      img {
        display: block;
        width: 100%;
        height: 100%;
        image-rendering: pixelated;
      }
      a {
        color: var(--text-soft);
        font-size: 0.8125rem;
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** The server's answer, once it has arrived. */
  @property({ attribute: false }) result: ShareResult | undefined;
  /** Shows the code beside the text, for a large screen. */
  @property({ type: Boolean, reflect: true }) wide = false;
  /** Whether to show the address as a link. */
  @property({ type: Boolean }) link = false;

  override render() {
    const words = texts().shareCode;
    return html`<h2>${words.title}</h2>
      ${this.result === undefined ? html`<div class="code none">${words.fetching}</div>` : this.answer()}`;
  }

  private answer() {
    const words = texts().shareCode;
    const { result } = this;
    if (result?.kind !== 'shared') return html`<p>${words[result?.kind ?? 'failed']}</p>`;
    const { url, qr, expiresAt } = result.image;
    const time = expiryWords(expiresAt, new Date(), currentLanguage());
    return html`
      <p>${isLoopback(url) ? words.loopback : words.text}</p>
      <div class="code"><img src=${qr} alt=${words.qr} /></div>
      ${this.link ? html`<a href=${url} target="_blank" rel="noopener">${url}</a>` : nothing}
      <p>${words.expires(time)}</p>
    `;
  }
}
