/**
 * The WebSocket address `live` beside the page, encrypted if the page is.
 *
 * @param base the document's base URI; a page below a path has its socket there, too
 */
export function liveUrl(base: string): string {
  const url = new URL('live', base);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
