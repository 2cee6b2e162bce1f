import type { Cancel } from '../environment';
import { preferences } from '../storage/preferences';

const KEY = 'lukis.language';

/** The languages of the page, each with its own name. */
export const LANGUAGES = { en: 'English', id: 'Bahasa Indonesia' } as const;

export type Language = keyof typeof LANGUAGES;

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);
const listeners = new Set<() => void>();

// Mutable state
let current: Language = 'en';

export function currentLanguage(): Language {
  return current;
}

/** The language to start with: the chosen one, or else the browser's first that the page has. */
export function preferredLanguage(chosen: string | null, ofBrowser: readonly string[]): Language {
  const wanted = [chosen ?? '', ...ofBrowser].map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  // Browsers still send Indonesian's former code.
  const known = wanted.map((tag) => (tag === 'in' ? 'id' : tag)).find((tag) => tag in LANGUAGES);
  return (known as Language | undefined) ?? 'en';
}

export function useLanguage(language: Language): void {
  current = language;
  document.documentElement.lang = language;
  document.documentElement.dir = RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
  for (const listener of listeners) listener();
}

export function chooseLanguage(language: Language): void {
  preferences.setItem(KEY, language);
  useLanguage(language);
}

/** Returns to the language that the browser prefers. */
export function forgetLanguage(): void {
  preferences.removeItem(KEY);
  startLanguage();
}

export function startLanguage(): void {
  useLanguage(preferredLanguage(preferences.getItem(KEY), navigator.languages));
}

export function onLanguage(listener: () => void): Cancel {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
