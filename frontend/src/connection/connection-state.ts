import type { Texts } from '../i18n/en';
import type { CredentialKind } from './credential';

/** The server asks who this is; `wrong` is what was shown to it, and not accepted. */
export interface Unidentified {
  readonly kind: 'unidentified';
  readonly accepts: readonly CredentialKind[];
  readonly wrong: CredentialKind | undefined;
}

export type ConnectionState =
  | { readonly kind: 'connecting' }
  /** The server is full: this page is let in as soon as it is its turn. */
  | { readonly kind: 'queued'; readonly position: number }
  | { readonly kind: 'ready' }
  /** No server has been reached since the page was opened. */
  | { readonly kind: 'absent'; readonly retryAt: number }
  /** The server said that it goes, and that another takes its place. */
  | { readonly kind: 'moving'; readonly retryAt: number }
  /** The connection was lost; `retryAt` is on the timer's clock. */
  | { readonly kind: 'waiting'; readonly retryAt: number }
  /** As `waiting`, where the browser says that there is no network. */
  | { readonly kind: 'offline'; readonly retryAt: number }
  /** The server has no room now, and is asked again. */
  | { readonly kind: 'busy'; readonly retryAt: number }
  /** As `busy`, where there is no room for more from this address. */
  | { readonly kind: 'crowded'; readonly retryAt: number }
  | Unidentified
  /** Nobody has typed for long: it comes back when somebody does. */
  | { readonly kind: 'resting' }
  /** The server does not want this page; only a person tries again. */
  | { readonly kind: 'refused'; readonly reason: string };

/** What is asked for, also while an answer is being tried. */
export function stillAsked(
  before: Unidentified | undefined,
  now: ConnectionState,
): Unidentified | undefined {
  if (now.kind === 'unidentified') return now;
  return now.kind === 'connecting' ? before : undefined;
}

/** The state as a sentence for people. */
export function connectionWords(state: ConnectionState, now: number, texts: Texts): string {
  switch (state.kind) {
    case 'connecting':
      return texts.connection.connecting;
    case 'queued':
      return texts.connection.queued(state.position);
    case 'ready':
      return texts.connection.ready;
    case 'absent':
      return texts.connection.absent(secondsUntil(state.retryAt, now));
    case 'moving':
      return texts.connection.moving;
    case 'waiting':
      return texts.connection.waiting(secondsUntil(state.retryAt, now));
    case 'offline':
      return texts.connection.offline(secondsUntil(state.retryAt, now));
    case 'busy':
      return texts.connection.busy(secondsUntil(state.retryAt, now));
    case 'crowded':
      return texts.connection.crowded(secondsUntil(state.retryAt, now));
    case 'unidentified':
      return texts.connection.unidentified(state.wrong);
    case 'resting':
      return texts.connection.resting;
    case 'refused':
      return texts.connection.refused(state.reason);
  }
}

function secondsUntil(retryAt: number, now: number): number {
  return Math.max(0, Math.ceil((retryAt - now) / 1000));
}
