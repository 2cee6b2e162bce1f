import { type Credential, type CredentialKind, credentialOf } from './credential';

interface Page {
  readonly location: Pick<Location, 'hash' | 'href'>;
  readonly history: Pick<History, 'replaceState' | 'state'>;
}

/**
 * Takes `#key=…` or `#token=…` out of the address, for screens without a keyboard. It is removed at
 * once, so that no screenshot and no copied address contains it. Browsers never send a fragment.
 */
export function takeCredential({ location, history }: Page): Credential | undefined {
  const [, kind, value] = /^#(key|token)=(.*)$/u.exec(location.hash) ?? [];
  if (kind === undefined || value === undefined) return undefined;
  history.replaceState(history.state, '', location.href.replace(/#.*$/u, ''));
  return credentialOf(kind as CredentialKind, decoded(value));
}

/** Decodes the value, or returns it unchanged if it was not encoded. A plus stays a plus. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
