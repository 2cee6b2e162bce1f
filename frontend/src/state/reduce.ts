import type { Action } from './actions';
import { adviceAfter } from './reduce-advice';
import { failed, imageArrived, satisfied } from './reduce-images';
import { committed, forgotten, recalled, shuffled, typed } from './reduce-typing';
import type { State } from './state';

/** The state after an action; neither is changed. */
export function reduce(state: State, action: Action): State {
  const next = reduceEntries(state, action);
  const advice = adviceAfter(next, action);
  return advice === next.advice ? next : { ...next, advice };
}

function reduceEntries(state: State, action: Action): State {
  switch (action.type) {
    case 'connection':
      return { ...state, connection: action.connection };
    case 'ready':
      // A server that came back has a seed of its own: the picture at hand keeps the old one.
      return { ...state, server: action, seed: state.seed ?? action.seed };
    case 'typed':
      return typed(state, action.text);
    case 'forgotten':
      return forgotten(state);
    case 'committed':
      return committed(state);
    case 'recalled':
      return recalled(state, action.id);
    case 'shuffled':
      return shuffled(state, action.seed);
    case 'keepSeed':
      return { ...state, keepSeed: action.keep };
    case 'imageArrived':
      return imageArrived(state, action.header, action.url);
    case 'satisfied':
      return satisfied(state, action.revision);
    case 'error':
      return failed(state, action.revision);
    case 'latency':
      return {
        ...state,
        entries: state.entries.map((entry) =>
          entry.from <= action.revision && action.revision <= entry.revision
            ? { ...entry, latencyMs: action.milliseconds }
            : entry,
        ),
      };
    default:
      return state;
  }
}
