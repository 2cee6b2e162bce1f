/** The WebSocket subprotocol this page speaks. */
export const SUBPROTOCOL = 'lukis.v1';

// Messages from the page

export interface PromptMessage {
  readonly type: 'prompt';
  /** Rises by at least 1 with every edit. */
  readonly revision: number;
  /** The whole prompt, never a difference. */
  readonly text: string;
  /** Whether an input method is still composing the last word. */
  readonly composing: boolean;
}

export interface CommitMessage {
  readonly type: 'commit';
  readonly revision: number;
}

export type ImageFormat = 'jpeg' | 'webp' | 'png';

export interface SettingsMessage {
  readonly type: 'settings';
  readonly seed?: number;
  readonly width?: number;
  readonly height?: number;
  readonly guidanceScale?: number;
  readonly negativePrompt?: string;
  readonly format?: ImageFormat;
  readonly acks?: boolean;
}

export interface AckMessage {
  readonly type: 'ack';
  readonly image: number;
}

export interface StopMessage {
  readonly type: 'stop';
}

export type ClientMessage =
  | PromptMessage
  | CommitMessage
  | SettingsMessage
  | AckMessage
  | StopMessage;

// Messages from the server

export interface ReadyMessage {
  readonly type: 'ready';
  readonly session: string;
  readonly model: ModelDescription;
  readonly limits: Limits;
  readonly seed: number;
  /** Token with which a lost session can be resumed. */
  readonly resume?: string;
  /** Set if a session was resumed: its newest revision, above which revisions go on. */
  readonly resumed?: number;
}

export interface Limits {
  readonly promptLength?: number;
  readonly maxSeed?: number;
  /** Absent or 0 if the model supports no guidance, and so no negative prompt. */
  readonly maxGuidanceScale?: number;
  /** Whether other sizes than the model's own are painted. */
  readonly resizable: boolean;
}

export interface ModelDescription {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly steps: number;
}

export interface SatisfiedMessage {
  readonly type: 'satisfied';
  readonly revision: number;
}

export interface QueuedMessage {
  readonly type: 'queued';
  /** 0 before a prompt was received. */
  readonly revision: number;
  readonly position: number;
}

export interface NoticeMessage {
  readonly type: 'notice';
  readonly code: string;
  readonly message: string;
  readonly revision?: number;
  /** Parts of the prompt that the notice is about. */
  readonly words: readonly string[];
}

export interface ErrorMessage {
  readonly type: 'error';
  readonly code: string;
  readonly message: string;
  readonly revision?: number;
}

export type ServerMessage =
  | ReadyMessage
  | SatisfiedMessage
  | QueuedMessage
  | NoticeMessage
  | ErrorMessage;

/** The header that precedes the bytes of an image. */
export interface ImageHeader {
  readonly type: 'preview' | 'image';
  /** Rises by 1 with every image of a connection. */
  readonly image: number;
  readonly revision: number;
  readonly generation: number;
  readonly step: number;
  readonly steps: number;
  readonly seed: number;
  readonly width: number;
  readonly height: number;
  readonly mime: string;
  readonly final: boolean;
  /** Milliseconds since the revision reached the server. */
  readonly elapsedMs: number;
}

export interface ImageMessage {
  readonly header: ImageHeader;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
