import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { texts } from '../i18n/texts';
import { shared } from '../styles/shared';
import { emit } from './events';
import { paintedScene, paintedSceneStyles } from './painted-scene';

/** What stands in the empty studio: an invitation, and examples that write themselves. */
@customElement('lukis-invitation')
export class LukisInvitation extends LitElement {
  static override styles = [
    shared,
    paintedSceneStyles,
    css`
      :host {
        display: grid;
        overflow: hidden auto;
      }
      section {
        display: grid;
        justify-items: center;
        align-content: safe center;
        max-width: 640px;
        margin-inline: auto;
        padding: 8px 20px 16px;
        text-align: center;
      }
      .scene {
        height: min(220px, 28dvh);
      }
      h2 {
        margin: 10px 0 0;
        font: 400 clamp(2rem, 6vw, 2.75rem) / 1.15 var(--serif);
        letter-spacing: -0.012em;
        text-wrap: balance;
      }
      p {
        max-width: 34em;
        margin: 10px 0 0;
        color: var(--ink-soft);
        text-wrap: pretty;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 8px;
        margin: 18px 0 0;
        padding: 0;
        list-style: none;
      }
      li button {
        min-height: 44px;
        padding: 6px 16px;
        border: 1px solid var(--line);
        border-radius: 22px;
        background: var(--sheet);
        font: italic 1.0625rem/1.3 var(--serif);
        transition:
          border-color var(--swift),
          translate var(--swift);
      }
      li button:hover {
        border-color: var(--accent);
        translate: 0 -1px;
      }
      .hint {
        font-size: 0.8125rem;
      }
      @media (max-height: 620px) {
        .scene,
        .hint {
          display: none;
        }
      }
    `,
  ];

  override render() {
    const { heading, text, examples, examplesLabel, hint } = texts().invitation;
    return html`<section>
      ${paintedScene}
      <h2>${heading}</h2>
      <p>${text}</p>
      <ul aria-label=${examplesLabel}>
        ${examples.map(
          (example) => html`<li>
            <button type="button" @click=${() => emit(this, 'lukis-example', { text: example })}>
              ${example}
            </button>
          </li>`,
        )}
      </ul>
      <p class="hint">${hint}</p>
    </section>`;
  }
}
