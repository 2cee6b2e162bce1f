/** The WebSocket address beside the page: `/live` on its host, encrypted where the page is. */
export function liveUrl(page: { readonly protocol: string; readonly host: string }): string {
  return `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}/live`;
}
