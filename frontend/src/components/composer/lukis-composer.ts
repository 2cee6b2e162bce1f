import { html, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { texts } from '../../i18n/texts';
import { isBlank } from '../../state/prompts';
import { shared } from '../../styles/shared';
import { emit } from '../shared/events';
import { keep } from '../shared/icons';
import { LocalizedElement } from '../shared/localized-element';
import { composerStyles } from './composer-styles';

/** The text area for the prompt; tells the page of every edit, and of Enter. */
@customElement('lukis-composer')
export class LukisComposer extends LocalizedElement {
  static override styles = [shared, composerStyles];

  @property() text = '';
  /** A kept picture is being changed. */
  @property({ type: Boolean }) editing = false;
  /** Its words are still those of the kept picture. */
  @property({ type: Boolean }) untouched = false;

  @query('textarea') private readonly area!: HTMLTextAreaElement;
  // Mutable state
  private composing = false;
  private shifted = false;

  /** Focuses the text area, with the caret at the end, after pending changes are rendered. */
  async write(): Promise<void> {
    await this.updateComplete;
    this.area.focus();
    this.area.setSelectionRange(this.area.value.length, this.area.value.length);
  }

  /** Empties and focuses the text area before the pressed key reaches it. */
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
        enterkeyhint="done"
        autocomplete="off"
        spellcheck="false"
        .value=${live(this.text)}
        @input=${this.edited}
        @beforeinput=${this.aboutToEdit}
        @compositionstart=${() => this.compose(true)}
        @compositionend=${() => this.compose(false)}
        @keydown=${this.pressed}
        @keyup=${this.sayChange}
        @blur=${() => this.compose(false)}
      ></textarea>
      <button
        class="submit"
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
    this.composing ||= event.isComposing;
    this.say(event.isComposing);
  }

  /**
   * Some input methods end a composition without an `input` event, or with one that still says that
   * it goes on: its end is an edit of its own.
   */
  private compose(composing: boolean): void {
    const ends = this.composing && !composing;
    this.composing = composing;
    if (ends) this.say(false);
  }

  /** Some input methods change the text without an `input` event. */
  private sayChange(): void {
    if (this.area.value !== this.text) this.say(this.composing);
  }

  private say(composing: boolean): void {
    emit(this, 'lukis-typed', { text: this.area.value, composing });
  }

  private submitted(event: Event): void {
    event.preventDefault();
    emit(this, 'lukis-commit', undefined);
  }

  /** Keyboards of phones may send Enter as an edit only. */
  private aboutToEdit(event: InputEvent): void {
    const isEnter = event.inputType === 'insertLineBreak' || event.inputType === 'insertParagraph';
    if (isEnter && !event.isComposing && !this.composing && !this.shifted) this.submitted(event);
  }

  private pressed(event: KeyboardEvent): void {
    this.shifted = event.shiftKey;
    // 229: the input method handles the key, such as the Enter that ends a composition.
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
