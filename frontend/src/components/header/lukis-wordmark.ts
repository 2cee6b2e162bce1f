import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { shared } from '../../styles/shared';

/** The product's name as a brush drawing. */
@customElement('lukis-wordmark')
export class LukisWordmark extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: inline-block;
      }
      svg {
        display: block;
        height: 44px;
        overflow: visible;
      }
      .ink {
        fill: none;
        stroke: var(--text);
        stroke-width: 5;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .thin {
        stroke-width: 3.4;
      }
      .paint {
        fill: var(--accent);
      }
    `,
  ];

  override render() {
    return html`<svg viewBox="0 0 132 56" role="img" aria-label="Lukis">
      <path class="ink" d="M20 9C15 16 12 30 9.5 41.5c6-3 14-2 21 .5" />
      <path class="ink" d="M38 23c-2.5 7-3.5 12-2 15.5 1.6 3.7 8.5 2 12.5-6M51.5 23c-2 7-3.2 13-1.2 17.5" />
      <path class="ink" d="M68 8c-3 10-5.5 22-7 33" />
      <path class="ink thin" d="M81 22c-5 5.5-10 9-16 10.5 6.5 1 10 4.5 13 9" />
      <path class="ink" d="M92.5 24c-1.8 6-3 12-1 17" />
      <path class="ink thin" d="M115 24.5c-5-3.5-11-1.5-10.5 2.5.5 4.5 9 4 9 9.5 0 5.5-8.5 6.5-14 3" />
      <path class="paint" d="M95.5 8.5c3 2.5 4 5.5 1.8 7.6-2.2 2-5.8.9-5.8-2.1 0-2.2 1.9-3.7 4-5.5z" />
      <path class="paint" opacity=".9" d="M8 50.5c28-5 72-6.5 118-2.5-40-1.5-82-.5-118 2.5z" />
    </svg>`;
  }
}
