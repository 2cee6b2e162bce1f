import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { afterFrame } from '../../images/after-frame';
import { dataUrl } from '../../images/data-url';
import type { Picture } from '../../state/state';
import { shared } from '../../styles/shared';
import { durationOf } from '../shared/duration';
import { emit } from '../shared/events';

/**
 * Shows the newest picture it was given. The picture is loaded first, then faded in over the one
 * before. `data-image`, `data-revision` and `data-final` describe the picture on screen, which is
 * still the former one while a new one is decoded. `data-wanted`, set by the parent, is the
 * revision of the words.
 */
@customElement('lukis-picture')
export class LukisPicture extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      .stack {
        position: relative;
        width: 100%;
        height: 100%;
        overflow: hidden;
      }
      img {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: cover;
        image-rendering: auto;
      }
    `,
  ];

  @property({ attribute: false }) picture: Picture | undefined;
  /** The revision that the picture shows; an edit of white space raises it. */
  @property({ attribute: false }) revision: number | undefined;
  @property() label = '';

  @query('.stack') private readonly stack!: HTMLElement;
  // Mutable state
  private shown: Picture | undefined;

  override render() {
    return html`<div class="stack" role="img" aria-label=${this.label}></div>`;
  }

  override updated(changed: PropertyValues<this>): void {
    const { picture } = this;
    const isNew = changed.has('picture') && picture?.url !== changed.get('picture')?.url;
    if (picture !== undefined && isNew) void this.show(picture);
    this.tell();
  }

  private async show(picture: Picture): Promise<void> {
    const element = new Image();
    element.alt = '';
    element.draggable = false;
    element.decoding = 'sync';
    // The bytes are here. Loading them from their object URL would take a frame or two.
    element.src = dataUrl(picture);
    if (!element.complete) await loadEnd(element);
    const broken = element.naturalWidth === 0;
    if (broken || this.picture?.url !== picture.url) {
      emit(this, 'lukis-skipped', { image: picture.image, broken });
      return;
    }
    this.swapIn(element);
    this.shown = picture;
    this.tell();
    afterFrame((painted) => {
      const { image, revision, url } = picture;
      emit(this, 'lukis-shown', { image, revision, painted, url, element });
    });
  }

  private swapIn(element: HTMLImageElement): void {
    const before = [...this.stack.children];
    this.stack.append(element);
    const clear = () => {
      for (const old of before) old.remove();
    };
    // Animations stand still in a hidden page: they would never end.
    if (document.hidden) {
      clear();
      return;
    }
    const duration = durationOf(this, '--duration-short');
    const fade = element.animate({ opacity: [0.4, 1] }, { duration, easing: 'ease-out' });
    fade.addEventListener('finish', clear);
  }

  private tell(): void {
    const { shown } = this;
    if (shown === undefined) return;
    const current = this.picture?.url === shown.url ? this.revision : undefined;
    this.dataset.image = String(shown.image);
    this.dataset.revision = String(current ?? shown.revision);
    this.dataset.final = String(shown.final);
  }
}

function loadEnd(element: HTMLImageElement): Promise<void> {
  return new Promise((resolve) => {
    element.onload = () => resolve();
    element.onerror = () => resolve();
  });
}
