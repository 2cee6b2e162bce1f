import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import {
  type ConnectionState,
  stillAsked,
  type Unauthenticated,
} from '../../connection/connection-state';
import { type CredentialKind, credentialOf } from '../../connection/credential';
import { texts } from '../../i18n/texts';
import { iconButton, shared } from '../../styles/shared';
import { illustrationStyles } from '../shared/beach-illustration';
import { emit } from '../shared/events';
import { eye } from '../shared/icons';
import { LocalizedElement } from '../shared/localized-element';
import { keyIllustration } from './key-illustration';
import { signInStyles } from './sign-in-styles';

/** Asks for a key or a token if the server does, and stays open while one is checked. */
@customElement('lukis-sign-in')
export class LukisSignIn extends LocalizedElement {
  static override styles = [shared, iconButton, illustrationStyles, signInStyles];

  @property({ attribute: false }) connection: ConnectionState = { kind: 'connecting' };

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('#secret') private readonly secret!: HTMLInputElement | null;
  // Mutable state
  @state() private asked: Unauthenticated | undefined;
  @state() private chosen: CredentialKind | undefined;
  @state() private revealed = false;
  /** The input cannot be sent in a header. */
  @state() private unusable = false;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('connection')) return;
    this.unusable = false;
    this.asked = stillAsked(this.asked, this.connection);
    if (this.asked === undefined) this.leave();
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('connection') || this.connection.kind !== 'unauthenticated') return;
    if (this.dialog?.open === false) this.dialog.showModal();
    this.secret?.select();
  }

  override render() {
    if (this.asked === undefined) return nothing;
    const { heading, text, enter, later } = texts().signIn;
    const { accepts } = this.asked;
    const isWrong = this.wrong !== undefined;
    return html`<dialog aria-labelledby="heading" aria-describedby="text" @close=${this.leave}>
      <form class=${isWrong ? 'wrong' : ''} @submit=${this.submitted}>
        ${keyIllustration}
        <h2 id="heading">${heading}</h2>
        <p id="text">${text[accepts.length > 1 ? 'both' : this.kind]}</p>
        ${accepts.length > 1 ? this.choice(accepts) : nothing} ${this.slip(isWrong)}
        <p id="said" role="status">${this.said()}</p>
        <button class="enter">${enter}</button>
        <button class="later" type="button" @click=${() => this.dialog?.close()}>${later}</button>
      </form>
    </dialog>`;
  }

  private choice(accepts: readonly CredentialKind[]) {
    const { choice, kinds } = texts().signIn;
    return html`<fieldset>
      <legend>${choice}</legend>
      ${accepts.map(
        (kind) => html`<label>
          <input
            type="radio"
            name="kind"
            .checked=${kind === this.kind}
            @change=${() => {
              this.chosen = kind;
            }}
          /><span>${kinds[kind]}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  private slip(isWrong: boolean) {
    const { label, reveal } = texts().signIn;
    return html`<label class="label" for="secret">${label[this.kind]}</label>
      <div class="slip">
        <input
          id="secret"
          type=${this.revealed ? 'text' : 'password'}
          required
          autofocus
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          aria-describedby="said"
          aria-invalid=${isWrong}
        />
        <button
          class="icon"
          type="button"
          aria-label=${reveal}
          title=${reveal}
          aria-pressed=${this.revealed}
          @click=${() => {
            this.revealed = !this.revealed;
          }}
        >
          ${eye}
        </button>
      </div>`;
  }

  private said(): string {
    const { kept, trying, wrong } = texts().signIn;
    if (this.connection.kind === 'connecting') return trying;
    return this.wrong === undefined ? kept : wrong[this.wrong];
  }

  private get kind(): CredentialKind {
    return this.chosen ?? this.asked?.wrong ?? this.asked?.accepts[0] ?? 'key';
  }

  /** The kind of the rejected credential; none while one is being checked. */
  private get wrong(): CredentialKind | undefined {
    if (this.connection.kind === 'connecting') return undefined;
    return this.unusable ? this.kind : this.asked?.wrong;
  }

  private submitted(event: Event): void {
    event.preventDefault();
    const credential = credentialOf(this.kind, this.secret?.value ?? '');
    this.unusable = credential === undefined;
    if (credential !== undefined) emit(this, 'lukis-unlock', { credential });
  }

  /** Closing the dialog drops the input, and returns the focus to the element that had it. */
  private readonly leave = (): void => {
    this.dialog?.close();
    this.asked = undefined;
    this.revealed = false;
  };
}
