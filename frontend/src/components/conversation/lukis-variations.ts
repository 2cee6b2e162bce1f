import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { texts } from '../../i18n/texts';
import { shownRevision } from '../../state/selectors';
import type { Entry } from '../../state/state';
import { iconButton, shared } from '../../styles/shared';
import { emit } from '../shared/events';
import { close } from '../shared/icons';
import { LocalizedElement } from '../shared/localized-element';
import './lukis-picture';
import { shimmer } from './loading-shimmer';

/** Pictures of the same words from other seeds, side by side, to choose one. */
@customElement('lukis-variations')
export class LukisVariations extends LocalizedElement {
  static override styles = [
    shared,
    iconButton,
    shimmer,
    css`
      :host {
        display: block;
        padding-block-start: 16px;
        animation: open var(--duration-long) var(--ease);
      }
      @keyframes open {
        from {
          opacity: 0;
        }
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(104px, 1fr));
        gap: 8px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .tile {
        position: relative;
        display: block;
        width: 100%;
        padding: 0;
        border: 0;
        border-radius: 3px;
        background: var(--surface-dim);
        aspect-ratio: var(--ratio, 1);
        overflow: hidden;
        box-shadow: 0 0 0 1px var(--line);
        transition:
          box-shadow var(--duration-short),
          translate var(--duration-short);
      }
      .tile:hover:enabled {
        box-shadow: 0 0 0 2px var(--accent);
        translate: 0 -2px;
      }
      .tile:disabled {
        cursor: progress;
      }
      lukis-picture {
        width: 100%;
        height: 100%;
      }
      .progress {
        position: absolute;
        inset-inline: 0;
        bottom: 0;
        height: 3px;
        background: var(--accent);
        transform-origin: left;
        transition: transform var(--duration-short) linear;
      }
      .progress:dir(rtl) {
        transform-origin: right;
      }
      footer {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
        color: var(--text-soft);
        font-size: 0.8125rem;
      }
    `,
  ];

  @property({ attribute: false }) entries: readonly Entry[] = [];

  override render() {
    const { label, hint, close: closing } = texts().variations;
    return html`
      <ul aria-label=${label}>
        ${repeat(
          this.entries,
          ({ id }) => id,
          (entry, index) => html`<li>${this.tile(entry, index + 1)}</li>`,
        )}
      </ul>
      <footer>
        <span>${hint}</span>
        <button
          class="icon"
          type="button"
          aria-label=${closing}
          title=${closing}
          @click=${() => emit(this, 'lukis-compared', undefined)}
        >
          ${close}
        </button>
      </footer>
    `;
  }

  private tile(entry: Entry, at: number) {
    const { picture, phase, prompt, id } = entry;
    const { painting, waiting, alternative } = texts().picture;
    const pending = phase === 'waiting' ? waiting : painting;
    return html`<button
      class="tile"
      type="button"
      data-phase=${phase}
      data-seed=${entry.seed ?? nothing}
      aria-label=${picture === undefined ? pending : texts().variations.take(at)}
      ?disabled=${picture === undefined}
      @click=${() => this.take(id)}
    >
      ${picture === undefined ? html`<div class="shimmer"></div>` : nothing}
      <lukis-picture
        .picture=${picture}
        .revision=${shownRevision(entry)}
        .label=${alternative(prompt)}
      ></lukis-picture>
      ${
        phase === 'finishing' && picture !== undefined
          ? html`<div class="progress" style="transform:scaleX(${picture.step / picture.steps})"></div>`
          : nothing
      }
    </button>`;
  }

  private take(id: number): void {
    emit(this, 'lukis-choose', { id });
    emit(this, 'lukis-compared', undefined);
  }
}
