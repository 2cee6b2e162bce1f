import type { ConnectionState } from '../connection/connection-state';
import type { ImageHeader, ReadyMessage } from '../protocol/messages';

/** An image with the address under which the browser can show it. */
export interface Picture
  extends Pick<ImageHeader, 'image' | 'revision' | 'step' | 'steps' | 'seed' | 'final'> {
  readonly url: string;
  /** The normalised prompt it was painted for, where that is known. */
  readonly words: string | undefined;
}

/**
 * - `typing`: follows the composer
 * - `finishing`: committed, its finished image is on the way
 * - `kept`: part of the conversation
 */
export type Phase = 'typing' | 'finishing' | 'kept';

/** A prompt and its picture: live first, a bubble of the conversation later. */
export interface Entry {
  readonly id: number;
  readonly phase: Phase;
  readonly prompt: string;
  /** Its first and its newest revision: images between them are its own. */
  readonly from: number;
  readonly revision: number;
  /** Since this revision the words have been the same. */
  readonly sameSince: number;
  readonly picture?: Picture;
  /** From the key to the first image of its revision on screen. */
  readonly latencyMs?: number;
  /** The composer was emptied: the picture fades, and goes if nothing more is typed. */
  readonly fading: boolean;
}

/** Something to tell the person, near the composer. */
export type Advice =
  | { readonly kind: 'satisfied' }
  | { readonly kind: 'slow' }
  | { readonly kind: 'unconnected' }
  | { readonly kind: 'queued'; readonly position: number }
  | {
      readonly kind: 'notice' | 'error';
      readonly code: string;
      readonly message: string;
      readonly words: readonly string[];
      readonly revision?: number;
    };

export interface State {
  readonly connection: ConnectionState;
  readonly server: ReadyMessage | undefined;
  /** What the composer holds. */
  readonly text: string;
  /** The newest revision given out. */
  readonly revision: number;
  readonly nextId: number;
  readonly entries: readonly Entry[];
  /** The newest picture accepted, also after its entry has gone. */
  readonly lastPicture: Picture | undefined;
  readonly seed: number | undefined;
  /** The next picture keeps the seed of this one. */
  readonly keepSeed: boolean;
  readonly advice: Advice | undefined;
}

export const INITIAL_STATE: State = {
  connection: { kind: 'connecting' },
  server: undefined,
  text: '',
  revision: 0,
  nextId: 1,
  entries: [],
  lastPicture: undefined,
  seed: undefined,
  keepSeed: true,
  advice: undefined,
};
