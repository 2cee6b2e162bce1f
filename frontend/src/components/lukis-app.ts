import { html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Cancel } from '../environment';
import { texts } from '../i18n/texts';
import { currentAdvice } from '../state/reduce-advice';
import { formerPrompts, keptEntries } from '../state/selectors';
import type { State } from '../state/state';
import type { Store } from '../state/store';
import type { Studio } from '../studio';
import { shared } from '../styles/shared';
import { stepThrough } from '../typing/recall';
import type { SelfTypist } from '../typing/self-typist';
import { appStyles } from './app-styles';
import type { LukisEvents } from './events';
import type { LukisComposer } from './lukis-composer';
import './lukis-advice';
import './lukis-composer';
import './lukis-conversation';
import './lukis-header';
import './lukis-invitation';
import './lukis-settings';

type Said<K extends keyof LukisEvents> = CustomEvent<LukisEvents[K]>;

/** The page: hands the state down to its parts, and what they say on to the studio. */
@customElement('lukis-app')
export class LukisApp extends LitElement {
  static override styles = [shared, appStyles];

  @property({ attribute: false }) store!: Store;
  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) typist!: SelfTypist;

  @query('lukis-composer') private readonly composer!: LukisComposer;
  // Mutable state
  @state() private current!: State;
  /** The former prompt that is in the composer, as long as it is unchanged. */
  @state() private recalledId: number | undefined;
  private unsubscribe: Cancel = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.current = this.store.state;
    this.unsubscribe = this.store.subscribe((current) => {
      this.current = current;
    });
  }

  override disconnectedCallback(): void {
    this.unsubscribe();
    this.typist.stop();
    super.disconnectedCallback();
  }

  override firstUpdated(): void {
    if (matchMedia('(pointer: fine)').matches) void this.composer.write();
  }

  override render() {
    const { connection, entries } = this.current;
    return html`
      <lukis-header
        role="banner"
        .connection=${connection}
        @lukis-reconnect=${() => this.studio.reconnect()}
      ></lukis-header>
      <main
        style="display: contents"
        @lukis-example=${this.example}
        @lukis-recall=${(event: Said<'lukis-recall'>) => this.recall(event.detail.id)}
        @lukis-shown=${({ detail }: Said<'lukis-shown'>) =>
          this.studio.shown(detail.image, detail.revision)}
        @lukis-skipped=${({ detail }: Said<'lukis-skipped'>) => this.studio.skipped(detail.image)}
      >
        ${entries.length === 0 ? html`<lukis-invitation></lukis-invitation>` : this.wall()}
        ${this.desk()}
      </main>
      <div class="unseen" aria-live="polite">${this.announcement()}</div>
    `;
  }

  private wall() {
    const { entries, server } = this.current;
    const ratio = server === undefined ? 1 : server.model.width / server.model.height;
    return html`<lukis-conversation .entries=${entries} .ratio=${ratio}></lukis-conversation>`;
  }

  private desk() {
    const { text, server, seed, keepSeed } = this.current;
    const limit = server?.limits.promptLength;
    return html`<div class="desk">
      <lukis-composer
        .text=${text}
        .limit=${limit}
        .recalled=${this.recalledId !== undefined}
        @lukis-typed=${this.typed}
        @lukis-commit=${this.commit}
        @lukis-former=${this.former}
      >
        <lukis-settings
          slot="tools"
          .seed=${seed}
          .keepSeed=${keepSeed}
          @lukis-shuffle=${() => this.studio.shuffle()}
          @lukis-keep-seed=${({ detail }: Said<'lukis-keep-seed'>) =>
            this.studio.keepSeed(detail.keep)}
        ></lukis-settings>
      </lukis-composer>
      <lukis-advice .advice=${currentAdvice(this.current)} .length=${text.length} .limit=${limit}></lukis-advice>
    </div>`;
  }

  private announcement(): string {
    const finished = keptEntries(this.current);
    const last = finished.at(-1);
    return last === undefined ? '' : texts().picture.finished(last.prompt, finished.length);
  }

  private typed({ detail }: Said<'lukis-typed'>): void {
    this.typist.stop();
    this.recalledId = undefined;
    this.studio.typed(detail.text, detail.composing);
  }

  private commit(): void {
    this.typist.stop();
    this.recalledId = undefined;
    this.studio.commit();
  }

  private former({ detail }: Said<'lukis-former'>): void {
    const former = stepThrough(formerPrompts(this.current), this.recalledId, detail.direction);
    if (former !== undefined) void this.recall(former.id);
    else if (detail.direction === 1) {
      this.recalledId = undefined;
      this.studio.typed('', false);
    }
  }

  private async recall(id: number): Promise<void> {
    this.typist.stop();
    this.studio.recall(id);
    this.recalledId = id;
    await this.updateComplete;
    await this.composer.write();
  }

  private example({ detail }: Said<'lukis-example'>): void {
    if (matchMedia('(pointer: fine)').matches) void this.composer.write();
    this.typist.type(detail.text, (typed) => this.studio.typed(typed, false));
  }
}
