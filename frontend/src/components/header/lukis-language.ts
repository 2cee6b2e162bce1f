import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { chooseLanguage, currentLanguage, LANGUAGES, type Language } from '../../i18n/language';
import { texts } from '../../i18n/texts';
import { shared } from '../../styles/shared';
import { LocalizedElement } from '../shared/localized-element';

/** The choice of the language. */
@customElement('lukis-language')
export class LukisLanguage extends LocalizedElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      div {
        display: flex;
      }
      button {
        min-width: 36px;
        min-height: 44px;
        padding: 4px 6px;
        border: 0;
        border-radius: 8px;
        background: none;
        color: var(--text-soft);
        font-size: 0.875rem;
        text-transform: uppercase;
      }
      button[aria-pressed='true'] {
        color: var(--text);
        text-decoration: underline;
        text-decoration-color: var(--accent);
        text-decoration-thickness: 2px;
        text-underline-offset: 6px;
      }
    `,
  ];

  override render() {
    return html`<div role="group" aria-label=${texts().language}>
      ${(Object.keys(LANGUAGES) as Language[]).map(
        (language) => html`<button
          type="button"
          lang=${language}
          aria-label="${language}, ${LANGUAGES[language]}"
          title=${LANGUAGES[language]}
          aria-pressed=${language === currentLanguage()}
          @click=${() => chooseLanguage(language)}
        >
          ${language}
        </button>`,
      )}
    </div>`;
  }
}
