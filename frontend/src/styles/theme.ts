import type { Cancel } from '../environment';
import { preferences } from '../storage/preferences';

const KEY = 'lukis.theme';
const system = matchMedia('(prefers-color-scheme: dark)');

export type Theme = 'light' | 'dark';

/** The theme in use: the chosen one, or else the system's. */
export function currentTheme(): Theme {
  const chosen = preferences.getItem(KEY);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return system.matches ? 'dark' : 'light';
}

export function chooseTheme(theme: Theme): void {
  preferences.setItem(KEY, theme);
  applyTheme();
}

/** Sets the theme on the document, for `page.css`. */
export function applyTheme(): void {
  document.documentElement.dataset.theme = currentTheme();
}

/** Applies the system's theme whenever it changes, then calls back. */
export function followSystem(changed: () => void): Cancel {
  const listener = () => {
    applyTheme();
    changed();
  };
  system.addEventListener('change', listener);
  return () => system.removeEventListener('change', listener);
}
