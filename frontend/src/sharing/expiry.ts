import type { Language } from '../i18n/language';

const HOURS_AHEAD = 20;

/** A time of day, with the date if it may not be today. */
export function expiryWords(expiresAt: Date, now: Date, language: Language): string {
  const far = expiresAt.getTime() - now.getTime() > HOURS_AHEAD * 3_600_000;
  const day = far ? ({ month: 'short', day: 'numeric' } as const) : {};
  const format = new Intl.DateTimeFormat(localeOf(language), {
    ...day,
    hour: '2-digit',
    minute: '2-digit',
  });
  return format.format(expiresAt);
}

/** The browser's variant of the language: times look different in London and in New York. */
function localeOf(language: Language): string {
  const { languages = [] } = globalThis.navigator ?? {};
  return languages.find((tag) => tag.split('-')[0] === language) ?? language;
}
