import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ConnectionState } from '../../connection/connection-state';
import type { Cancel } from '../../environment';
import { texts } from '../../i18n/texts';
import { iconButton, shared } from '../../styles/shared';
import { applyTheme, chooseTheme, currentTheme, followSystem } from '../../styles/theme';
import { moon, sun } from '../shared/icons';
import { LocalizedElement } from '../shared/localized-element';
import './lukis-language';
import './lukis-status';
import './lukis-wordmark';

const OWN_NAME = 'Lukis';

/** The title, the state of the connection, the language and the theme. */
@customElement('lukis-header')
export class LukisHeader extends LocalizedElement {
  static override styles = [
    shared,
    iconButton,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
        padding-block: 8px 4px;
        padding-inline: 20px 12px;
      }
      img {
        display: block;
        height: 40px;
      }
      .name {
        font: 400 1.75rem/44px var(--serif);
      }
      h1 {
        margin: 0;
        margin-inline-end: auto;
        line-height: 0;
      }
      @media (max-width: 560px) {
        :host {
          flex-wrap: wrap;
        }
        /* A sentence and a button do not fit beside the title. */
        .long {
          order: 1;
          flex-basis: 100%;
          padding-inline-end: 8px;
        }
      }
    `,
  ];

  @property({ attribute: false }) connection: ConnectionState = { kind: 'connecting' };

  @property() heading = OWN_NAME;
  /** Address of an image to show instead of the title. */
  @property() logo: string | undefined;

  // Mutable state
  private unfollow: Cancel = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    applyTheme();
    this.unfollow = followSystem(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    this.unfollow();
    super.disconnectedCallback();
  }

  override render() {
    const other = currentTheme() === 'dark' ? 'light' : 'dark';
    const isShort = this.connection.kind === 'ready' || this.connection.kind === 'connecting';
    const label = other === 'dark' ? texts().theme.toDark : texts().theme.toLight;
    return html`
      <h1>${this.logo === undefined ? this.name() : html`<img src=${this.logo} alt=${this.heading} />`}</h1>
      <lukis-status class=${isShort ? '' : 'long'} .state=${this.connection}></lukis-status>
      <lukis-language></lukis-language>
      <button
        class="icon"
        type="button"
        aria-label=${label}
        title=${label}
        @click=${() => {
          chooseTheme(other);
          this.requestUpdate();
        }}
      >
        ${other === 'dark' ? moon : sun}
      </button>
    `;
  }

  private name() {
    if (this.heading === OWN_NAME) return html`<lukis-wordmark></lukis-wordmark>`;
    return html`<span class="name">${this.heading}</span>`;
  }
}
