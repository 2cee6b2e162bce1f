import { html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Credential } from '../../connection/credential';
import type { CredentialStore } from '../../connection/credential-store';
import type { Cancel } from '../../environment';
import { currentLanguage } from '../../i18n/language';
import { texts } from '../../i18n/texts';
import type { PageController } from '../../page-controller';
import type { PageInformationLoader } from '../../page-information-loader';
import { sizeOf } from '../../painting/sizes';
import { type ExportAction, exportPicture } from '../../sharing/export-picture';
import { type ShareResult, shareImage } from '../../sharing/share-client';
import { type Bubble, bubblesOf, formerEntries } from '../../state/bubbles';
import { withWord } from '../../state/prompts';
import { currentFeedback } from '../../state/reduce-feedback';
import { entryOf, keptEntries, typingEntry } from '../../state/selectors';
import type { Entry, Picture, State } from '../../state/state';
import type { Store } from '../../state/store';
import { forgetControls } from '../../state/stored-controls';
import type { ConversationStorage } from '../../storage/conversation-storage';
import { preferences } from '../../storage/preferences';
import { shared } from '../../styles/shared';
import { stepThrough } from '../../typing/prompt-history';
import type { Typewriter } from '../../typing/typewriter';
import type { LukisComposer } from '../composer/lukis-composer';
import { controllerHandlers, listen } from '../shared/event-handlers';
import { LocalizedElement } from '../shared/localized-element';
import { appStyles } from './app-styles';
import '../composer/lukis-feedback';
import '../composer/lukis-composer';
import '../conversation/lukis-conversation';
import '../header/lukis-header';
import './lukis-empty-state';
import './lukis-sign-in';
import '../composer/lukis-settings';
import '../shared/lukis-connection-help';
import '../shared/lukis-share-code';

/** The page: passes the state to its components, and their events to the controller. */
@customElement('lukis-app')
export class LukisApp extends LocalizedElement {
  static override styles = [shared, appStyles];

  @property({ attribute: false }) store!: Store;
  @property({ attribute: false }) controller!: PageController;
  @property({ attribute: false }) typewriter!: Typewriter;
  @property({ attribute: false }) source!: PageInformationLoader;
  @property({ attribute: false }) credentials!: CredentialStore;
  @property({ attribute: false }) storage: ConversationStorage | undefined;

