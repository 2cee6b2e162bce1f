import type { Texts } from '../i18n/en';

export type ConnectionState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'ready' }
  /** The connection was lost; `retryAt` is on the timer's clock. */
  | { readonly kind: 'waiting'; readonly retryAt: number }
  /** As `waiting`, where the browser says that there is no network. */
  | { readonly kind: 'offline'; readonly retryAt: number }
  /** The server has no room now, and is asked again. */
  | { readonly kind: 'busy'; readonly reason: string; readonly retryAt: number }
  /** The server does not want this page; only a person tries again. */
  | { readonly kind: 'refused'; readonly reason: string };

/** The state as a sentence for people. */
export function connectionWords(state: ConnectionState, now: number, texts: Texts): string {
  switch (state.kind) {
    case 'connecting':
      return texts.connection.connecting;
    case 'ready':
      return texts.connection.ready;
    case 'waiting':
      return texts.connection.waiting(secondsUntil(state.retryAt, now));
    case 'offline':
      return texts.connection.offline(secondsUntil(state.retryAt, now));
    case 'busy':
      return texts.connection.busy(state.reason, secondsUntil(state.retryAt, now));
    case 'refused':
      return texts.connection.refused(state.reason);
  }
}

function secondsUntil(retryAt: number, now: number): number {
  return Math.max(0, Math.ceil((retryAt - now) / 1000));
}
