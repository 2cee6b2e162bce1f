import type { Studio } from '../studio';
import type { LukisEvents } from './events';

type Deeds = { [K in keyof LukisEvents]?: (detail: LukisEvents[K]) => void };

/** Hears the events that components below an element send. */
export function hear(element: HTMLElement, deeds: Deeds): void {
  for (const [type, deed] of Object.entries(deeds)) {
    element.addEventListener(type, (event) =>
      (deed as (detail: unknown) => void)((event as CustomEvent).detail),
    );
  }
}

/** What of these events the studio does by itself. */
export function studioDeeds(studio: Studio): Deeds {
  return {
    'lukis-shown': ({ image, revision }) => studio.shown(image, revision),
    'lukis-skipped': ({ image }) => studio.skipped(image),
    'lukis-vary': ({ id }) => studio.vary(id),
    'lukis-choose': ({ id }) => studio.choose(id),
    'lukis-compared': () => studio.endComparison(),
    'lukis-peek': ({ at }) => studio.peek(at),
    'lukis-shuffle': () => studio.shuffle(),
    'lukis-keep-seed': ({ keep }) => studio.keepSeed(keep),
    'lukis-controls': ({ controls }) => studio.control(controls),
    'lukis-reconnect': () => studio.reconnect(),
  };
}
