import type { Fetch } from '../environment';
import { type Credential, type CredentialKind, headersOf } from './credential';

/** Why the upgrade to a WebSocket failed. */
export type Refusal =
  | { readonly kind: 'unauthenticated'; readonly accepts: readonly CredentialKind[] }
  /** The server does not allow pages from this origin. */
  | { readonly kind: 'origin'; readonly origin: string }
  /** The server does not speak the page's subprotocol. */
  | { readonly kind: 'protocol' }
  /**
   * Plain requests get an answer, upgrades do not: a proxy does not pass WebSockets, or does not
   * forward this path. `status` is 0 for a redirect.
   */
  | { readonly kind: 'blocked'; readonly status: number }
  | {
      /** No room, none for this address, or a server that shuts down. */
      readonly kind: 'full' | 'address' | 'draining';
      /** After how long the server wants to be asked again, if it says. */
      readonly waitMs: number | undefined;
    }
  | {
      /** No model yet. */
      readonly kind: 'opening';
      readonly waitMs: number | undefined;
      /** How much of the model has been fetched, in percent, while it is being fetched. */
      readonly fetched?: number;
    };

/** Bounds of the delay that a server can ask for. */
const WAIT_MS = { min: 1_000, max: 3_600_000 };

const CHALLENGES: readonly (readonly [CredentialKind, RegExp])[] = [
  ['key', /\bApiKey\b/iu],
  ['token', /\bBearer\b/iu],
];

const UNAVAILABLE = ['full', 'opening', 'draining'] as const;
const PROTOCOL = new Set(['protocol', 'subprotocol']);

/**
 * Asks why an upgrade was refused. Browsers do not show the answer to an upgrade, but the server
 * answers a plain request to the same address in the same way. A plain request carries no `Origin`,
 * so the page names its own in `Lukis-Origin`. `undefined` means no answer at all, or the answer of
 * a proxy whose server is down.
 *
 * @param origin origin of the page
 */
export async function fetchRefusal(
  credential: Credential | undefined,
  signal: AbortSignal,
  origin: string,
  send: Fetch = (url, init) => fetch(url, init),
): Promise<Refusal | undefined> {
  const headers = { ...headersOf(credential), 'Lukis-Origin': origin };
  try {
    const response = await send('live', {
      headers,
      signal,
      cache: 'no-store',
      redirect: 'manual',
    });
    await response.body?.cancel();
    return refusalOf(response, origin);
  } catch (error) {
    if (error instanceof TypeError || signal.aborted) return undefined;
    throw error;
  }
}

function refusalOf({ status, headers }: Response, origin: string): Refusal | undefined {
  const waitMs = waitOf(headers.get('Retry-After'));
  const reason = headers.get('Lukis-Refused') ?? '';
  if (status === 401) return unauthenticated(headers.get('WWW-Authenticate') ?? '');
  if (status === 429) return { kind: 'address', waitMs };
  const unavailable = UNAVAILABLE.find((each) => each === reason);
  if (status === 503 && unavailable === 'opening') return opening(waitMs, headers);
  if (status === 503 && unavailable !== undefined) return { kind: unavailable, waitMs };
  if (status === 403 && reason === 'origin') return { kind: 'origin', origin };
  if (PROTOCOL.has(reason)) return { kind: 'protocol' };
  return status >= 500 ? undefined : { kind: 'blocked', status };
}

function opening(waitMs: number | undefined, headers: Headers): Refusal {
  const fetched = headers.get('Lukis-Fetched') ?? '';
  if (!/^(?:100|\d{1,2})$/u.test(fetched)) return { kind: 'opening', waitMs };
  return { kind: 'opening', waitMs, fetched: Number(fetched) };
}

/** Another challenge comes from a proxy, which wants its own credentials. */
function unauthenticated(challenge: string): Refusal {
  const accepts = CHALLENGES.filter(([, scheme]) => scheme.test(challenge)).map(([kind]) => kind);
  if (accepts.length === 0) return { kind: 'blocked', status: 401 };
  return { kind: 'unauthenticated', accepts };
}

/** In seconds: Lukis sends no dates. */
function waitOf(seconds: string | null): number | undefined {
  if (seconds === null || !/^\d+$/u.test(seconds)) return undefined;
  return Math.min(WAIT_MS.max, Math.max(WAIT_MS.min, Number(seconds) * 1_000));
}
