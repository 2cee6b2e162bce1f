import type { Cancel } from '../environment';

/** Keys with Ctrl or ⌘ by which a browser leaves, prints, saves, searches or zooms. */
const WAYS_OUT = new Set([...'rwtnpsouldjfg+-=0', 'f5', 'f4', 'tab', 'h']);
const PLAIN_WAYS_OUT = new Set(['F1', 'F3', 'F5', 'F6', 'F7', 'F11', 'F12', 'BrowserBack']);

/** Closes the ways by which a visitor leaves the page by accident; answers how to open them. */
export function lockDown(page: Window): Cancel {
  const closing = new AbortController();
  const { signal } = closing;
  const refuse = (event: Event) => event.preventDefault();
  const document = page.document;
  for (const type of ['contextmenu', 'dragstart', 'dragover', 'drop', 'gesturestart', 'auxclick']) {
    document.addEventListener(type, refuse, { signal });
  }
  const zooming = (event: WheelEvent) => {
    if (event.ctrlKey) event.preventDefault();
  };
  document.addEventListener('wheel', zooming, { signal, passive: false });
  page.addEventListener('keydown', refuseKeys, { signal, capture: true });
  page.addEventListener('beforeunload', refuse, { signal });
  page.addEventListener('popstate', () => holdHistory(page), { signal });
  holdHistory(page);
  return () => closing.abort();
}

/** A step back leads to this page again. */
function holdHistory(page: Window): void {
  page.history.pushState(null, '', page.location.href);
}

function refuseKeys(event: KeyboardEvent): void {
  const commanded = (event.ctrlKey || event.metaKey) && WAYS_OUT.has(event.key.toLowerCase());
  const moved = event.altKey && ['ArrowLeft', 'ArrowRight', 'Home'].includes(event.key);
  if (commanded || moved || PLAIN_WAYS_OUT.has(event.key)) event.preventDefault();
}
