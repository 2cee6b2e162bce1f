import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type ConnectionState, connectionWords } from '../../connection/connection-state';
import { browserTimer, type Cancel, type Timer } from '../../environment';
import { texts } from '../../i18n/texts';
import { shared } from '../../styles/shared';
import { emit } from '../shared/events';
import { LocalizedElement } from '../shared/localized-element';

/** States without a button: to try again would not help, or would lose the place in line. */
const CALM: ReadonlySet<ConnectionState['kind']> = new Set(['ready', 'connecting', 'queued']);

/** The state of the connection in words, and a button to try again. */
@customElement('lukis-status')
export class LukisStatus extends LocalizedElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
        min-width: 0;
        color: var(--text-soft);
        font-size: 0.875rem;
        font-variant-numeric: tabular-nums;
      }
      .words {
        overflow-wrap: anywhere;
      }
      :host(.long) .words {
        margin-inline-end: auto;
      }
      @media (max-width: 420px) {
        .words.ready {
          position: absolute;
          clip-path: inset(50%);
        }
      }
      .dot {
        flex: none;
        width: 9px;
        height: 9px;
        border-radius: 50% 45% 52% 48%;
        background: var(--warn);
      }
      .dot.ready {
        background: var(--good);
      }
      .dot.unauthenticated,
      .dot.origin,
      .dot.protocol,
      .dot.blocked,
      .dot.refused {
        background: var(--accent);
      }
      button {
        min-height: 36px;
        padding: 2px 12px;
        border: 1px solid var(--line-strong);
        border-radius: 18px;
        background: none;
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) state: ConnectionState = { kind: 'connecting' };
  @property({ attribute: false }) timer: Timer = browserTimer;
  /** For a screen at which no key can be entered. */
  @property({ type: Boolean }) bare = false;

  // Mutable state
  private cancelTick: Cancel = () => {};

  override render() {
    const { kind } = this.state;
    return html`
      <span class="dot ${kind}"></span>
      <span class="words ${kind}">${connectionWords(this.state, this.timer.now(), texts())}</span>
      ${CALM.has(kind) ? nothing : this.retry(kind)}
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('state')) this.tick();
  }

  override disconnectedCallback(): void {
    this.cancelTick();
    super.disconnectedCallback();
  }

  private retry(kind: ConnectionState['kind']) {
    const { retry, unlock } = texts().connection;
    return html`<button type="button" @click=${() => emit(this, 'lukis-reconnect', undefined)}>
      ${kind === 'unauthenticated' && !this.bare ? unlock : retry}
    </button>`;
  }

  /** Renders again every half second while a retry is due. */
  private readonly tick = (): void => {
    this.cancelTick();
    if (!('retryAt' in this.state)) return;
    this.requestUpdate();
    this.cancelTick = this.timer.after(500, this.tick);
  };
}
