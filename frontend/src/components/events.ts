/** Sends an event that crosses shadow roots, so that one place hears all of them. */
export function emit<K extends keyof LukisEvents>(
  from: HTMLElement,
  type: K,
  detail: LukisEvents[K],
): void {
  from.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}

/** What the components say to the page. */
export interface LukisEvents {
  'lukis-typed': { readonly text: string; readonly composing: boolean };
  'lukis-commit': undefined;
  'lukis-former': { readonly direction: -1 | 1 };
  'lukis-recall': { readonly id: number };
  'lukis-shuffle': undefined;
  'lukis-keep-seed': { readonly keep: boolean };
  'lukis-reconnect': undefined;
  'lukis-example': { readonly text: string };
  'lukis-shown': {
    readonly image: number;
    readonly revision: number;
    readonly element: HTMLImageElement;
  };
  /** An entry takes other room than before. */
  'lukis-moved': undefined;
  'lukis-skipped': { readonly image: number };
}
