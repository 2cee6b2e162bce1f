import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { AttractLoop } from '../../booth/attract-loop';
import { FailureWatch } from '../../booth/failure-watch';
import { IdleTimer } from '../../booth/idle-timer';
import type { CredentialStore } from '../../connection/credential-store';
import type { Cancel, Timer } from '../../environment';
import { currentLanguage, forgetLanguage } from '../../i18n/language';
import { texts } from '../../i18n/texts';
import type { PageController } from '../../page-controller';
import type { PageInformationLoader } from '../../page-information-loader';
import { type ShareResult, shareImage } from '../../sharing/share-client';
import { withWord } from '../../state/prompts';
import { currentFeedback } from '../../state/reduce-feedback';
import { isFinished, typingEntry } from '../../state/selectors';
import type { Entry, State } from '../../state/state';
import type { Store } from '../../state/store';
import { shared } from '../../styles/shared';
import { applyTheme, followSystem } from '../../styles/theme';
import type { Typewriter } from '../../typing/typewriter';
import type { LukisComposer } from '../composer/lukis-composer';
import { controllerHandlers, listen } from '../shared/event-handlers';
import { LocalizedElement } from '../shared/localized-element';
import { boothStyles } from './booth-styles';
import '../composer/lukis-feedback';
import './lukis-booth-canvas';
import './lukis-booth-failure';
import '../composer/lukis-composer';
import './lukis-countdown';
import '../header/lukis-language';
import '../shared/lukis-share-code';
import '../shared/lukis-vocabulary';
import '../header/lukis-wordmark';

/** The page for a public screen without staff: `/?booth`. */
@customElement('lukis-booth')
export class LukisBooth extends LocalizedElement {
  static override styles = [shared, boothStyles];

  @property({ attribute: false }) store!: Store;
  @property({ attribute: false }) controller!: PageController;
  @property({ attribute: false }) typewriter!: Typewriter;
  @property({ attribute: false }) source!: PageInformationLoader;
  @property({ attribute: false }) timer!: Timer;
  @property({ attribute: false }) credentials!: CredentialStore;

