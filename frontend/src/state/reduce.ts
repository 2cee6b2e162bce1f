import type { ReadyMessage } from '../protocol/messages';
import type { Action } from './actions';
import { feedbackAfter } from './reduce-feedback';
import { failed, imageArrived, satisfied } from './reduce-images';
import { noticesAfter } from './reduce-notices';
import { branched, chosen, requested, varied } from './reduce-tree';
import {
  cancelled,
  committed,
  editing,
  forgotten,
  resent,
  revised,
  shuffled,
  typed,
} from './reduce-typing';
import { INITIAL_STATE, type State } from './state';

/** Returns the state after an action. */
export function reduce(state: State, action: Action): State {
  const next = reduceEntries(state, action);
  const feedback = feedbackAfter(next, action);
  const notices = noticesAfter(next, action);
  const isSame = feedback === next.feedback && notices === next.notices;
  return isSame ? next : { ...next, feedback, notices };
}

function reduceEntries(state: State, action: Action): State {
  switch (action.type) {
    case 'connection':
      return { ...state, connection: action.connection };
    case 'ready':
      return connected(state, action);
    case 'typed':
      return typed(state, action.text);
    case 'forgotten':
      return forgotten(state);
    case 'committed':
      return committed(state);
    case 'editing':
      return editing(state, action.id);
    case 'cancelled':
      return cancelled(state);
    case 'varied':
      return varied(state, action.id, action.seeds);
    case 'requested':
      return requested(state, action.id, action.anew);
    case 'resent':
      return resent(state);
    case 'chosen':
      return chosen(state, action.id);
    case 'compared':
      return { ...state, comparison: undefined };
    case 'peeked':
      return { ...state, peek: action.at };
    case 'branched':
      return branched(state, action.at);
    case 'shuffled':
      return shuffled(state, action.seed);
    case 'revised':
      return revised(state);
    case 'controls':
      return { ...state, controls: action.controls };
    case 'wiped':
      return wiped(state, action.seed);
    case 'keepSeed':
      return { ...state, keepSeed: action.keep };
    case 'imageArrived':
      return imageArrived(state, action.message, action.url);
    case 'satisfied':
      return satisfied(state, action.revision);
    case 'error':
      return failed(state, action);
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

/** A server that came back names another seed; what is being painted keeps its own. */
function connected(state: State, server: ReadyMessage): State {
  const seed = state.seed ?? server.seed;
  // A conversation that was stored may be older than what the server knows.
  const revision = Math.max(state.revision, server.resumed ?? 0);
  const entries = state.entries.map((entry) =>
    entry.seed === undefined ? { ...entry, seed } : entry,
  );
  return { ...state, server, seed, revision, entries };
}

/** Nothing is kept but the connection and the revision, which has to rise. */
function wiped({ connection, server, revision }: State, seed: number): State {
  return { ...INITIAL_STATE, connection, server, revision, seed };
}
