import { fields, textField } from './malformed';

/** An image that anyone who knows its address can fetch for a while. */
export interface SharedImage {
  readonly url: string;
  /** Address of a QR code of `url`. */
  readonly qr: string;
  readonly expiresAt: Date;
}

/** Reads the answer to a share request. Throws `MalformedMessageError` for anything else. */
export function decodeSharedImage(value: unknown): SharedImage {
  const from = fields(value, 'share');
  return {
    url: textField(from, 'url'),
    qr: besideThePage(textField(from, 'qr')),
    expiresAt: new Date(textField(from, 'expiresAt')),
  };
}

/** A server behind a proxy does not know below which path the page sees it. */
function besideThePage(path: string): string {
  return /i\/[^/]+\/qr\.svg$/u.exec(path)?.[0] ?? path;
}

/** Whether only the server's own computer can reach an address. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url, 'http://localhost');
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/u.test(hostname);
}
