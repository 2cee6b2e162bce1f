import { type Credential, type CredentialKind, credentialOf } from './credential';

interface Page {
  readonly location: Pick<Location, 'hash' | 'href'>;
  readonly history: Pick<History, 'replaceState' | 'state'>;
}

/**
 * Takes `#key=…` or `#token=…` out of the address, for screens that nobody can type at. It is
 * removed at once, so that no screenshot and no copied address has it; a fragment is never sent.
 */
export function takeCredential({ location, history }: Page): Credential | undefined {
  const [, kind, value] = /^#(key|token)=(.*)$/u.exec(location.hash) ?? [];
  if (kind === undefined || value === undefined) return undefined;
  history.replaceState(history.state, '', location.href.replace(/#.*$/u, ''));
  return credentialOf(kind as CredentialKind, decoded(value));
}

/** As it stands where it was not encoded; a plus is a plus, which many keys hold. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
