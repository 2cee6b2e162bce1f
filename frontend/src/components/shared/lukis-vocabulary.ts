import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { texts } from '../../i18n/texts';
import { WORD_KINDS, type WordKind, type Words } from '../../protocol/page-information';
import { shared } from '../../styles/shared';
import { emit } from './events';
import { LocalizedElement } from './localized-element';

/** The words that the model knows, as buttons that add them to the prompt. */
@customElement('lukis-vocabulary')
export class LukisVocabulary extends LocalizedElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        max-width: 100%;
        font-size: var(--words-size, 0.875rem);
      }
      h3 {
        margin: 0 0 4px;
        color: var(--text-soft);
        font: inherit;
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 2px 14px;
        margin: 0;
        text-align: start;
      }
      dt {
        padding-block: 3px;
        color: var(--text-soft);
      }
      dd {
        display: flex;
        flex-wrap: wrap;
        margin: 0;
      }
      button,
      .more {
        padding: 3px 7px;
        border: 0;
        border-radius: 6px;
        background: none;
        font: italic 1.0625em/1.3 var(--serif);
      }
      button:hover {
        background: color-mix(in srgb, var(--accent) 14%, transparent);
      }
      .more {
        color: var(--text-soft);
        font-style: normal;
      }
    `,
  ];

  @property({ attribute: false }) words: Words | undefined;
  /** Upper bound of the words shown of each kind. */
  @property({ type: Number }) limit = 12;
  /** Which part of the words to show, so that not every visitor sees the same ones. */
  @property({ type: Number }) offset = 0;
  @property({ attribute: false }) kinds: readonly WordKind[] = WORD_KINDS.slice(0, 5);

  override render() {
    const { words } = this;
    if (words === undefined) return nothing;
    return html`<h3>${texts().vocabulary.title}</h3>
      <dl>
        ${this.kinds.map((kind) => {
          const all = words[kind] ?? [];
          return all.length === 0
            ? nothing
            : html`<dt>${texts().vocabulary[kind]}</dt><dd>${this.some(all)}</dd>`;
        })}
      </dl>`;
  }

  private some(all: readonly string[]) {
    const start = all.length > this.limit ? (this.offset * this.limit) % all.length : 0;
    const turned = [...all.slice(start), ...all.slice(0, start)];
    const hidden = all.length - this.limit;
    return html`${turned.slice(0, this.limit).map(
      (word) => html`<button
        type="button"
        aria-label=${texts().vocabulary.add(word)}
        @click=${() => emit(this, 'lukis-word', { word })}
      >${word}</button>`,
    )}
    ${hidden > 0 ? html`<span class="more">${texts().vocabulary.more(hidden)}</span>` : nothing}`;
  }
}
