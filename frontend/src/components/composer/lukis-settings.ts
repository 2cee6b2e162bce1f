import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { texts } from '../../i18n/texts';
import { isGuided } from '../../painting/wanted-settings';
import type { ImageFormat, ReadyMessage } from '../../protocol/messages';
import { fitting } from '../../state/prompts';
import type { Controls } from '../../state/state';
import { iconButton, shared } from '../../styles/shared';
import { emit } from '../shared/events';
import { shuffle, sliders } from '../shared/icons';
import { LocalizedElement } from '../shared/localized-element';
import './lukis-stored-conversation';
import { settingsStyles } from './settings-styles';

const SHAPES = ['own', 'tall', 'wide'] as const;
const FORMATS: readonly ImageFormat[] = ['jpeg', 'webp', 'png'];
const USUAL_GUIDANCE = 7.5;

/** The settings, in a popover. The defaults work without it. */
@customElement('lukis-settings')
export class LukisSettings extends LocalizedElement {
  static override styles = [shared, iconButton, settingsStyles];

  @property({ type: Number }) seed: number | undefined;
  @property({ type: Boolean, attribute: 'keep-seed' }) keepSeed = true;
  @property({ attribute: false }) controls: Controls = {};
  /** Whether the browser stores the conversation. */
  @property({ type: Boolean }) storing = false;
  /** Whether there is no conversation yet. */
  @property({ type: Boolean }) empty = false;
  /** The server's `ready` message. */
  @property({ attribute: false }) server: ReadyMessage | undefined;

  override render() {
    const words = texts().settings;
    const { server } = this;
    return html`
      <button class="icon" type="button" popovertarget="settings" aria-label=${words.open} title=${words.open}>
        ${sliders}
      </button>
      <div id="settings" popover role="dialog" aria-label=${words.open}>
        <button class="shuffle" type="button" @click=${() => emit(this, 'lukis-shuffle', undefined)}>
          ${shuffle}
          <span>${words.shuffle}<small>${words.shuffleHelp}</small></span>
        </button>
        <label class="lock">
          <input type="checkbox" .checked=${live(this.keepSeed)} @change=${this.locked} />
          <span>
            ${words.keep}
            <small>${this.seed === undefined ? nothing : words.seed(this.seed)}</small>
          </span>
        </label>
        ${server?.limits.resizable ? this.shapes() : nothing} ${this.formats()}
        ${server !== undefined && isGuided(server) ? this.guidance(server) : nothing}
        ${this.model()}
        <lukis-stored-conversation
          ?available=${this.storing}
          ?empty=${this.empty}
        ></lukis-stored-conversation>
      </div>
    `;
  }

  private shapes() {
    const { shape, shapes } = texts().settings;
    return this.choice(shape, 'shape', SHAPES, shapes, this.controls.shape ?? 'own', (value) =>
      this.set({ shape: value === 'own' ? undefined : value }),
    );
  }

  private formats() {
    const { format, formats } = texts().settings;
    return this.choice(
      format,
      'format',
      FORMATS,
      formats,
      this.controls.format ?? 'jpeg',
      (value) => this.set({ format: value }),
    );
  }

  private choice<T extends string>(
    legend: string,
    name: string,
    values: readonly T[],
    labels: Readonly<Record<T, string>>,
    chosen: T,
    choose: (value: T) => void,
  ) {
    return html`<fieldset>
      <legend>${legend}</legend>
      <div class="choice">
        ${values.map(
          (value) => html`<label>
            <input
              type="radio"
              name=${name}
              value=${value}
              .checked=${live(value === chosen)}
              @change=${() => choose(value)}
            /><span>${labels[value]}</span>
          </label>`,
        )}
      </div>
    </fieldset>`;
  }

  private guidance({ limits }: ReadyMessage) {
    const { guidance, guidanceOwn, negative, negativePlaceholder } = texts().settings;
    const { guidanceScale, negativePrompt = '' } = this.controls;
    const { tooLong } = texts().feedback;
    const limit = fitting(negativePrompt, limits.promptLength).length;
    const over = negativePrompt.length - limit;
    return html`
      <label class="field">
        <span>${guidance} <small>${guidanceScale ?? guidanceOwn}</small></span>
        <input
          type="range"
          min="0"
          max=${limits.maxGuidanceScale ?? USUAL_GUIDANCE}
          step="0.5"
          .value=${live(String(guidanceScale ?? USUAL_GUIDANCE))}
          @change=${(event: Event) => this.set({ guidanceScale: Number(chosenIn(event)) })}
        />
      </label>
      <label class="field">
        <span>${negative}</span>
        <input
          type="text"
          placeholder=${negativePlaceholder}
          .value=${live(negativePrompt)}
          @change=${(event: Event) => this.set({ negativePrompt: chosenIn(event) })}
        />
        ${over > 0 ? html`<small role="status">${tooLong(limit, over)}</small>` : nothing}
      </label>
    `;
  }

  private model() {
    if (this.server === undefined) return nothing;
    const { name, width, height } = this.server.model;
    return html`<p>${texts().settings.model(name, width, height)}</p>`;
  }

  private set(change: Controls): void {
    emit(this, 'lukis-controls', { controls: { ...this.controls, ...change } });
  }

  private locked(event: Event): void {
    emit(this, 'lukis-keep-seed', { keep: (event.target as HTMLInputElement).checked });
  }
}

function chosenIn(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
