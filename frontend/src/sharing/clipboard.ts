/**
 * Whether the browser can put images on the clipboard. Pages on plain http have no such clipboard,
 * except on localhost.
 */
export function canCopyImages(): boolean {
  return typeof ClipboardItem !== 'undefined' && navigator.clipboard?.write !== undefined;
}

/** @throws DOMException if the browser does not allow it */
export async function copyText(text: string): Promise<void> {
  try {
    if (navigator.clipboard !== undefined) return await navigator.clipboard.writeText(text);
  } catch {
    // A page without the permission may still copy a selection.
  }
  copySelected(text);
}

/** The older way, which plain http has, too: selects the text somewhere and copies that. */
function copySelected(text: string): void {
  const focused = deepestFocus();
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.style.cssText = 'position:fixed;top:0;opacity:0;font-size:16px';
  // A modal dialog makes everything outside it inert.
  (document.querySelector('dialog:modal') ?? document.body).append(area);
  area.select();
  area.setSelectionRange(0, text.length);
  const isCopied = document.execCommand('copy');
  area.remove();
  focused?.focus({ preventScroll: true });
  if (!isCopied) throw new DOMException('copying is not allowed', 'NotAllowedError');
}

function deepestFocus(): HTMLElement | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : undefined;
}
