import { SUBPROTOCOL } from '../protocol/messages';

/** A key that the server has in its settings, or a token that its identity provider gave. */
export type CredentialKind = 'key' | 'token';

/** What somebody shows to be let in. */
export interface Credential {
  readonly kind: CredentialKind;
  readonly secret: string;
}

/** Under which quarkus takes a subprotocol for a header of the upgrade. */
const UPGRADE_HEADER = 'quarkus-http-upgrade';
/** What a header can carry everywhere. */
const PRINTABLE = /^[\x20-\x7e]+$/u;

/** What was written by hand as a credential, or `undefined` where no server could take it. */
export function credentialOf(kind: CredentialKind, written: string): Credential | undefined {
  const secret = written.trim();
  return PRINTABLE.test(secret) ? { kind, secret } : undefined;
}

export function headersOf(credential: Credential | undefined): Readonly<Record<string, string>> {
  if (credential === undefined) return {};
  const [name, value] = headerOf(credential);
  return { [name]: value };
}

/** What a socket offers: the protocol, and the header that browsers cannot set. */
export function subprotocolsFor(credential: Credential | undefined): string[] {
  if (credential === undefined) return [SUBPROTOCOL];
  return [SUBPROTOCOL, encoded([UPGRADE_HEADER, ...headerOf(credential)].join('#'))];
}

function headerOf({ kind, secret }: Credential): readonly [string, string] {
  return kind === 'key' ? ['X-API-Key', secret] : ['Authorization', `Bearer ${secret}`];
}

/** Brackets stay as they are in URLs, but are not allowed in the name of a subprotocol. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[()]/gu, (bracket) => (bracket === '(' ? '%28' : '%29'));
}
