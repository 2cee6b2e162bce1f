import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Cancel, Timer } from '../../environment';
import { texts } from '../../i18n/texts';
import { LocalizedElement } from '../shared/localized-element';

/** How long until a booth that its visitor has left is wiped. */
@customElement('lukis-countdown')
export class LukisCountdown extends LocalizedElement {
  @property({ attribute: false }) timer!: Timer;
  /** On the timer's clock. */
  @property({ attribute: false }) until = 0;

  // Mutable state
  private cancel: Cancel = () => {};

  override disconnectedCallback(): void {
    this.cancel();
    super.disconnectedCallback();
  }

  override render() {
    const seconds = Math.max(0, Math.ceil((this.until - this.timer.now()) / 1000));
    return html`<span>${texts().booth.leaving(seconds)}</span>`;
  }

  override updated(): void {
    this.cancel();
    this.cancel = this.timer.after(250, () => this.requestUpdate());
  }
}
