import { html, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { texts } from '../../i18n/texts';
import { isBlank } from '../../state/prompts';
import { shared } from '../../styles/shared';
import { emit } from '../shared/events';
import { keep } from '../shared/icons';
import { LocalizedElement } from '../shared/localized-element';
import { composerStyles } from './composer-styles';

/** Where the prompt is written; says every edit, and Enter, to the page. */
@customElement('lukis-composer')
export class LukisComposer extends LocalizedElement {
  static override styles = [shared, composerStyles];

  @property() text = '';
  @property({ type: Number }) limit: number | undefined;
  /** A kept picture is being changed. */
  @property({ type: Boolean }) editing = false;
  /** Nobody has changed its words yet. */
  @property({ type: Boolean }) untouched = false;

  @query('textarea') private readonly area!: HTMLTextAreaElement;

  /** Focuses the text area, the caret at its end, once everything given is rendered. */
  async write(): Promise<void> {
    await this.updateComplete;
    this.area.focus();
    this.area.setSelectionRange(this.area.value.length, this.area.value.length);
  }

  /** Focuses the text area and empties it before the key that is being pressed gets there. */
  begin(): void {
    this.area.value = '';
    this.area.focus();
  }

  override render() {
    const { label, placeholder, keep: keepLabel } = texts().composer;
    return html`<form @submit=${this.submitted}>
      <slot name="tools"></slot>
      <textarea
        rows="1"
        aria-label=${label}
        placeholder=${placeholder}
        maxlength=${ifDefined(this.limit)}
        enterkeyhint="done"
        autocomplete="off"
        spellcheck="false"
        .value=${live(this.text)}
        @input=${this.edited}
        @compositionend=${() => this.say(false)}
        @keydown=${this.pressed}
      ></textarea>
      <button
        class="stamp"
        type="submit"
        aria-label=${keepLabel}
        title=${keepLabel}
        ?disabled=${isBlank(this.text)}
      >
        ${keep}
      </button>
    </form>`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('text') || CSS.supports('field-sizing', 'content')) return;
    this.area.style.height = 'auto';
    this.area.style.height = `${this.area.scrollHeight}px`;
  }

  private edited(event: InputEvent): void {
    this.say(event.isComposing);
  }

  private say(composing: boolean): void {
    emit(this, 'lukis-typed', { text: this.area.value, composing });
  }

  private submitted(event: Event): void {
    event.preventDefault();
    emit(this, 'lukis-commit', undefined);
  }

  private pressed(event: KeyboardEvent): void {
    // 229: some input methods end a composition with an Enter that is theirs.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && !event.shiftKey) this.submitted(event);
    if (event.key === 'ArrowUp' && (this.text === '' || this.untouched)) this.former(event, -1);
    if (event.key === 'ArrowDown' && this.untouched) this.former(event, 1);
    if (event.key === 'Escape' && this.editing) emit(this, 'lukis-cancel', undefined);
  }

  private former(event: Event, direction: -1 | 1): void {
    event.preventDefault();
    emit(this, 'lukis-former', { direction });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lukis-composer': LukisComposer;
  }
}
