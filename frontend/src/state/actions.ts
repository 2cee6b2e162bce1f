import type { ConnectionState } from '../connection/connection-state';
import type {
  ErrorMessage,
  ImageMessage,
  NoticeMessage,
  QueuedMessage,
  ReadyMessage,
  SatisfiedMessage,
} from '../protocol/messages';

import type { Controls, Outcome } from './state';

export type Action =
  | { readonly type: 'connection'; readonly connection: ConnectionState }
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'forgotten' }
  | { readonly type: 'committed' }
  | { readonly type: 'editing'; readonly id: number }
  | { readonly type: 'cancelled' }
  | { readonly type: 'varied'; readonly id: number; readonly seeds: readonly number[] }
  | { readonly type: 'requested'; readonly id: number; readonly anew: boolean }
  | { readonly type: 'resent' }
  | { readonly type: 'chosen'; readonly id: number }
  | { readonly type: 'compared' }
  | { readonly type: 'peeked'; readonly at: number | undefined }
  | { readonly type: 'branched'; readonly at: number }
  | { readonly type: 'shuffled'; readonly seed: number }
  | { readonly type: 'revised' }
  | { readonly type: 'controls'; readonly controls: Controls }
  | { readonly type: 'wiped'; readonly seed: number }
  | { readonly type: 'outcome'; readonly outcome: Outcome }
  | { readonly type: 'keepSeed'; readonly keep: boolean }
  | { readonly type: 'imageArrived'; readonly message: ImageMessage; readonly url: string }
  | { readonly type: 'latency'; readonly revision: number; readonly milliseconds: number }
  | { readonly type: 'slow' }
  | ReadyMessage
  | SatisfiedMessage
  | QueuedMessage
  | NoticeMessage
  | ErrorMessage;
