import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { texts } from '../../i18n/texts';
import type { WordKind, Words } from '../../protocol/page-information';
import { shared } from '../../styles/shared';
import { emit } from '../shared/events';
import { LocalizedElement } from '../shared/localized-element';
import '../shared/lukis-vocabulary';
import { beachIllustration, illustrationStyles } from '../shared/beach-illustration';

const HINTED: readonly WordKind[] = ['things', 'colours', 'places'];

/** What an empty page shows: an invitation, and examples to try. */
@customElement('lukis-empty-state')
export class LukisEmptyState extends LocalizedElement {
  static override styles = [
    shared,
    illustrationStyles,
    css`
      :host {
        display: grid;
        overflow: hidden auto;
        mask-image: linear-gradient(#000 calc(100% - 20px), transparent);
      }
      section {
        display: grid;
        justify-items: center;
        align-content: safe center;
        max-width: 720px;
        margin-inline: auto;
        padding: 8px 20px 16px;
        text-align: center;
      }
      .scene {
        height: min(200px, 23dvh);
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
        color: var(--text-soft);
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
        background: var(--surface);
        font: italic 1.0625rem/1.3 var(--serif);
        transition:
          border-color var(--duration-short),
          translate var(--duration-short);
      }
      li button:hover {
        border-color: var(--accent);
        translate: 0 -1px;
      }
      lukis-vocabulary {
        margin-top: 18px;
      }
      @media (max-height: 620px) {
        .scene {
          display: none;
        }
      }
    `,
  ];

  /** The words that the model knows, if it tells them. */
  @property({ attribute: false }) words: Words | undefined;

  override render() {
    const { heading, text, examples, examplesLabel } = texts().emptyState;
    return html`<section>
      ${beachIllustration}
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
      <lukis-vocabulary .words=${this.words} limit="9" .kinds=${HINTED}></lukis-vocabulary>
    </section>`;
  }
}
