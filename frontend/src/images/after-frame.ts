/** A visible page without frames for this long is covered, or in a frame that is not drawn. */
const NO_FRAME_MS = 1_000;

/** What of the browser tells when something is on screen. */
export interface Screen {
  readonly document: Pick<Document, 'hidden' | 'addEventListener' | 'removeEventListener'>;
  requestAnimationFrame(run: () => void): number;
  setTimeout(run: () => void, milliseconds: number): unknown;
}

/**
 * Calls back with the next frame. Hidden pages have no frames: they are called back at once, and a
 * page that becomes hidden while it waits is called back then.
 *
 * @param run called once; `painted` tells whether there was a frame
 */
export function afterFrame(run: (painted: boolean) => void, screen: Screen = window): void {
  if (screen.document.hidden) {
    run(false);
    return;
  }
  let isDone = false;
  const once = (painted: boolean) => {
    if (isDone) return;
    isDone = true;
    screen.document.removeEventListener('visibilitychange', hidden);
    run(painted);
  };
  const hidden = () => once(false);
  screen.document.addEventListener('visibilitychange', hidden);
  screen.requestAnimationFrame(() => once(true));
  screen.setTimeout(() => once(false), NO_FRAME_MS);
}