  @query('lukis-composer') private readonly composer!: LukisComposer;
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  // Mutable state
  @state() private current!: State;
  @state() private shared: ShareResult | undefined;
  private unsubscribe: Cancel = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.current = this.store.state;
    const leave = [
      this.store.subscribe((current) => {
        this.current = current;
      }),
      this.source.subscribe(() => this.requestUpdate()),
    ];
    this.unsubscribe = () => {
      for (const each of leave) each();
    };
  }

  override disconnectedCallback(): void {
    this.unsubscribe();
    this.typewriter.stop();
    super.disconnectedCallback();
  }

  override firstUpdated(): void {
    listen(this, {
      ...controllerHandlers(this.controller),
      'lukis-typed': ({ text, composing }) => this.typed(text, composing),
      'lukis-commit': () => this.commit(),
      'lukis-cancel': () => this.cancel(),
      'lukis-former': ({ direction }) => this.former(direction),
      'lukis-edit': ({ id }) => void this.edit(id),
      'lukis-branch': ({ at }) => void this.branch(at),
      'lukis-example': ({ text }) => this.example(text),
      'lukis-word': ({ word }) => this.typed(withWord(this.current.text, word), false),
      'lukis-export': ({ id, action }) => void this.export(id, action),
      'lukis-share-code': ({ id }) => void this.showShareCode(id),
      'lukis-delete-conversation': () => void this.deleteConversation(),
      'lukis-unlock': ({ credential }) => this.unlock(credential),
    });
    if (isPrecise()) void this.composer.write();
  }

  override render() {
    const bubbles = bubblesOf(this.current);
    const { page } = this.source;
    return html`
      <lukis-header
        role="banner"
        .connection=${this.current.connection}
        .heading=${page.title}
        .logo=${page.logo}
      ></lukis-header>
      <main>
        ${
          bubbles.length === 0
            ? html`<lukis-empty-state .words=${page.words?.[currentLanguage()]}></lukis-empty-state>`
            : this.conversation(bubbles)
        }
        ${this.inputs(bubbles)}
      </main>
      <lukis-sign-in .connection=${this.current.connection}></lukis-sign-in>
      <dialog @click=${this.clicked} @close=${() => this.dialogClosed()}>
        <lukis-share-code link .result=${this.shared}></lukis-share-code>
        <form method="dialog"><button>${texts().shareCode.close}</button></form>
      </dialog>
      <div class="unseen" aria-live="polite">${this.announcement()}</div>
    `;
  }

  private conversation(bubbles: readonly Bubble[]) {
    const { server, timeline, peek, controls } = this.current;
    const { width, height } = server === undefined ? SQUARE : sizeOf(controls.shape, server);
    return html`<lukis-conversation
      .bubbles=${bubbles}
      .timeline=${timeline}
      .peek=${peek}
      .ratio=${width / height}
      ?sharing=${this.source.page.sharing}
    ></lukis-conversation>`;
  }

  private inputs(bubbles: readonly Bubble[]) {
    const { text, server, seed, keepSeed, controls } = this.current;
    const limit = server?.limits.promptLength;
    const live = typingEntry(this.current);
    const editing = live?.parent !== undefined;
    const number = 1 + bubbles.findIndex(({ entry }) => entry === live);
    return html`<div class="inputs">
      <lukis-connection-help .connection=${this.current.connection}></lukis-connection-help>
      <lukis-composer
        .text=${text}
        .editing=${editing}
        .untouched=${live !== undefined && this.isUntouched(live)}
      >
        <lukis-settings
          slot="tools"
          .seed=${seed}
          .keepSeed=${keepSeed}
          .controls=${controls}
          .server=${server}
          ?storing=${this.storage?.isStoring === true}
          ?empty=${bubbles.length === 0 && text === ''}
        ></lukis-settings>
      </lukis-composer>
      <lukis-feedback
        .messages=${currentFeedback(this.current)}
        .editing=${editing ? number : undefined}
        .length=${text.length}
        .limit=${limit}
      ></lukis-feedback>
    </div>`;
  }

  private announcement(): string {
    const finished = keptEntries(this.current).filter(({ picture }) => picture !== undefined);
    const last = finished.at(-1);
    return last === undefined ? '' : texts().picture.finished(last.prompt, finished.length);
  }

  private isUntouched({ parent, prompt }: Entry): boolean {
    return parent !== undefined && entryOf(this.current, parent)?.prompt === prompt;
  }

  private typed(text: string, composing: boolean): void {
    this.typewriter.stop();
    this.controller.typed(text, composing);
  }

  private commit(): void {
    this.typewriter.stop();
    this.controller.commit();
  }

  private cancel(): void {
    this.controller.cancel();
    void this.composer.write();
  }

  private former(direction: -1 | 1): void {
    const live = typingEntry(this.current);
    const former = stepThrough(formerEntries(this.current), live?.parent, direction);
    if (former !== undefined) void this.edit(former.id);
    else if (direction === 1) this.cancel();
  }

  private async edit(id: number): Promise<void> {
    this.typewriter.stop();
    this.controller.edit(id);
    await this.updateComplete;
    await this.composer.write();
  }

  private async branch(at: number): Promise<void> {
    this.typewriter.stop();
    this.controller.branch(at);
    await this.updateComplete;
    await this.composer.write();
  }

  private example(text: string): void {
    if (isPrecise()) void this.composer.write();
    this.typewriter.type(text, (typed) => this.controller.typed(typed, false));
  }

  private async export(id: number, action: ExportAction): Promise<void> {
    const entry = entryOf(this.current, id);
    if (entry === undefined || !hasPicture(entry)) return;
    const outcome = await exportPicture(action, entry);
    if (outcome !== undefined) this.controller.reportOutcome(outcome);
  }

  private async showShareCode(id: number): Promise<void> {
    const picture = entryOf(this.current, id)?.picture;
    if (picture === undefined) return;
    this.shared = undefined;
    this.dialog.showModal();
    this.shared = await shareImage(picture, this.credentials.current);
  }

  private async deleteConversation(): Promise<void> {
    this.typewriter.stop();
    this.controller.wipe();
    forgetControls(preferences);
    await this.storage?.remove();
    await this.composer.write();
  }

  private unlock(credential: Credential): void {
    this.credentials.keep(credential);
    this.controller.reconnect();
  }

  private dialogClosed(): void {
    this.shared = undefined;
  }

  /** A click outside the dialog closes it. */
  private clicked(event: Event): void {
    if (event.target === this.dialog) this.dialog.close();
  }
}

const SQUARE = { width: 1, height: 1 };

function hasPicture(entry: Entry): entry is Entry & { picture: Picture } {
  return entry.picture !== undefined;
}

/** On a touch screen, focusing the composer would open a keyboard over half of the screen. */
function isPrecise(): boolean {
  return matchMedia('(pointer: fine)').matches;
}
