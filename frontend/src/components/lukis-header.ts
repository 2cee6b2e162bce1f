import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ConnectionState } from '../connection/connection-state';
import type { Cancel } from '../environment';
import { texts } from '../i18n/texts';
import { iconButton, shared } from '../styles/shared';
import { applyTheme, chooseTheme, currentTheme, followSystem } from '../styles/theme';
import { moon, sun } from './icons';
import './lukis-status';
import './lukis-wordmark';

@customElement('lukis-header')
export class LukisHeader extends LitElement {
  static override styles = [
    shared,
    iconButton,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 8px 12px 4px 20px;
      }
      h1 {
        margin: 0;
        margin-inline-end: auto;
        line-height: 0;
      }
    `,
  ];

  @property({ attribute: false }) connection: ConnectionState = { kind: 'connecting' };

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
    const label = other === 'dark' ? texts().theme.toDark : texts().theme.toLight;
    return html`
      <h1><lukis-wordmark></lukis-wordmark></h1>
      <lukis-status .state=${this.connection}></lukis-status>
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
}
