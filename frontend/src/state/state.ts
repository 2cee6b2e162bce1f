import type { ConnectionState } from '../connection/connection-state';
import type { Shape } from '../painting/sizes';
import type { ImageFormat, ImageHeader, ReadyMessage } from '../protocol/messages';

/** The settings other than words and seed; unset ones are the model's defaults. */
export interface Controls {
  readonly shape?: Shape;
  readonly format?: ImageFormat;
  readonly guidanceScale?: number;
  readonly negativePrompt?: string;
}

/** An image with its object URL. */
export interface Picture
  extends Pick<
    ImageHeader,
    'image' | 'revision' | 'step' | 'steps' | 'seed' | 'width' | 'height' | 'mime' | 'final'
  > {
  readonly url: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The session that painted it. Image numbers are unique within a session only. */
  readonly session: string;
  /** The normalised prompt that it was painted for, if known. */
  readonly words: string | undefined;
}

/**
 * - `typing`: follows the composer
 * - `waiting`: will be committed when fewer commits are in flight
 * - `finishing`: committed, its finished image is expected
 * - `kept`: part of the conversation
 */
export type Phase = 'typing' | 'waiting' | 'finishing' | 'kept';

/**
 * A prompt and its picture: live first, kept later. Entries of one bubble form a tree: the parent of
 * an entry is the one from which it was edited, varied or branched.
 */
export interface Entry {
  readonly id: number;
  readonly bubble: number;
  readonly parent: number | undefined;
  /** The seed to paint with; `undefined` until the server has named one. */
  readonly seed: number | undefined;
  readonly phase: Phase;
  readonly prompt: string;
  /** Its first and its newest revision. Images of these revisions belong to it. */
  readonly from: number;
  readonly revision: number;
  /** Since this revision the words have been the same. */
  readonly sameSince: number;
  readonly picture?: Picture;
  /** The server will not paint the words of this revision. */
  readonly declined?: number;
  /** Time from a key press to the first image of its revision on screen. */
  readonly latencyMs?: number;
  /** The composer was emptied: the picture fades, and is removed if nothing more is typed. */
  readonly fading: boolean;
}

/** A moment of the present editing: the words at that time, and their picture. */
export interface Moment {
  readonly prompt: string;
  readonly picture: Picture;
}

/** Variations of an entry, side by side until one is chosen. */
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

/** A remark of the server about a prompt that is painted nevertheless. */
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
  /** The text in the composer. */
  readonly text: string;
  /** The newest revision. */
  readonly revision: number;
  readonly nextId: number;
  readonly entries: readonly Entry[];
  /** The entry that each bubble shows, by bubble. */
  readonly chosen: Readonly<Record<number, number>>;
  readonly comparison: Comparison | undefined;
  readonly timeline: readonly Moment[];
  /** Index of the moment of the timeline that is shown instead of the live picture. */
  readonly peek: number | undefined;
  readonly wordings: readonly Wording[];
  /** The newest accepted picture, also after its entry was removed. */
  readonly lastPicture: Picture | undefined;
  readonly seed: number | undefined;
  /** Whether the next picture keeps the seed of this one. */
  readonly keepSeed: boolean;
  readonly controls: Controls;
  readonly feedback: Feedback | undefined;
  /** Every notice that still applies to the text. */
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
