import type { Credential } from '../../connection/credential';
import type { ExportAction } from '../../sharing/export-picture';
import type { Controls } from '../../state/state';

/** Sends an event that crosses shadow roots, so that one element can handle all of them. */
export function emit<K extends keyof LukisEvents>(
  from: HTMLElement,
  type: K,
  detail: LukisEvents[K],
): void {
  from.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}

/** The events that components send. */
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
  /** A key or token was entered. */
  'lukis-unlock': { readonly credential: Credential };
  'lukis-example': { readonly text: string };
  'lukis-shown': {
    readonly image: number;
    readonly revision: number;
    /** Whether a frame has shown it; a hidden page has no frames. */
    readonly painted: boolean;
    /** The picture's object URL; the element itself uses a data URL. */
    readonly url: string;
    readonly element: HTMLImageElement;
  };
  /** An entry has changed its size. */
  'lukis-moved': undefined;
  /** `broken`: the browser cannot decode it. */
  'lukis-skipped': { readonly image: number; readonly broken: boolean };
}
