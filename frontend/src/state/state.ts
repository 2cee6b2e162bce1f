import type { ConnectionState } from '../connection/connection-state';
import type { Shape } from '../painting/sizes';
import type { ImageFormat, ImageHeader, ReadyMessage } from '../protocol/messages';

/** What a person has set beside words and seed; unset is as the model has it. */
export interface Controls {
  readonly shape?: Shape;
  readonly format?: ImageFormat;
  readonly guidanceScale?: number;
  readonly negativePrompt?: string;
}

/** An image with the address under which the browser can show it. */
export interface Picture
  extends Pick<
    ImageHeader,
    'image' | 'revision' | 'step' | 'steps' | 'seed' | 'width' | 'height' | 'mime' | 'final'
  > {
  readonly url: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The session that painted it: image numbers are of a session. */
  readonly session: string;
  /** The normalised prompt it was painted for, where that is known. */
  readonly words: string | undefined;
}

/**
 * - `typing`: follows the composer
 * - `waiting`: to be committed as soon as the server has room
 * - `finishing`: committed, its finished image is on the way
 * - `kept`: part of the conversation
 */
export type Phase = 'typing' | 'waiting' | 'finishing' | 'kept';

/**
 * A prompt and its picture: live first, kept later. Entries of one bubble form a tree: what was
 * edited, varied or branched from another has that as its parent.
 */
export interface Entry {
  readonly id: number;
  readonly bubble: number;
  readonly parent: number | undefined;
  /** The seed it is to be painted from; unknown until the server has named one. */
  readonly seed: number | undefined;
  readonly phase: Phase;
  readonly prompt: string;
  /** Its first and its newest revision: images between them are its own. */
  readonly from: number;
  readonly revision: number;
  /** Since this revision the words have been the same. */
  readonly sameSince: number;
  readonly picture?: Picture;
  /** The server will not paint the words of this revision. */
  readonly declined?: number;
  /** From the key to the first image of its revision on screen. */
  readonly latencyMs?: number;
  /** The composer was emptied: the picture fades, and goes if nothing more is typed. */
  readonly fading: boolean;
}

/** What the present editing has shown: the words as they were then, and their picture. */
export interface Moment {
  readonly prompt: string;
  readonly picture: Picture;
}

/** Variations of an entry, side by side until one is taken. */
export interface Comparison {
  readonly bubble: number;
  readonly of: number;
  readonly ids: readonly number[];
}

/** The words of a revision of the live picture. */
export interface Wording {
  readonly revision: number;
  readonly prompt: string;
}

/** Something about the words that were, or will be, painted all the same. */
export interface Notice {
  readonly kind: 'notice';
  readonly code: string;
  readonly message: string;
  /** The parts of the prompt that it is about; empty for the whole prompt. */
  readonly words: readonly string[];
  /** Length of the text in the composer when the notice came. */
  readonly length: number;
}

/** A message to the person, near the composer. */
export type Feedback =
  | { readonly kind: 'satisfied' }
  | { readonly kind: 'slow' }
  | { readonly kind: 'unconnected' }
  /** Only the first `painted` characters are painted, `over` more are not. */
  | { readonly kind: 'tooLong'; readonly painted: number; readonly over: number }
  | Notice
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'queued'; readonly position: number }
  | {
      readonly kind: 'error';
      readonly code: string;
      readonly message: string;
      readonly revision?: number;
    };

/** The result of an action with a picture, such as a download. */
export type Outcome =
  | 'downloaded'
  | 'imageCopied'
  | 'promptCopied'
  | 'shared'
  | 'copyRefused'
  | 'shareRefused';

export interface State {
  readonly connection: ConnectionState;
  readonly server: ReadyMessage | undefined;
  /** What the composer holds. */
  readonly text: string;
  /** The newest revision given out. */
  readonly revision: number;
  readonly nextId: number;
  readonly entries: readonly Entry[];
  /** Which entry of its tree a bubble shows, by bubble. */
  readonly chosen: Readonly<Record<number, number>>;
  readonly comparison: Comparison | undefined;
  readonly timeline: readonly Moment[];
  /** The place in the timeline that is looked at instead of the live picture. */
  readonly peek: number | undefined;
  readonly wordings: readonly Wording[];
  /** The newest picture accepted, also after its entry has gone. */
  readonly lastPicture: Picture | undefined;
  readonly seed: number | undefined;
  /** The next picture keeps the seed of this one. */
  readonly keepSeed: boolean;
  readonly controls: Controls;
  readonly feedback: Feedback | undefined;
  /** Every notice that is still true of the words. */
  readonly notices: readonly Notice[];
}

export const INITIAL_STATE: State = {
  connection: { kind: 'connecting' },
  server: undefined,
  text: '',
  revision: 0,
  nextId: 1,
  entries: [],
  chosen: {},
  comparison: undefined,
  timeline: [],
  peek: undefined,
  wordings: [],
  lastPicture: undefined,
  seed: undefined,
  keepSeed: true,
  controls: {},
  feedback: undefined,
  notices: [],
};
