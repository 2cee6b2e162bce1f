import { type Fields, fields, numberField, textField } from '../protocol/malformed';
import type { Entry, Moment, Phase, Picture, State } from '../state/state';

/** Raised whenever older records cannot be read any more; those are then ignored. */
export const RECORD_VERSION = 1;

/** Upper bounds of what one tab stores; the oldest is dropped. */
export interface StorageLimits {
  readonly pictures: number;
  readonly bytes: number;
}

export const DEFAULT_LIMITS: StorageLimits = { pictures: 150, bytes: 32 * 1024 * 1024 };

/** A picture without its bytes, which are stored by themselves under `key`. */
export type StoredPicture = Omit<Picture, 'url' | 'bytes'> & { readonly key: string };
type StoredEntry = Omit<Entry, 'picture'> & { readonly picture?: StoredPicture };
type StoredMoment = Omit<Moment, 'picture'> & { readonly picture: StoredPicture };

type Plain = Pick<
  State,
  | 'text'
  | 'revision'
  | 'nextId'
  | 'chosen'
  | 'comparison'
  | 'wordings'
  | 'seed'
  | 'keepSeed'
  | 'controls'
>;

/** A conversation as it is stored: plain values only. */
export interface ConversationRecord extends Plain {
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** With it the server's session can be resumed. */
  readonly resumeToken: string | undefined;
  readonly entries: readonly StoredEntry[];
  readonly timeline: readonly StoredMoment[];
}

/** A record, and the bytes of the pictures that it names. */
export interface StoredConversation {
  readonly record: ConversationRecord;
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** What of a state is stored. Entries are worth more than the timeline, newer more than older. */
export function toStored(
  state: State,
  savedAt: number,
  limits: StorageLimits = DEFAULT_LIMITS,
): StoredConversation {
  const pictures = new Map<string, Picture>();
  let bytes = 0;
  const fits = (picture: Picture): boolean => {
    const key = keyOf(picture);
    if (pictures.has(key)) return true;
    if (pictures.size >= limits.pictures || bytes + picture.bytes.length > limits.bytes)
      return false;
    bytes += picture.bytes.length;
    pictures.set(key, picture);
    return true;
  };
  const worth = state.entries.filter(isWorthIt);
  const entries = newestThatFit(
    worth.map((entry) => (isTypedAlone(entry, fits) ? { ...entry, picture: undefined } : entry)),
    ({ picture }) => picture === undefined || fits(picture),
  );
  const timeline = newestThatFit(state.timeline, ({ picture }) => fits(picture));
  const { text, revision, nextId, chosen, comparison, wordings, seed, keepSeed, controls } = state;
  const record: ConversationRecord = {
    ...{ text, revision, nextId, chosen, comparison, wordings, seed, keepSeed, controls },
    version: RECORD_VERSION,
    savedAt,
    resumeToken: state.server?.resume,
    entries: entries.map(({ picture, ...entry }) =>
      picture === undefined ? entry : { ...entry, picture: withoutBytes(picture) },
    ),
    timeline: timeline.map(({ picture, ...moment }) => ({
      ...moment,
      picture: withoutBytes(picture),
    })),
  };
  return { record, pictures };
}

/**
 * The state of a record; kept pictures whose bytes are missing are to be painted again.
 *
 * @param restore makes a picture of a stored one, or `undefined` without bytes
 * @throws MalformedMessageError if the record is of another version, or damaged
 */
export function fromRecord(
  value: unknown,
  restore: (picture: StoredPicture) => Picture | undefined,
): Partial<State> {
  const from = fields(value, 'conversation');
  const version = numberField(from, 'version');
  if (version !== RECORD_VERSION) throw new RangeError(`version: ${version}`);
  const entries = list(from, 'entries').map((each): Entry => {
    const { picture, ...entry } = entryIn(each);
    const restored = picture && restore(picture);
    if (restored !== undefined) return { ...entry, picture: restored };
    return picture === undefined || entry.phase !== 'kept' ? entry : { ...entry, phase: 'waiting' };
  });
  const timeline = list(from, 'timeline').flatMap((each): Moment[] => {
    const prompt = textField(fields(each, 'moment'), 'prompt');
    const picture = restore(pictureIn((each as Fields).picture));
    return picture === undefined ? [] : [{ prompt, picture }];
  });
  const record = value as ConversationRecord;
  return {
    text: textField(from, 'text'),
    revision: numberField(from, 'revision'),
    nextId: numberField(from, 'nextId'),
    chosen: fields(from.chosen, 'chosen') as State['chosen'],
    comparison: record.comparison,
    wordings: list(from, 'wordings') as State['wordings'],
    seed: record.seed === undefined ? undefined : numberField(from, 'seed'),
    keepSeed: record.keepSeed === true,
    controls: fields(from.controls, 'controls'),
    entries,
    timeline,
  };
}

/** When a record was stored, also a damaged one: 0 if unknown. */
export function savedAtOf(record: unknown): number {
  const { savedAt } = (record ?? {}) as Partial<ConversationRecord>;
  return typeof savedAt === 'number' ? savedAt : 0;
}

/** Image numbers are of a session. */
function keyOf({ session, image }: Pick<Picture, 'session' | 'image'>): string {
  return `${session}/${image}`;
}

function withoutBytes({ url: _url, bytes: _bytes, ...picture }: Picture): StoredPicture {
  return { ...picture, key: keyOf(picture) };
}

/** A faded picture goes by itself. */
function isWorthIt({ fading, parent }: Entry): boolean {
  return !fading || parent !== undefined;
}

/** The words that are being typed are stored even if their picture does not fit. */
function isTypedAlone({ phase, picture }: Entry, fits: (picture: Picture) => boolean): boolean {
  return phase === 'typing' && picture !== undefined && !fits(picture);
}

function newestThatFit<T>(all: readonly T[], fits: (each: T) => boolean): readonly T[] {
  const kept: T[] = [];
  for (const each of [...all].reverse()) {
    if (!fits(each)) break;
    kept.unshift(each);
  }
  return kept;
}

const PHASES: readonly Phase[] = ['typing', 'waiting', 'finishing', 'kept'];

function entryIn(value: unknown): StoredEntry {
  const from = fields(value, 'entry');
  for (const name of ['id', 'bubble', 'from', 'revision', 'sameSince']) numberField(from, name);
  textField(from, 'prompt');
  if (!PHASES.includes(from.phase as Phase)) throw new RangeError(`phase: ${from.phase}`);
  if (from.picture !== undefined) pictureIn(from.picture);
  return value as StoredEntry;
}

function pictureIn(value: unknown): StoredPicture {
  const from = fields(value, 'picture');
  for (const name of ['image', 'revision', 'seed', 'width', 'height']) numberField(from, name);
  for (const name of ['key', 'mime', 'session']) textField(from, name);
  return value as StoredPicture;
}

function list(from: Fields, name: string): readonly unknown[] {
  const value = from[name];
  if (!Array.isArray(value)) throw new RangeError(`${name}: ${typeof value} (expected: a list)`);
  return value;
}
