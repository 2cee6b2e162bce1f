import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { texts } from '../../i18n/texts';
import type { Bubble } from '../../state/bubbles';
import { isDeclined, shownRevision } from '../../state/selectors';
import type { Entry, Moment } from '../../state/state';
import { iconButton, shared } from '../../styles/shared';
import { emit, type LukisEvents } from '../shared/events';
import { pencil, variations } from '../shared/icons';
import { LocalizedElement } from '../shared/localized-element';
import { captionStyles } from './caption-styles';
import { entryStyles } from './entry-styles';
import { animateMove } from './flip-animation';
import { drawGlow } from './glow';
import './lukis-picture-actions';
import './lukis-picture';
import './lukis-timeline';
import './lukis-tree';
import './lukis-variations';
import { shimmer } from './loading-shimmer';

/** A bubble of the conversation: a picture with its words, live or kept. */
@customElement('lukis-entry')
export class LukisEntry extends LocalizedElement {
  static override styles = [shared, iconButton, shimmer, entryStyles, captionStyles];

  @property({ attribute: false }) bubble!: Bubble;
  /** Its place in the conversation, from 1. */
  @property({ type: Number }) number = 1;
  @property({ type: Boolean }) sharing = false;
  @property({ attribute: false }) timeline: readonly Moment[] = [];
  @property({ attribute: false }) peek: number | undefined;

  @query('canvas') private readonly canvas!: HTMLCanvasElement;
  @query('.frame') private readonly frame!: HTMLElement | null;
  // Mutable state
  private placeBefore: DOMRect | undefined;

  private get entry(): Entry {
    return this.bubble.entry;
  }

  private get typing(): boolean {
    return this.entry.phase === 'typing';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('bubble')?.entry;
    const hung = before !== undefined && (before.phase === 'typing') !== this.typing;
    this.placeBefore = hung ? this.frame?.getBoundingClientRect() : undefined;
    this.setAttribute('phase', this.entry.phase);
    this.toggleAttribute('fading', this.entry.fading);
  }

  override updated(): void {
    if (this.placeBefore === undefined || this.frame === null) return;
    emit(this, 'lukis-moved', undefined);
    animateMove(this.frame, this.placeBefore);
  }

  override render() {
    const { entry } = this;
    const moment = this.peek === undefined ? undefined : this.timeline[this.peek];
    const picture = moment?.picture ?? entry.picture;
    const { phase } = entry;
    return html`
      <canvas class="light" width="12" height="12" aria-hidden="true"></canvas>
      <figure class="card">
        <div class="frame">
          ${picture === undefined && phase !== 'kept' && !isDeclined(entry) ? html`<div class="shimmer"></div>` : nothing}
          <lukis-picture
            ?data-live=${phase !== 'kept'}
            data-wanted=${entry.revision}
            .picture=${picture}
            .revision=${moment === undefined ? shownRevision(entry) : undefined}
            .label=${texts().picture.alternative(moment?.prompt ?? entry.prompt)}
            @lukis-shown=${this.shown}
          ></lukis-picture>
        </div>
        ${this.progress()}
        <figcaption>
          ${moment === undefined ? this.caption() : this.looking(moment)}
          ${this.typing ? this.strip() : nothing}
        </figcaption>
        ${this.comparison()}
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

  private caption() {
    return this.typing ? this.measures() : this.heading();
  }

  private measures() {
    const { picture, latencyMs, id } = this.entry;
    const { painting, unpainted, painted, step, latency } = texts().picture;
    const { make } = texts().variations;
    const progress = picture?.final ? painted : picture && step(picture.step, picture.steps);
    return html`<div class="row">
      <span>${progress ?? (isDeclined(this.entry) ? unpainted : painting)}</span>
      <span class="aside">${latencyMs === undefined ? nothing : latency(latencyMs)}</span>
      <button
        class="icon"
        type="button"
        aria-label=${make}
        title=${make}
        ?disabled=${picture === undefined}
        @click=${() => emit(this, 'lukis-vary', { id })}
      >
        ${variations}
      </button>
    </div>`;
  }

  private looking(moment: Moment) {
    const { branch, back } = texts().timeline;
    const at = this.peek ?? 0;
    return html`<div class="row">
      <span class="words" title=${moment.prompt}>“${moment.prompt}”</span>
      <button class="plain" type="button" @click=${() => emit(this, 'lukis-peek', { at: undefined })}>
        ${back}
      </button>
      <button class="plain strong" type="button" @click=${() => emit(this, 'lukis-branch', { at })}>
        ${branch}
      </button>
    </div>`;
  }

  private strip() {
    return html`<lukis-timeline .moments=${this.timeline} .peek=${this.peek}></lukis-timeline>`;
  }

  private heading() {
    const { id, prompt, phase, picture } = this.entry;
    const { waiting, finishing, unpainted, number, edit } = texts().picture;
    const kept = picture === undefined ? unpainted : number(this.number);
    const states = { typing: '', waiting, finishing, kept };
    return html`
      <button
        class="title"
        type="button"
        aria-label=${edit(prompt)}
        @click=${() => emit(this, 'lukis-edit', { id })}
>${prompt}${pencil}</button>
      <span class="aside">${states[phase]}</span>
      <lukis-picture-actions .entry=${this.entry} ?sharing=${this.sharing}></lukis-picture-actions>
      ${this.tree()}
    `;
  }

  private tree() {
    const { tree, entry, comparison } = this.bubble;
    if (tree.length < 2 || comparison !== undefined) return nothing;
    return html`<lukis-tree .tree=${tree} .shown=${entry.id}></lukis-tree>`;
  }

  private comparison() {
    const { comparison, tree } = this.bubble;
    if (comparison === undefined || this.typing) return nothing;
    const entries = tree.filter(({ id }) => comparison.ids.includes(id));
    return html`<lukis-variations .entries=${entries}></lukis-variations>`;
  }

  private shown(event: CustomEvent<LukisEvents['lukis-shown']>): void {
    if (this.entry.phase === 'kept') return;
    drawGlow(this.canvas, event.detail.element);
    this.canvas.classList.add('lit');
  }
}