  @query('lukis-composer') private readonly composer!: LukisComposer;
  // Mutable state
  @state() private current!: State;
  @state() private attracting = false;
  @state() private failing = false;
  @state() private wipeAt: number | undefined;
  @state() private taken: { readonly id: number; readonly result?: ShareResult } | undefined;
  private visitors = 0;
  private loop!: AttractLoop;
  private idleTimer: IdleTimer | undefined;
  private failureWatch!: FailureWatch;
  private leave: Cancel = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    applyTheme();
    const unfollow = followSystem(() => {});
    this.current = this.store.state;
    const { timer, typewriter, controller, store, source } = this;
    this.loop = new AttractLoop({
      timer,
      typewriter,
      prompts: () => source.page.booth.prompts[currentLanguage()] ?? texts().emptyState.examples,
      say: (typed) => controller.typed(typed, false),
    });
    this.failureWatch = new FailureWatch({
      timer,
      changed: (failing) => {
        this.failing = failing;
      },
      reconnect: () => controller.reconnect(),
    });
    const leave = [store.subscribe((next) => this.changed(next)), source.subscribe(this.attend)];
    this.leave = () => {
      for (const each of leave) each();
      unfollow();
    };
    this.failureWatch.look(store.state);
    this.attend();
    const touched = { capture: true, passive: true };
    for (const type of ['pointerdown', 'keydown', 'input', 'wheel']) {
      window.addEventListener(type, this.touched, touched);
    }
  }

  override disconnectedCallback(): void {
    this.leave();
    this.loop.stop();
    this.idleTimer?.stop();
    this.failureWatch.stop();
    for (const type of ['pointerdown', 'keydown', 'input', 'wheel']) {
      window.removeEventListener(type, this.touched, { capture: true });
    }
    super.disconnectedCallback();
  }

  override firstUpdated(): void {
    listen(this, {
      ...controllerHandlers(this.controller),
      'lukis-typed': ({ text, composing }) => this.typed(text, composing),
      'lukis-commit': () => this.controller.commit(),
      'lukis-branch': ({ at }) => this.controller.branch(at),
      'lukis-word': ({ word }) => this.typed(withWord(this.current.text, word), false),
    });
    void this.composer.write();
  }

  override render() {
    const entry = this.entry();
    const { timeline, peek, text, server } = this.current;
    return html`
      <header>
        <h1>${this.name()}</h1>
        ${this.attracting || this.isEmpty() ? nothing : this.startOver()}
        <lukis-language></lukis-language>
      </header>
      <main>
        <lukis-booth-canvas .entry=${entry} .timeline=${timeline} .peek=${peek}></lukis-booth-canvas>
        <section>
          <h2>${texts().booth.heading}</h2>
          <lukis-composer .text=${text}></lukis-composer>
          <lukis-feedback
            bare
            .messages=${currentFeedback(this.current)}
            .length=${text.length}
            .limit=${server?.limits.promptLength}
          ></lukis-feedback>
          <p class="call ${this.attracting ? 'strong' : ''}">${this.call(entry)}</p>
          ${this.aside(entry)}
        </section>
      </main>
      ${this.wipeAt === undefined ? nothing : this.leaving(this.wipeAt)}
      ${this.failing ? html`<lukis-booth-failure .state=${this.current.connection}></lukis-booth-failure>` : nothing}
      <div class="unseen" aria-live="polite">${this.announcement(entry)}</div>
    `;
  }

  private name() {
    const { title, logo } = this.source.page;
    if (logo !== undefined) return html`<img src=${logo} alt=${title} />`;
    return title === 'Lukis' ? html`<lukis-wordmark></lukis-wordmark>` : title;
  }

  private startOver() {
    return html`<button class="over" type="button" @click=${this.wipe}>
      ${texts().booth.startOver}
    </button>`;
  }

  private call(entry: Entry | undefined): string {
    const { touch, kept, again } = texts().booth;
    if (this.attracting) return touch;
    if (entry === undefined || entry.fading) return '';
    return entry.phase === 'typing' ? kept : again;
  }

  private aside(entry: Entry | undefined) {
    const isTaken = entry !== undefined && this.taken?.id === entry.id;
    if (isTaken)
      return html`<lukis-share-code wide .result=${this.taken?.result}></lukis-share-code>`;
    return html`<lukis-vocabulary
      .words=${this.source.page.words?.[currentLanguage()]}
      .offset=${this.visitors}
    ></lukis-vocabulary>`;
  }

  private leaving(wipeAt: number) {
    return html`<div class="leaving" role="status">
      <lukis-countdown .until=${wipeAt} .timer=${this.timer}></lukis-countdown>
      <button type="button">${texts().booth.stay}</button>
    </div>`;
  }

  private announcement(entry: Entry | undefined): string {
    if (this.attracting || entry?.phase !== 'kept') return '';
    return texts().picture.finished(entry.prompt, 1);
  }

  /** The entry to show: the one being typed, or else the last one kept. */
  private entry(): Entry | undefined {
    return typingEntry(this.current) ?? this.current.entries.at(-1);
  }

  private isEmpty(): boolean {
    return this.current.entries.length === 0 && this.current.text === '';
  }

  private changed(next: State): void {
    this.current = next;
    this.failureWatch.look(next);
    const entry = this.entry();
    const kept = entry?.phase === 'kept' && isFinished(entry) && entry.id !== this.taken?.id;
    if (kept && this.source.page.sharing) void this.share(entry);
  }

  private async share({ id, picture }: Entry): Promise<void> {
    if (picture === undefined) return;
    this.taken = { id };
    const result = await shareImage(picture, this.credentials.current);
    // Another picture may have been kept in the meantime.
    if (this.taken?.id === id) this.taken = { id, result };
  }

  private readonly attend = (): void => {
    const { attractAfterMs, wipeAfterMs } = this.source.page.booth;
    this.idleTimer?.stop();
    this.idleTimer = new IdleTimer({
      timer: this.timer,
      attractAfterMs,
      wipeAfterMs,
      hasTraces: () => !this.isEmpty(),
      attract: () => this.attract(),
      welcome: () => this.welcome(),
      wipe: this.wipe,
      warn: (wipeAt) => {
        this.wipeAt = wipeAt;
      },
    });
    if (!this.attracting) this.idleTimer.start();
    this.requestUpdate();
  };

  private attract(): void {
    this.attracting = true;
    this.loop.start();
  }

  private welcome(): void {
    this.attracting = false;
    this.visitors++;
    this.loop.stop();
    this.controller.clear();
    this.composer.begin();
  }

  private readonly wipe = (): void => {
    this.taken = undefined;
    this.wipeAt = undefined;
    this.controller.wipe();
    forgetLanguage();
    void this.composer.write();
  };

  private typed(text: string, composing: boolean): void {
    this.taken = undefined;
    this.controller.typed(text, composing);
  }

  private readonly touched = (event: Event): void => {
    this.idleTimer?.touched();
    const writes = event.type === 'keydown' && document.activeElement === document.body;
    if (writes) void this.composer.write();
    if (event.type !== 'input' && document.fullscreenElement === null) {
      void document.documentElement.requestFullscreen?.().catch(() => {});
    }
  };
}
