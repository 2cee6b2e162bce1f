import { SUBPROTOCOL } from '../protocol/messages';

/** A key from the server's settings, or a token of its identity provider. */
export type CredentialKind = 'key' | 'token';

/** A secret that the page sends to be admitted. */
export interface Credential {
  readonly kind: CredentialKind;
  readonly secret: string;
}

/** Prefix of a subprotocol that Quarkus reads as a header of the upgrade. */
const UPGRADE_HEADER = 'quarkus-http-upgrade';
/** The characters that every header can carry. */
const PRINTABLE = /^[\x20-\x7e]+$/u;

/** The credential for an input, or `undefined` if a header cannot carry it. */
export function credentialOf(kind: CredentialKind, written: string): Credential | undefined {
  const secret = written.trim();
  return PRINTABLE.test(secret) ? { kind, secret } : undefined;
}

export function headersOf(credential: Credential | undefined): Readonly<Record<string, string>> {
  if (credential === undefined) return {};
  const [name, value] = headerOf(credential);
  return { [name]: value };
}

/**
 * The subprotocols to offer: the protocol's own, and one that stands for a header, which browsers
 * cannot set.
 */
export function subprotocolsFor(credential: Credential | undefined): string[] {
  if (credential === undefined) return [SUBPROTOCOL];
  return [SUBPROTOCOL, encoded([UPGRADE_HEADER, ...headerOf(credential)].join('#'))];
}

function headerOf({ kind, secret }: Credential): readonly [string, string] {
  return kind === 'key' ? ['X-API-Key', secret] : ['Authorization', `Bearer ${secret}`];
}

/** URL encoding leaves brackets, which a subprotocol's name must not contain. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[()]/gu, (bracket) => (bracket === '(' ? '%28' : '%29'));
}
