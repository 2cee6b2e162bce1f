import type { Credential } from '../../connection/credential';
import type { ExportAction } from '../../sharing/export-picture';
import type { Controls } from '../../state/state';

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
  'lukis-edit': { readonly id: number };
  'lukis-cancel': undefined;
  'lukis-vary': { readonly id: number };
  'lukis-choose': { readonly id: number };
  'lukis-compared': undefined;
  'lukis-peek': { readonly at: number | undefined };
  'lukis-branch': { readonly at: number };
  'lukis-export': { readonly id: number; readonly action: ExportAction };
  'lukis-share-code': { readonly id: number };
  'lukis-controls': { readonly controls: Controls };
  'lukis-word': { readonly word: string };
  'lukis-shuffle': undefined;
  'lukis-keep-seed': { readonly keep: boolean };
  'lukis-reconnect': undefined;
  'lukis-delete-conversation': undefined;
  /** Somebody has written what may let them in. */
  'lukis-unlock': { readonly credential: Credential };
  'lukis-example': { readonly text: string };
  'lukis-shown': {
    readonly image: number;
    readonly revision: number;
    /** Whether a frame has shown it; a hidden page has no frames. */
    readonly painted: boolean;
    /** The picture's own address; the element's holds its bytes. */
    readonly url: string;
    readonly element: HTMLImageElement;
  };
  /** An entry takes other room than before. */
  'lukis-moved': undefined;
  'lukis-skipped': { readonly image: number };
}
