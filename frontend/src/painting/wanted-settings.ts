import type { ReadyMessage, SettingsMessage } from '../protocol/messages';
import { fitting } from '../state/prompts';
import type { Controls } from '../state/state';
import { sizeOf } from './sizes';

export type Settings = Omit<SettingsMessage, 'type'>;

/** The settings that a new session starts with. */
export function ownSettings({ model }: ReadyMessage): Settings {
  return { width: model.width, height: model.height, negativePrompt: '' };
}

/** The settings for a picture, as far as the model supports them. */
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

/** Whether the model supports guidance, and so a negative prompt. */
export function isGuided({ limits }: ReadyMessage): boolean {
  return (limits.maxGuidanceScale ?? 0) > 0;
}

/** The settings that differ from those sent before. */
export function changedSettings(wanted: Settings, told: Settings): Settings {
  const news = Object.entries(wanted).filter(
    ([name, value]) => value !== undefined && value !== told[name as keyof Settings],
  );
  return Object.fromEntries(news);
}
