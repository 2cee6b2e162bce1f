import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import {
  type ConnectionState,
  isMisconfigured,
  stillAsked,
  type Unauthenticated,
} from '../../connection/connection-state';
import { texts } from '../../i18n/texts';
import { shared } from '../../styles/shared';
import { LocalizedElement } from '../shared/localized-element';
import '../shared/lukis-connection-help';
import '../header/lukis-status';
import { beachIllustration, illustrationStyles } from '../shared/beach-illustration';

/** What a booth shows while it cannot work: that it comes back, and what the staff can do. */
@customElement('lukis-booth-failure')
export class LukisBoothFailure extends LocalizedElement {
  static override styles = [
    shared,
    illustrationStyles,
    css`
      :host {
        position: fixed;
        z-index: 3;
        inset: 0;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 16px;
        padding: 32px;
        background:
          radial-gradient(90% 80% at 50% 30%, var(--background-light), transparent 70%), var(--background);
        text-align: center;
      }
      .scene {
        height: min(180px, 20dvh);
        filter: grayscale(0.75);
        opacity: 0.6;
      }
      h2 {
        margin: 0;
        font: 400 clamp(2rem, 4.6vw, 4rem) / 1.1 var(--serif);
        text-wrap: balance;
      }
      p {
        margin: 0;
        font-size: 1.375rem;
      }
      aside {
        max-width: 44rem;
        margin-top: 24px;
        padding: 18px 26px;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--surface);
        text-align: start;
      }
      ol {
        margin: 8px 0;
        padding-inline-start: 1.4em;
      }
      .key {
        margin: 8px 0;
        font-size: 1.125rem;
        text-wrap: pretty;
      }
      small {
        color: var(--text-soft);
        font-size: 0.9375rem;
      }
      lukis-connection-help {
        margin-top: 10px;
      }
      lukis-status {
        margin-top: 8px;
      }
    `,
  ];

  @property({ attribute: false }) state: ConnectionState = { kind: 'connecting' };

  // Mutable state
  private asked: Unauthenticated | undefined;
  private misconfigured = false;

  override willUpdate(): void {
    // While another attempt is made, the answer to the former one still holds.
    if (this.state.kind !== 'connecting') this.misconfigured = isMisconfigured(this.state);
    this.asked = stillAsked(this.asked, this.state);
  }

  override render() {
    const { heading, comesBack, locked, opensSoon } = texts().booth.failure;
    const { asked } = this;
    return html`${beachIllustration}
      <h2>${asked === undefined ? heading : locked}</h2>
      <p>${asked === undefined ? comesBack : opensSoon}</p>
      <aside>
        ${this.whatToDo()}
        <lukis-status bare .state=${this.state}></lukis-status>
      </aside>`;
  }

  private whatToDo() {
    if (this.asked !== undefined) return this.key(this.asked);
    if (!this.misconfigured) return this.steps();
    return html`<b>${texts().booth.failure.forOperator}</b>
      <lukis-connection-help .connection=${this.state}></lukis-connection-help>`;
  }

  private key({ accepts, wrong: shown }: Unauthenticated) {
    const { forOperator, needs, wrong } = texts().booth.failure;
    return html`<b>${forOperator}</b>
      <p class="key">${shown === undefined ? needs[accepts[0] ?? 'key'] : wrong[shown]}</p>`;
  }

  private steps() {
    const { forStaff, steps, address } = texts().booth.failure;
    return html`<b>${forStaff}</b>
      <ol>
        ${steps.map((step) => html`<li>${step}</li>`)}
      </ol>
      <small>${address(location.host)}</small>`;
  }
}
