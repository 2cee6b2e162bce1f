import type { ReadyMessage, SettingsMessage } from '../protocol/messages';
import { fitting } from '../state/prompts';
import type { Controls } from '../state/state';
import { sizeOf } from './sizes';

export type Settings = Omit<SettingsMessage, 'type'>;

/** What a server that greets has set by itself. */
export function ownSettings({ model }: ReadyMessage): Settings {
  return { width: model.width, height: model.height, negativePrompt: '' };
}

/** What a picture is to be painted with, as far as the model has it. */
export function wantedSettings(
  controls: Controls,
  server: ReadyMessage,
  seed: number | undefined,
): Settings {
  const { format, guidanceScale } = controls;
  const negativePrompt = fitting(controls.negativePrompt ?? '', server.limits.promptLength);
  const guidance = isGuided(server) ? { guidanceScale, negativePrompt } : {};
  return { acks: true, seed, ...sizeOf(controls.shape, server), format, ...guidance };
}

/** Whether the model knows guidance, and with it a negative prompt. */
export function isGuided({ limits }: ReadyMessage): boolean {
  return (limits.maxGuidanceScale ?? 0) > 0;
}

/** The settings that differ from what was told before. */
export function untold(wanted: Settings, told: Settings): Settings {
  const news = Object.entries(wanted).filter(
    ([name, value]) => value !== undefined && value !== told[name as keyof Settings],
  );
  return Object.fromEntries(news);
}
