import type { PageController } from '../../page-controller';
import type { LukisEvents } from './events';

type Handlers = { [K in keyof LukisEvents]?: (detail: LukisEvents[K]) => void };

/** Calls a handler for each event that components below an element send. */
export function listen(element: HTMLElement, handlers: Handlers): void {
  for (const [type, handler] of Object.entries(handlers)) {
    element.addEventListener(type, (event) =>
      (handler as (detail: unknown) => void)((event as CustomEvent).detail),
    );
  }
}

/** The events that the controller handles without help of the page. */
export function controllerHandlers(controller: PageController): Handlers {
  return {
    'lukis-shown': ({ image, revision, painted }) => controller.shown(image, revision, painted),
    'lukis-skipped': ({ image, broken }) => controller.skipped(image, broken),
    'lukis-vary': ({ id }) => controller.vary(id),
    'lukis-choose': ({ id }) => controller.choose(id),
    'lukis-compared': () => controller.endComparison(),
    'lukis-peek': ({ at }) => controller.peek(at),
    'lukis-shuffle': () => controller.shuffle(),
    'lukis-keep-seed': ({ keep }) => controller.keepSeed(keep),
    'lukis-controls': ({ controls }) => controller.control(controls),
    'lukis-reconnect': () => controller.reconnect(),
  };
}
