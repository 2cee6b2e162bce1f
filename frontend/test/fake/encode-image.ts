import type { ImageHeader } from '../../src/protocol/messages';

/** The inverse of `decodeImage`, as the server does it. */
export function encodeImage(
  header: ImageHeader | object,
  image: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const message = new Uint8Array(4 + json.length + image.length);
  new DataView(message.buffer).setUint32(0, json.length);
  message.set(json, 4);
  message.set(image, 4 + json.length);
  return message;
}
