import type { ConnectionState } from '../connection/connection-state';
import type {
  ErrorMessage,
  ImageHeader,
  NoticeMessage,
  QueuedMessage,
  ReadyMessage,
  SatisfiedMessage,
} from '../protocol/messages';

export type Action =
  | { readonly type: 'connection'; readonly connection: ConnectionState }
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'forgotten' }
  | { readonly type: 'committed' }
  | { readonly type: 'recalled'; readonly id: number }
  | { readonly type: 'shuffled'; readonly seed: number }
  | { readonly type: 'keepSeed'; readonly keep: boolean }
  | { readonly type: 'imageArrived'; readonly header: ImageHeader; readonly url: string }
  | { readonly type: 'latency'; readonly revision: number; readonly milliseconds: number }
  | { readonly type: 'slow' }
  | ReadyMessage
  | SatisfiedMessage
  | QueuedMessage
  | NoticeMessage
  | ErrorMessage;
