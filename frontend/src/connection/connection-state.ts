import type { Texts } from '../i18n/en';
import { isViolation } from './close-reason';
import type { CredentialKind } from './credential';

/** The server wants a credential; `wrong` is the kind of the one that it did not accept. */
export interface Unauthenticated {
  readonly kind: 'unauthenticated';
  readonly accepts: readonly CredentialKind[];
  readonly wrong: CredentialKind | undefined;
}

/** The page tries again by itself at `retryAt`, on the timer's clock. */
interface Retrying<Kind extends string> {
  readonly kind: Kind;
  readonly retryAt: number;
}

export type ConnectionState =
  | { readonly kind: 'connecting' }
  /** The server is full, and the page waits in its queue. */
  | { readonly kind: 'queued'; readonly position: number }
  | { readonly kind: 'ready' }
  /** No server has been reached since the page was opened. */
  | Retrying<'unreachable'>
  /** The server is still loading its model. */
  | Retrying<'opening'>
  /** The server shuts down or restarts, and announced it. */
  | Retrying<'restarting'>
  /** The connection was lost. */
  | Retrying<'waiting'>
  /** As `waiting`, and the browser reports that there is no network. */
  | Retrying<'offline'>
  /** The server has no room now. */
  | Retrying<'busy'>
  /** As `busy`: too many connections from this network address. */
  | Retrying<'addressFull'>
  /** The server does not allow pages from this origin; an operator has to change that. */
  | (Retrying<'origin'> & { readonly origin: string })
  /** Page and server speak different protocols. */
  | Retrying<'protocol'>
  /** A proxy does not pass WebSockets; `status` is its answer to a plain request. */
  | (Retrying<'blocked'> & { readonly status: number })
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
  const words = texts.connection;
  switch (state.kind) {
    case 'connecting':
    case 'ready':
    case 'opening':
    case 'restarting':
    case 'idle':
    case 'replaced':
      return words[state.kind];
    case 'unreachable':
    case 'waiting':
    case 'offline':
    case 'busy':
    case 'addressFull':
    case 'origin':
    case 'protocol':
    case 'blocked':
      return words[state.kind](secondsUntil(state.retryAt, now));
    case 'queued':
      return words.queued(state.position);
    case 'unauthenticated':
      return words.unauthenticated(state.wrong);
    case 'refused':
      return words.refused(refusalWords(state, texts));
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
