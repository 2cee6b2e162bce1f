import type { Fetch } from '../environment';
import { type Credential, type CredentialKind, headersOf } from './credential';

/** Why the server lets nobody in, or not this page. */
export type Refusal =
  | { readonly kind: 'unidentified'; readonly accepts: readonly CredentialKind[] }
  | {
      /** No room, none for this address, no model yet, or a server that is about to go. */
      readonly kind: 'full' | 'address' | 'opening' | 'draining';
      /** After how long the server wants to be asked again, where it says. */
      readonly waitMs: number | undefined;
    };

/** Asking all the time would only keep a server busy; after an hour it may have forgotten. */
const WAIT_MS = { min: 1_000, max: 3_600_000 };

const CHALLENGES: readonly (readonly [CredentialKind, RegExp])[] = [
  ['key', /\bApiKey\b/iu],
  ['token', /\bBearer\b/iu],
];

/**
 * Asks why an upgrade was refused, which a browser keeps to itself: the server answers a plain
 * request to the same address in the same way. `undefined` is for any other answer, such as that of
 * a proxy, or for none.
 */
export async function fetchRefusal(
  credential: Credential | undefined,
  signal: AbortSignal,
  send: Fetch = (url, init) => fetch(url, init),
): Promise<Refusal | undefined> {
  const headers = headersOf(credential);
  try {
    const response = await send('/live', {
      headers,
      signal,
      cache: 'no-store',
      redirect: 'manual',
    });
    await response.body?.cancel();
    return refusalOf(response);
  } catch (error) {
    if (error instanceof TypeError || signal.aborted) return undefined;
    throw error;
  }
}

function refusalOf({ status, headers }: Response): Refusal | undefined {
  const waitMs = waitOf(headers.get('Retry-After'));
  if (status === 401) return unidentified(headers.get('WWW-Authenticate') ?? '');
  if (status === 429) return { kind: 'address', waitMs };
  const reason = headers.get('Lukis-Refused');
  const known = reason === 'full' || reason === 'opening' || reason === 'draining';
  return status === 503 && known ? { kind: reason, waitMs } : undefined;
}

/** Another challenge is one of a proxy, which is no matter of this page. */
function unidentified(challenge: string): Refusal | undefined {
  const accepts = CHALLENGES.filter(([, scheme]) => scheme.test(challenge)).map(([kind]) => kind);
  return accepts.length === 0 ? undefined : { kind: 'unidentified', accepts };
}

/** In seconds: Lukis gives no dates. */
function waitOf(seconds: string | null): number | undefined {
  if (seconds === null || !/^\d+$/u.test(seconds)) return undefined;
  return Math.min(WAIT_MS.max, Math.max(WAIT_MS.min, Number(seconds) * 1_000));
}
