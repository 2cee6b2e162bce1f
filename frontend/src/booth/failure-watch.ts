import { isMisconfigured } from '../connection/connection-state';
import type { Cancel, Timer } from '../environment';
import { isAwaited } from '../state/selectors';
import type { State } from '../state/state';

/**
 * How long each trouble may last before it is a failure. A slow picture may take longer than a lost
 * connection; a missing key does not appear by itself, nor does a setting of the server.
 */
const PATIENCE_MS = { connection: 5_000, painting: 20_000, identity: 0, configuration: 0 };
const RETRY_MS = 15_000;

type Trouble = keyof typeof PATIENCE_MS;

export interface FailureWatchOptions {
  readonly timer: Timer;
  readonly changed: (failing: boolean) => void;
  readonly reconnect: () => void;
}

/**
 * Reports when the booth has stopped working, and reconnects where the connection itself would not.
 */
export class FailureWatch {
  // Mutable state
  private trouble: Trouble | undefined;
  private failing = false;
  private retriesItself = false;
  private cancel: Cancel = () => {};

  constructor(private readonly options: FailureWatchOptions) {}

  look(state: State): void {
    const trouble = troubleOf(state);
    this.retriesItself = 'retryAt' in state.connection;
    if (trouble === this.trouble) return;
    this.trouble = trouble;
    this.cancel();
    if (trouble === undefined) this.tell(false);
    else this.cancel = this.options.timer.after(PATIENCE_MS[trouble], () => this.fail());
  }

  stop(): void {
    this.cancel();
  }

  private fail(): void {
    this.tell(true);
    this.cancel = this.options.timer.after(RETRY_MS, () => {
      // A delay that the server asked for is kept.
      if (!this.retriesItself) this.options.reconnect();
      this.fail();
    });
  }

  private tell(failing: boolean): void {
    if (failing === this.failing) return;
    this.failing = failing;
    this.options.changed(failing);
  }
}

/** Waiting in the queue or for the next key is no failure. */
function troubleOf(state: State): Trouble | undefined {
  const { connection, feedback } = state;
  if (connection.kind === 'queued' || connection.kind === 'idle') return undefined;
  if (feedback?.kind === 'queued') return undefined;
  if (connection.kind === 'unauthenticated') return 'identity';
  if (isMisconfigured(connection)) return 'configuration';
  if (connection.kind !== 'ready') return 'connection';
  return isAwaited(state) ? 'painting' : undefined;
}
