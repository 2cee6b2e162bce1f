import { LitElement } from 'lit';
import type { Cancel } from '../../environment';
import { onLanguage } from '../../i18n/language';

/** An element with translated texts; it renders again when the language changes. */
export class LocalizedElement extends LitElement {
  // Mutable state
  private leaveLanguage: Cancel = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.leaveLanguage = onLanguage(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    this.leaveLanguage();
    super.disconnectedCallback();
  }
}
