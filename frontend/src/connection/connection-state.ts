import type { Texts } from '../i18n/en';
import { isViolation } from './close-reason';
import type { CredentialKind } from './credential';

/** The server wants a credential; `wrong` is the kind of the one that it did not accept. */
export interface Unauthenticated {
  readonly kind: 'unauthenticated';
  readonly accepts: readonly CredentialKind[];
  readonly wrong: CredentialKind | undefined;
}

export type ConnectionState =
  | { readonly kind: 'connecting' }
  /** The server is full, and the page waits in its queue. */
  | { readonly kind: 'queued'; readonly position: number }
  | { readonly kind: 'ready' }
  /** No server has been reached since the page was opened. */
  | { readonly kind: 'unreachable'; readonly retryAt: number }
  /** The server is still loading its model, or fetching it, of which it has `fetched` percent. */
  | { readonly kind: 'opening'; readonly retryAt: number; readonly fetched?: number }
  /** The server shuts down or restarts, and announced it. */
  | { readonly kind: 'restarting'; readonly retryAt: number }
  /** The connection was lost; `retryAt` is on the timer's clock. */
  | { readonly kind: 'waiting'; readonly retryAt: number }
  /** As `waiting`, and the browser reports that there is no network. */
  | { readonly kind: 'offline'; readonly retryAt: number }
  /** The server has no room now, and is asked again. */
  | { readonly kind: 'busy'; readonly retryAt: number }
  /** As `busy`: too many connections from this network address. */
  | { readonly kind: 'addressFull'; readonly retryAt: number }
  /** The server does not allow pages from this origin; an operator has to change that. */
  | { readonly kind: 'origin'; readonly origin: string; readonly retryAt: number }
  /** Page and server speak different protocols. */
  | { readonly kind: 'protocol'; readonly retryAt: number }
  /** A proxy does not pass WebSockets; `status` is its answer to a plain request. */
  | { readonly kind: 'blocked'; readonly status: number; readonly retryAt: number }
  | Unauthenticated
  /** Nothing was typed for long; the next key reconnects. */
  | { readonly kind: 'idle' }
  /** The session was taken over by another tab or window. */
  | { readonly kind: 'replaced' }
  /** The server refused this page; it reconnects only when a person asks for it. */
  | { readonly kind: 'refused'; readonly code: number; readonly reason: string };

/** Whether only an operator can change why this page does not connect. */
export function isMisconfigured({ kind }: ConnectionState): boolean {
  return kind === 'origin' || kind === 'protocol' || kind === 'blocked';
}

/** The credential that is asked for, also while one is being tried. */
export function stillAsked(
  before: Unauthenticated | undefined,
  now: ConnectionState,
): Unauthenticated | undefined {
  if (now.kind === 'unauthenticated') return now;
  return now.kind === 'connecting' ? before : undefined;
}

/** The state as a sentence for the person at the page. */
export function connectionWords(state: ConnectionState, now: number, texts: Texts): string {
  switch (state.kind) {
    case 'connecting':
      return texts.connection.connecting;
    case 'queued':
      return texts.connection.queued(state.position);
    case 'ready':
      return texts.connection.ready;
    case 'unreachable':
      return texts.connection.unreachable(secondsUntil(state.retryAt, now));
    case 'opening':
      return state.fetched === undefined
        ? texts.connection.opening
        : texts.connection.fetching(state.fetched);
    case 'restarting':
      return texts.connection.restarting;
    case 'waiting':
      return texts.connection.waiting(secondsUntil(state.retryAt, now));
    case 'offline':
      return texts.connection.offline(secondsUntil(state.retryAt, now));
    case 'busy':
      return texts.connection.busy(secondsUntil(state.retryAt, now));
    case 'addressFull':
      return texts.connection.addressFull(secondsUntil(state.retryAt, now));
    case 'unauthenticated':
      return texts.connection.unauthenticated(state.wrong);
    case 'origin':
      return texts.connection.origin(secondsUntil(state.retryAt, now));
    case 'protocol':
      return texts.connection.protocol(secondsUntil(state.retryAt, now));
    case 'blocked':
      return texts.connection.blocked(secondsUntil(state.retryAt, now));
    case 'idle':
      return texts.connection.idle;
    case 'replaced':
      return texts.connection.replaced;
    case 'refused':
      return texts.connection.refused(refusalWords(state, texts));
  }
}

/** Reasons for which a person may have words in their language; any other is the server's own. */
function refusalWords(
  { code, reason }: { readonly code: number; readonly reason: string },
  texts: Texts,
): string {
  const { violation, flood } = texts.connection;
  if (isViolation(code)) return violation(code);
  return /too fast/u.test(reason) ? flood : reason;
}

function secondsUntil(retryAt: number, now: number): number {
  return Math.max(0, Math.ceil((retryAt - now) / 1000));
}
