import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { texts } from '../../i18n/texts';
import type { Moment } from '../../state/state';
import { shared } from '../../styles/shared';
import { emit } from '../shared/events';
import { LocalizedElement } from '../shared/localized-element';

/**
 * The history of the picture being edited. Dragging or the arrow keys look back, Enter continues
 * from there.
 */
@customElement('lukis-timeline')
export class LukisTimeline extends LocalizedElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      .strip {
        position: relative;
        display: flex;
        height: 44px;
        border-radius: 3px;
        background: var(--surface-dim);
        overflow: hidden;
        cursor: ew-resize;
        touch-action: pan-y;
        user-select: none;
      }
      .strip:focus-visible {
        outline-offset: 2px;
      }
      .moment {
        position: relative;
        flex: 0 1 44px;
        min-width: 0;
        height: 100%;
        transition: opacity var(--duration-short);
      }
      .moment + .moment {
        border-inline-start: 1px solid var(--surface);
      }
      img {
        display: block;
        width: 100%;
        height: 100%;
        object-fit: cover;
        pointer-events: none;
      }
      .looking .moment {
        opacity: 0.42;
      }
      .looking .moment.seen {
        opacity: 1;
      }
      .seen::after,
      .now::after {
        position: absolute;
        inset-inline: 0;
        bottom: 0;
        height: 3px;
        background: var(--accent);
        content: '';
      }
    `,
  ];

  @property({ attribute: false }) moments: readonly Moment[] = [];
  /** Index of the moment that is looked at; `undefined` for the present. */
  @property({ attribute: false }) peek: number | undefined;

  override render() {
    const { moments, peek } = this;
    const at = peek ?? moments.length - 1;
    const words = texts().timeline;
    const text =
      peek === undefined ? words.now : words.moment(this.words(at), at + 1, moments.length);
    return html`<div
      class="strip ${peek === undefined ? '' : 'looking'}"
      role="slider"
      tabindex="0"
      aria-label=${words.label}
      aria-valuemin="1"
      aria-valuemax=${Math.max(1, moments.length)}
      aria-valuenow=${Math.max(1, at + 1)}
      aria-valuetext=${text}
      @keydown=${this.pressed}
      @pointerdown=${this.grabbed}
      @pointermove=${this.dragged}
    >
      ${
        // Keyed by position: keyed by picture, `repeat` keeps a node for every one that was removed.
        moments.map(
          ({ picture }, index) => html`<div class="moment ${this.mark(index, at)}">
            <img src=${picture.url} alt="" draggable="false" />
          </div>`,
        )
      }
    </div>`;
  }

  private words(at: number): string {
    return this.moments[at]?.prompt ?? '';
  }

  private mark(index: number, at: number): string | typeof nothing {
    if (index !== at) return nothing;
    return this.peek === undefined ? 'now' : 'seen';
  }

  private look(at: number): void {
    const last = this.moments.length - 1;
    if (last < 0) return;
    const clamped = Math.min(last, Math.max(0, at));
    emit(this, 'lukis-peek', { at: clamped === last ? undefined : clamped });
  }

  private pressed(event: KeyboardEvent): void {
    const at = this.peek ?? this.moments.length - 1;
    const forward = getComputedStyle(this).direction === 'rtl' ? -1 : 1;
    const handlers: Record<string, () => void> = {
      ArrowLeft: () => this.look(at - forward),
      ArrowRight: () => this.look(at + forward),
      ArrowDown: () => this.look(at - 1),
      ArrowUp: () => this.look(at + 1),
      Home: () => this.look(0),
      End: () => this.look(this.moments.length - 1),
      Escape: () => emit(this, 'lukis-peek', { at: undefined }),
      Enter: () => {
        if (this.peek !== undefined) emit(this, 'lukis-branch', { at: this.peek });
      },
    };
    const handler = handlers[event.key];
    if (handler === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    handler();
  }

  private grabbed(event: PointerEvent): void {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.lookUnder(event.clientX);
  }

  private dragged(event: PointerEvent): void {
    if ((event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId)) {
      this.lookUnder(event.clientX);
    }
  }

  private lookUnder(x: number): void {
    const moments = [...this.renderRoot.querySelectorAll('.moment')];
    const distances = moments.map((moment) => {
      const { left, right } = moment.getBoundingClientRect();
      return Math.max(left - x, x - right, 0);
    });
    this.look(distances.indexOf(Math.min(...distances)));
  }
}
