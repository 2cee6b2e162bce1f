import { type Credential, headersOf } from '../connection/credential';
import type { Fetch } from '../environment';
import { MalformedMessageError } from '../protocol/malformed';
import { decodeSharedImage, type SharedImage } from '../protocol/share';
import type { Picture } from '../state/state';

export type ShareResult =
  | { readonly kind: 'shared'; readonly image: SharedImage }
  /** `gone`: the server no longer has the image; `busy`: too many requests. */
  | { readonly kind: 'gone' | 'busy' | 'failed' };

/** No network, no JSON, or unexpected JSON. */
const FAILURES = [TypeError, SyntaxError, MalformedMessageError];

/** Asks the server to make a finished image available at a new address. */
export async function shareImage(
  { session, image }: Pick<Picture, 'session' | 'image'>,
  credential: Credential | undefined,
  send: Fetch = (url, init) => fetch(url, init),
): Promise<ShareResult> {
  try {
    const response = await send('share', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headersOf(credential) },
      body: JSON.stringify({ session, image }),
    });
    if (response.status === 404) return { kind: 'gone' };
    if (response.status === 429) return { kind: 'busy' };
    if (!response.ok) return { kind: 'failed' };
    return { kind: 'shared', image: decodeSharedImage(await response.json()) };
  } catch (error) {
    if (FAILURES.some((failure) => error instanceof failure)) return { kind: 'failed' };
    throw error;
  }
}
