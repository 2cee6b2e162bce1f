import { type Fields, fields, numberField, textField, unexpected } from './malformed';

export type WordKind =
  | 'things'
  | 'colours'
  | 'places'
  | 'times'
  | 'weathers'
  | 'sizes'
  | 'positions';

export const WORD_KINDS: readonly WordKind[] = [
  'things',
  'colours',
  'places',
  'times',
  'weathers',
  'sizes',
  'positions',
];

/** The words a model understands, by kind. */
export type Words = Readonly<Partial<Record<WordKind, readonly string[]>>>;

export interface BoothInformation {
  /** Prompts of the attract loop, by language. */
  readonly prompts: Readonly<Record<string, readonly string[]>>;
  readonly attractAfterMs: number;
  readonly wipeAfterMs: number;
}

/** Settings of the operator and words of the model, served as `page.json`. */
export interface PageInformation {
  readonly title: string;
  readonly logo: string | undefined;
  readonly booth: BoothInformation;
  /** By language; `undefined` until the model is ready, or if it does not tell its words. */
  readonly words: Readonly<Record<string, Words>> | undefined;
  /** Whether finished images can be shared. */
  readonly sharing: boolean;
}

export const DEFAULT_PAGE: PageInformation = {
  title: 'Lukis',
  logo: undefined,
  booth: { prompts: {}, attractAfterMs: 20_000, wipeAfterMs: 60_000 },
  words: undefined,
  sharing: false,
};

/** Reads it. Throws `MalformedMessageError` if a field has an unexpected type. */
export function decodePageInformation(value: unknown): PageInformation {
  const from = fields(value, 'page');
  const booth = fields(from.booth ?? {}, 'booth');
  return {
    title: from.title == null ? DEFAULT_PAGE.title : textField(from, 'title'),
    logo: from.logo == null ? undefined : textField(from, 'logo'),
    booth: {
      prompts: byLanguage(booth.prompts ?? {}, 'prompts', texts),
      attractAfterMs: duration(booth, 'attractAfterMs', DEFAULT_PAGE.booth.attractAfterMs),
      wipeAfterMs: duration(booth, 'wipeAfterMs', DEFAULT_PAGE.booth.wipeAfterMs),
    },
    words: from.words == null ? undefined : byLanguage(from.words, 'words', words),
    sharing: from.sharing === true,
  };
}

function byLanguage<T>(value: unknown, name: string, read: (value: unknown, name: string) => T) {
  const entries = Object.entries(fields(value, name));
  return Object.fromEntries(entries.map(([tag, each]) => [tag, read(each, `${name}.${tag}`)]));
}

function words(value: unknown, name: string): Words {
  const from = fields(value, name);
  const known = WORD_KINDS.filter((kind) => from[kind] != null);
  return Object.fromEntries(known.map((kind) => [kind, texts(from[kind], `${name}.${kind}`)]));
}

function texts(value: unknown, name: string): readonly string[] {
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
  throw unexpected(name, value, 'a list of strings');
}

function duration(from: Fields, name: string, otherwise: number): number {
  return from[name] == null ? otherwise : numberField(from, name);
}
