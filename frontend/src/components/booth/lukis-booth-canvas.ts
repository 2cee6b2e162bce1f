import { css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { texts } from '../../i18n/texts';
import { shownRevision } from '../../state/selectors';
import type { Entry, Moment } from '../../state/state';
import { shared } from '../../styles/shared';
import { drawGlow } from '../conversation/glow';
import { emit, type LukisEvents } from '../shared/events';
import { LocalizedElement } from '../shared/localized-element';
import '../conversation/lukis-picture';
import '../conversation/lukis-timeline';
import { beachIllustration, illustrationStyles } from '../shared/beach-illustration';

/** The booth's picture, as large as the screen allows. */
@customElement('lukis-booth-canvas')
export class LukisBoothCanvas extends LocalizedElement {
  static override styles = [
    shared,
    illustrationStyles,
    css`
      :host {
        position: relative;
        display: grid;
        isolation: isolate;
      }
      .light {
        position: absolute;
        z-index: -1;
        inset: -18%;
        width: 136%;
        height: 136%;
        opacity: 0;
        filter: blur(48px) saturate(1.7) brightness(var(--glow-lift));
        mask-image: radial-gradient(closest-side, #000 40%, rgb(0 0 0 / 0.4) 75%, transparent);
        transition: opacity var(--duration-long);
        pointer-events: none;
      }
      .light.lit {
        opacity: var(--glow);
      }
      figure {
        margin: 0;
        padding: clamp(10px, 1.4vmin, 20px);
        background: var(--surface);
        border-radius: 4px;
        box-shadow:
          0 0 0 1px color-mix(in srgb, var(--line) 55%, transparent),
          0 30px 70px -30px var(--shadow);
      }
      .frame {
        position: relative;
        display: grid;
        place-items: center;
        width: var(--booth-side);
        aspect-ratio: 1;
        background: var(--surface-dim);
        overflow: hidden;
      }
      .scene {
        width: 78%;
      }
      lukis-picture {
        position: absolute;
        inset: 0;
      }
      .progress {
        height: 4px;
        margin-top: 4px;
        border-radius: 2px;
        background: var(--accent);
        transform-origin: left;
        transition:
          transform var(--duration-short) linear,
          opacity var(--duration-long);
      }
      .progress:dir(rtl) {
        transform-origin: right;
      }
      .done {
        opacity: 0;
      }
      footer {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        width: var(--booth-side);
        gap: 8px;
        height: 86px;
        align-content: center;
      }
      .row {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 12px;
        min-height: 30px;
        color: var(--text-soft);
        font-size: 1rem;
        font-variant-numeric: tabular-nums;
      }
      .title {
        display: -webkit-box;
        max-height: 2.6em;
        color: var(--text);
        font: italic clamp(1.25rem, 1.7vw, 1.75rem) / 1.3 var(--serif);
        overflow: hidden;
        overflow-wrap: anywhere;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      button {
        min-height: 30px;
        padding: 2px 12px;
        border: 0;
        border-radius: 15px;
        background: var(--accent);
        color: var(--on-accent);
      }
    `,
  ];

  @property({ attribute: false }) entry: Entry | undefined;
  @property({ attribute: false }) timeline: readonly Moment[] = [];
  @property({ attribute: false }) peek: number | undefined;

  @query('canvas') private readonly canvas!: HTMLCanvasElement;

  override render() {
    const { entry, peek } = this;
    const moment = peek === undefined ? undefined : this.timeline[peek];
    const picture = moment?.picture ?? entry?.picture;
    return html`
      <canvas class="light" width="12" height="12" aria-hidden="true"></canvas>
      <figure>
        <div class="frame">
          ${picture === undefined ? beachIllustration : this.picture(entry, moment)}
        </div>
        <div
          class="progress ${entry?.phase === 'kept' || entry?.picture?.final ? 'done' : ''}"
          style="transform: scaleX(${share(entry)})"
        ></div>
        <footer>
          <div class="row">${this.caption(moment)}</div>
          <lukis-timeline
            ?hidden=${this.timeline.length === 0}
            .moments=${this.timeline}
            .peek=${peek}
          ></lukis-timeline>
        </footer>
      </figure>
    `;
  }

  private picture(entry: Entry | undefined, moment: Moment | undefined) {
    return html`<lukis-picture
      ?data-live=${entry?.phase !== 'kept'}
      data-wanted=${entry?.revision ?? nothing}
      .picture=${moment?.picture ?? entry?.picture}
      .revision=${moment === undefined && entry !== undefined ? shownRevision(entry) : undefined}
      .label=${texts().picture.alternative(moment?.prompt ?? entry?.prompt ?? '')}
      @lukis-shown=${this.shown}
    ></lukis-picture>`;
  }

  private caption(moment: Moment | undefined) {
    const { entry, peek } = this;
    if (moment !== undefined && peek !== undefined) {
      return html`<span>“${moment.prompt}”</span>
        <button type="button" @click=${() => emit(this, 'lukis-branch', { at: peek })}>
          ${texts().timeline.branch}
        </button>`;
    }
    if (entry?.picture === undefined) return nothing;
    const { step, painted, latency } = texts().picture;
    const { picture, latencyMs, phase, prompt } = entry;
    if (phase === 'kept') return html`<span class="title">${prompt}</span>`;
    return html`<span>${picture.final ? painted : step(picture.step, picture.steps)}</span>
      <span>${latencyMs === undefined ? nothing : latency(latencyMs)}</span>`;
  }

  private shown(event: CustomEvent<LukisEvents['lukis-shown']>): void {
    drawGlow(this.canvas, event.detail.element);
    this.canvas.classList.add('lit');
  }
}

function share(entry: Entry | undefined): number {
  const picture = entry?.picture;
  return picture === undefined ? 0 : picture.step / Math.max(1, picture.steps);
}
