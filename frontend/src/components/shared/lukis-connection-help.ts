import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ConnectionState } from '../../connection/connection-state';
import { liveUrl } from '../../connection/live-url';
import { texts } from '../../i18n/texts';
import { shared } from '../../styles/shared';
import { LocalizedElement } from './localized-element';

/** What an operator has to change before this page can connect; empty in every other state. */
@customElement('lukis-connection-help')
export class LukisConnectionHelp extends LocalizedElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      section {
        margin-block-end: 10px;
        padding: 14px 18px 16px;
        border: 1px solid color-mix(in srgb, var(--accent) 55%, var(--line));
        border-radius: 14px;
        background: var(--surface);
        box-shadow: 0 14px 34px -20px var(--shadow);
        text-align: start;
      }
      h2 {
        margin: 0;
        font: 400 1.375rem/1.25 var(--serif);
        text-wrap: balance;
      }
      p {
        margin: 6px 0 0;
        color: var(--text-soft);
        font-size: 0.9375rem;
        text-wrap: pretty;
        overflow-wrap: anywhere;
      }
      code {
        display: block;
        margin-top: 10px;
        padding: 8px 12px;
        border-radius: 8px;
        background: var(--surface-dim);
        color: var(--text);
        font-size: 0.8125rem;
        overflow-wrap: anywhere;
        user-select: all;
      }
      button {
        min-height: 40px;
        margin-top: 12px;
        padding: 4px 16px;
        border: 1px solid var(--line-strong);
        border-radius: 20px;
        background: none;
      }
    `,
  ];

  @property({ attribute: false }) connection: ConnectionState = { kind: 'connecting' };

  // Mutable state
  private helped: ConnectionState | undefined;

  override willUpdate(): void {
    // It stays while another attempt is made, and so does not flicker.
    if (this.connection.kind !== 'connecting') this.helped = this.connection;
  }

  override render() {
    const { origin, blocked, protocol } = texts().help;
    switch (this.helped?.kind) {
      case 'origin': {
        const address = this.helped.origin;
        return this.card(origin.heading, origin.text(address), `lukis.allowed-origins=${address}`);
      }
      case 'blocked':
        return this.card(
          blocked.heading,
          blocked.text(this.helped.status),
          liveUrl(document.baseURI),
        );
      case 'protocol':
        return this.card(
          protocol.heading,
          protocol.text,
          undefined,
          html`<button type="button" @click=${() => location.reload()}>${protocol.reload}</button>`,
        );
      default:
        return nothing;
    }
  }

  private card(heading: string, text: string, code?: string, action?: TemplateResult) {
    return html`<section role="alert">
      <h2>${heading}</h2>
      <p>${text}</p>
      ${code === undefined ? nothing : html`<code>${code}</code>`} ${action ?? nothing}
    </section>`;
  }
}
