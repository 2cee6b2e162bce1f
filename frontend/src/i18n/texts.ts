import { en, type Texts } from './en';
import { id } from './id';
import { currentLanguage, type Language } from './language';

const TEXTS: Readonly<Record<Language, Texts>> = { en, id };

/** The texts of the language in use. */
export function texts(): Texts {
  return TEXTS[currentLanguage()];
}
