import {
  type Fields,
  MalformedMessageError,
  numberField,
  parseFields,
  textField,
  unexpected,
} from './malformed';
import type { ImageHeader, ImageMessage } from './messages';

const LENGTH_BYTES = 4;
const utf8 = new TextDecoder('utf-8');

/**
 * Reads a binary message: the header's length (4 bytes, big-endian), the header (JSON in UTF-8),
 * the encoded image. The image's bytes are a view of `message`, not a copy.
 */
export function decodeImage(message: ArrayBuffer): ImageMessage {
  const start = LENGTH_BYTES + headerLength(message);
  if (start > message.byteLength) {
    throw new MalformedMessageError(
      `header length: ${start - LENGTH_BYTES} (expected: <= ${message.byteLength - LENGTH_BYTES})`,
    );
  }
  const json = utf8.decode(new Uint8Array(message, LENGTH_BYTES, start - LENGTH_BYTES));
  return { header: header(parseFields(json)), bytes: new Uint8Array(message, start) };
}

function headerLength(message: ArrayBuffer): number {
  if (message.byteLength < LENGTH_BYTES) {
    throw new MalformedMessageError(
      `binary message: ${message.byteLength} bytes (expected: >= ${LENGTH_BYTES})`,
    );
  }
  return new DataView(message).getUint32(0);
}

function header(from: Fields): ImageHeader {
  return {
    type: kind(textField(from, 'type')),
    image: numberField(from, 'image'),
    revision: numberField(from, 'revision'),
    generation: numberField(from, 'generation'),
    step: numberField(from, 'step'),
    steps: numberField(from, 'steps'),
    seed: numberField(from, 'seed'),
    width: numberField(from, 'width'),
    height: numberField(from, 'height'),
    mime: imageMime(textField(from, 'mime')),
    final: from.final === true,
    elapsedMs: numberField(from, 'elapsedMs'),
  };
}

function kind(type: string): ImageHeader['type'] {
  if (type === 'preview' || type === 'image') return type;
  throw unexpected('type', type, 'preview or image');
}

function imageMime(mime: string): string {
  if (/^image\/[\w.+-]+$/u.test(mime)) return mime;
  throw unexpected('mime', mime, 'an image type');
}
