import type { Config } from '../config.ts';
import type { Actor, ServiceContext } from '../context.ts';
import type { Bindings } from '../env.ts';
import type { LimitClass, LimitDecision } from '../lib/rate-limits.ts';
import type { Place } from '../lib/regions.ts';

/** The values that Hono carries through one request. */
export interface AppEnv {
  Bindings: Bindings;
  Variables: {
    ctx: ServiceContext;
    requestId: string;
    /** What a write was done to, where the path does not say it. */
    auditSubject?: string;
    /** What the limiter said of the request; absent on routes without a limit. */
    limit?: LimitDecision & { kind: LimitClass };
    /** Set if no route matches the path, or if the path cannot be decoded. */
    isUnknownPath?: true;
  };
}

/** Opens the context of one invocation; passed in by the composition root, so that a test can pass its own. */
export type OpenContext = (invocation: {
  env: Bindings;
  requestId: string;
  /** That of a caller without a key depends on the configuration. */
  actor: Actor | ((config: Config) => Actor);
  /** The signal that the client has disconnected; null: the work must be finished anyway. */
  signal: () => AbortSignal | null;
  waitUntil: (work: Promise<unknown>) => void;
  /** Where the client is; null where the platform does not say. */
  place: () => Place | null;
}) => ServiceContext;
