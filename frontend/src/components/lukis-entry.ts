import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { texts } from '../i18n/texts';
import { shownRevision } from '../state/selectors';
import type { Entry } from '../state/state';
import { shared } from '../styles/shared';
import { castLight } from './cast-light';
import { entryStyles } from './entry-styles';
import { emit, type LukisEvents } from './events';
import { glide } from './glide';
import { pencil } from './icons';
import './lukis-picture';

/** A prompt and its picture, from the first key on the easel to a print in the conversation. */
@customElement('lukis-entry')
export class LukisEntry extends LitElement {
  static override styles = [shared, entryStyles];

  @property({ attribute: false }) entry!: Entry;
  /** Its place in the conversation, from 1. */
  @property({ type: Number }) number = 1;

  @query('canvas') private readonly canvas!: HTMLCanvasElement;
  @query('.plate') private readonly plate!: HTMLElement | null;
  // Mutable state
  private placeBefore: DOMRect | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    const hung =
      changed.get('entry') !== undefined && this.entry.phase !== changed.get('entry')?.phase;
    this.placeBefore = hung ? this.plate?.getBoundingClientRect() : undefined;
    this.setAttribute('phase', this.entry.phase);
    this.toggleAttribute('fading', this.entry.fading);
  }

  override updated(): void {
    if (this.placeBefore === undefined || this.plate === null) return;
    emit(this, 'lukis-moved', undefined);
    glide(this.plate, this.placeBefore);
  }

  override render() {
    const { picture, prompt, phase } = this.entry;
    return html`
      <canvas class="light" width="12" height="12" aria-hidden="true"></canvas>
      <figure class="sheet">
        <div class="plate">
          ${picture === undefined && phase !== 'kept' ? html`<div class="wash"></div>` : nothing}
          <lukis-picture
            ?data-live=${phase !== 'kept'}
            .picture=${picture}
            .revision=${shownRevision(this.entry)}
            .label=${texts().picture.alternative(prompt)}
            @lukis-shown=${this.shown}
          ></lukis-picture>
        </div>
        ${this.progress()}
        <figcaption>${phase === 'typing' ? this.measures() : this.caption()}</figcaption>
      </figure>
    `;
  }

  private progress() {
    const { picture, phase } = this.entry;
    const share = picture === undefined ? 0 : picture.step / Math.max(1, picture.steps);
    const done = phase === 'kept' || picture?.final;
    return html`<div
      class="progress ${done ? 'done' : ''}"
      style="transform: scaleX(${share})"
    ></div>`;
  }

  private measures() {
    const { picture, latencyMs } = this.entry;
    const { painting, painted, step, latency } = texts().picture;
    const progress = picture?.final ? painted : picture && step(picture.step, picture.steps);
    return html`
      <span>${progress ?? painting}</span>
      <span class="aside">${latencyMs === undefined ? nothing : latency(latencyMs)}</span>
    `;
  }

  private caption() {
    const { id, prompt, phase, picture } = this.entry;
    const { finishing, unpainted, number, edit } = texts().picture;
    const kept = picture === undefined ? unpainted : number(this.number);
    return html`
      <button
        class="title"
        type="button"
        aria-label=${edit(prompt)}
        @click=${() => emit(this, 'lukis-recall', { id })}
>${prompt}${pencil}</button>
      <span class="aside">${phase === 'finishing' ? finishing : kept}</span>
    `;
  }

  private shown(event: CustomEvent<LukisEvents['lukis-shown']>): void {
    if (this.entry.phase === 'kept') return;
    castLight(this.canvas, event.detail.element);
    this.canvas.classList.add('lit');
  }
}
