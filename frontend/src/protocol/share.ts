import { fields, textField } from './malformed';

/** Where an image can be fetched for a while, by whoever knows the address. */
export interface SharedImage {
  readonly url: string;
  /** Address of a QR code of `url`. */
  readonly qr: string;
  readonly expiresAt: Date;
}

/** Reads the answer to a request to share; throws `MalformedMessageError` for anything else. */
export function decodeSharedImage(value: unknown): SharedImage {
  const from = fields(value, 'share');
  return {
    url: textField(from, 'url'),
    qr: textField(from, 'qr'),
    expiresAt: new Date(textField(from, 'expiresAt')),
  };
}
