import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { texts } from '../i18n/texts';
import type { Entry } from '../state/state';
import { shared } from '../styles/shared';
import './lukis-entry';

/** How far from the end, in pixels, still counts as reading along. */
const NEAR = 96;

/** The prints, oldest first, the live one last; it follows its end unless someone reads further up. */
@customElement('lukis-conversation')
export class LukisConversation extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        overflow: hidden auto;
        overscroll-behavior: contain;
        scrollbar-width: thin;
        scrollbar-color: var(--line) transparent;
        outline-offset: -3px;
        mask-image: linear-gradient(transparent, #000 20px);
      }
      ol {
        display: flex;
        flex-direction: column;
        justify-content: flex-end;
        min-height: 100%;
        margin: 0;
        padding: 8px 16px 4px;
        list-style: none;
      }
      ol.single {
        justify-content: center;
      }
    `,
  ];

  @property({ attribute: false }) entries: readonly Entry[] = [];
  /** Width over height of the model's images. */
  @property({ type: Number }) ratio = 1;

  @query('ol') private readonly list!: HTMLElement;
  private readonly resizes = new ResizeObserver(() => this.follow());
  // Mutable state
  private following = true;

  override connectedCallback(): void {
    super.connectedCallback();
    // Someone without a mouse scrolls it with the arrow keys.
    this.tabIndex = 0;
    this.addEventListener('scroll', this.scrolled, { passive: true });
  }

  override disconnectedCallback(): void {
    this.resizes.disconnect();
    super.disconnectedCallback();
  }

  override firstUpdated(): void {
    this.resizes.observe(this.list);
    this.resizes.observe(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('entries')?.at(-1);
    const last = this.entries.at(-1);
    if (last?.prompt !== before?.prompt || last?.phase !== before?.phase) this.following = true;
  }

  override updated(): void {
    this.follow();
  }

  override render() {
    return html`<ol
      class=${this.entries.length === 1 ? 'single' : ''}
      style="--ratio: ${this.ratio}"
      aria-label=${texts().conversation.label}
      @lukis-moved=${this.follow}
    >
      ${repeat(
        this.entries,
        ({ id }) => id,
        (entry, index) =>
          html`<li><lukis-entry .entry=${entry} .number=${index + 1}></lukis-entry></li>`,
      )}
    </ol>`;
  }

  private readonly scrolled = (): void => {
    this.following = this.scrollHeight - this.scrollTop - this.clientHeight < NEAR;
  };

  private follow(): void {
    if (this.following) this.scrollTop = this.scrollHeight;
  }
}
