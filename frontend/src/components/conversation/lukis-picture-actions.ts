import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { texts } from '../../i18n/texts';
import { canCopyImages } from '../../sharing/clipboard';
import { canShare, type ExportAction } from '../../sharing/export-picture';
import type { Entry } from '../../state/state';
import { iconButton, shared } from '../../styles/shared';
import { emit } from '../shared/events';
import { copyImage, copyWords, download, phone, share, variations } from '../shared/icons';
import { LocalizedElement } from '../shared/localized-element';

/** The actions for a kept picture. */
@customElement('lukis-picture-actions')
export class LukisPictureActions extends LocalizedElement {
  static override styles = [
    shared,
    iconButton,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        margin-inline: -10px;
      }
      .icon {
        width: 40px;
      }
      .icon svg {
        width: 20px;
        height: 20px;
      }
      @media (hover: none) {
        .icon {
          width: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) entry!: Entry;
  /** Whether the server shares images. */
  @property({ type: Boolean }) sharing = false;

  override render() {
    const words = texts().keep;
    const { id, picture } = this.entry;
    return html`
      ${this.button(texts().variations.make, variations, () => emit(this, 'lukis-vary', { id }))}
      ${picture === undefined ? nothing : this.exportButton('download', words.download, download)}
      ${picture !== undefined && canCopyImages() ? this.exportButton('copyImage', words.copyImage, copyImage) : nothing}
      ${this.exportButton('copyPrompt', words.copyPrompt, copyWords)}
      ${picture !== undefined && canShare() ? this.exportButton('share', words.share, share) : nothing}
      ${
        this.sharing && picture?.final
          ? this.button(words.shareCode, phone, () => emit(this, 'lukis-share-code', { id }))
          : nothing
      }
    `;
  }

  private exportButton(action: ExportAction, label: string, drawing: TemplateResult) {
    const { id } = this.entry;
    return this.button(label, drawing, () => emit(this, 'lukis-export', { id, action }));
  }

  private button(label: string, drawing: TemplateResult, click: () => void) {
    return html`<button class="icon" type="button" aria-label=${label} title=${label} @click=${click}>
      ${drawing}
    </button>`;
  }
}
