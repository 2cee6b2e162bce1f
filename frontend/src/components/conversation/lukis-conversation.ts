import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { texts } from '../../i18n/texts';
import type { Bubble } from '../../state/bubbles';
import type { Moment } from '../../state/state';
import { shared } from '../../styles/shared';
import { LocalizedElement } from '../shared/localized-element';
import './lukis-entry';

/** Up to this distance from the end, in pixels, the list keeps following its end. */
const NEAR = 96;

const NOTHING: readonly Moment[] = [];

/** The conversation, oldest first. It follows its end, unless the person has scrolled up. */
@customElement('lukis-conversation')
export class LukisConversation extends LocalizedElement {
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

  @property({ attribute: false }) bubbles: readonly Bubble[] = [];
  @property({ attribute: false }) timeline: readonly Moment[] = [];
  @property({ attribute: false }) peek: number | undefined;
  @property({ type: Boolean }) sharing = false;
  /** Width divided by height of what is being painted. */
  @property({ type: Number }) ratio = 1;

  @query('ol') private readonly list!: HTMLElement;
  private readonly resizes = new ResizeObserver(() => this.follow());
  // Mutable state
  private following = true;

  override connectedCallback(): void {
    super.connectedCallback();
    // Makes it scrollable with the arrow keys.
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
    const before = changed.get('bubbles')?.at(-1)?.entry;
    const last = this.bubbles.at(-1)?.entry;
    if (last?.prompt !== before?.prompt || last?.phase !== before?.phase) this.following = true;
  }

  override updated(): void {
    this.follow();
  }

  override render() {
    return html`<ol
      class=${this.bubbles.length === 1 ? 'single' : ''}
      style="--ratio: ${this.ratio}"
      aria-label=${texts().conversation.label}
      @lukis-moved=${this.moved}
    >
      ${repeat(
        this.bubbles,
        ({ id }) => id,
        (bubble, index) => html`<li>${this.entry(bubble, index + 1)}</li>`,
      )}
    </ol>`;
  }

  private entry(bubble: Bubble, number: number) {
    const live = bubble.entry.phase === 'typing';
    return html`<lukis-entry
      style=${live ? nothing : proportions(bubble)}
      .bubble=${bubble}
      .number=${number}
      .timeline=${live ? this.timeline : NOTHING}
      .peek=${live ? this.peek : undefined}
      ?sharing=${this.sharing}
    ></lukis-entry>`;
  }

  /** Scrolls a bubble into view that is edited again. */
  private moved(event: Event): void {
    this.follow();
    const entry = event.composedPath()[0] as HTMLElement;
    if (entry.getAttribute('phase') === 'typing') entry.scrollIntoView({ block: 'nearest' });
  }

  private readonly scrolled = (): void => {
    this.following = this.scrollHeight - this.scrollTop - this.clientHeight < NEAR;
  };

  private follow(): void {
    const live = this.bubbles.findIndex(({ entry }) => entry.phase === 'typing');
    const elsewhere = live !== -1 && live !== this.bubbles.length - 1;
    if (this.following && !elsewhere) this.scrollTop = this.scrollHeight;
  }
}

function proportions({ entry: { picture } }: Bubble): string {
  return picture === undefined ? '' : `--ratio: ${picture.width / picture.height}`;
}
