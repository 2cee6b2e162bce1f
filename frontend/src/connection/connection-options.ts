import type { Random, Timer } from '../environment';
import type { MalformedMessageError } from '../protocol/malformed';
import type { ImageMessage, ServerMessage } from '../protocol/messages';
import type { Backoff } from './backoff';
import type { ConnectionState } from './connection-state';
import type { Credential } from './credential';
import type { Refusal } from './refusal';

export interface ConnectionOptions {
  readonly url: string;
  readonly openSocket: (url: string, subprotocols: string[]) => WebSocket;
  /** The key or token to show, read anew before each attempt. */
  readonly credential: () => Credential | undefined;
  /** Asks why the upgrade that showed this credential failed. */
  readonly fetchRefusal: (
    shown: Credential | undefined,
    signal: AbortSignal,
  ) => Promise<Refusal | undefined>;
  readonly timer: Timer;
  readonly random: Random;
  readonly isOnline: () => boolean;
  /** Token of an earlier session of this page, if one is known. */
  readonly resumeToken?: string;
  readonly backoff?: Backoff;
}

export interface ConnectionListener {
  stateChanged(state: ConnectionState): void;
  messageArrived(message: ServerMessage): void;
  imageArrived(message: ImageMessage): void;
  malformed(error: MalformedMessageError): void;
}
