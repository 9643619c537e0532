import type { Config } from '../config.ts';
import type { Actor } from '../context.ts';
import type { Bindings } from '../env.ts';
import type { Place } from '../lib/regions.ts';

/** What an invocation of the Worker brings. */
export interface Invocation {
  env: Bindings;
  requestId: string;
  /** That of a caller without a key depends on the configuration. */
  actor: Actor | ((config: Config) => Actor);
  /** The signal that the client has disconnected, made at its first use; null if the work is finished anyway. */
  signal?: () => AbortSignal | null;
  waitUntil: (work: Promise<unknown>) => void;
  /** Where the client is; null where that is not known. */
  place?: () => Place | null;
}
