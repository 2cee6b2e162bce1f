import type { Cancel } from '../environment';

/** Keys that, with Ctrl or ⌘, make a browser leave, print, save, search or zoom. */
const WAYS_OUT = new Set([...'rwtnpsouldjfg+-=0', 'f5', 'f4', 'tab', 'h']);
const PLAIN_WAYS_OUT = new Set(['F1', 'F3', 'F5', 'F6', 'F7', 'F11', 'F12', 'BrowserBack']);

/** Prevents visitors from leaving the page by accident. Returns a function that undoes it. */
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

/** Makes a step back in the history lead to this page again. */
function holdHistory(page: Window): void {
  page.history.pushState(null, '', page.location.href);
}

function refuseKeys(event: KeyboardEvent): void {
  const commanded = (event.ctrlKey || event.metaKey) && WAYS_OUT.has(event.key.toLowerCase());
  const moved = event.altKey && ['ArrowLeft', 'ArrowRight', 'Home'].includes(event.key);
  if (commanded || moved || PLAIN_WAYS_OUT.has(event.key)) event.preventDefault();
}
