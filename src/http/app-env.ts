import type { Actor, ServiceContext } from '../context.ts';
import type { Bindings } from '../env.ts';

/** What Hono carries through one request. */
export interface AppEnv {
  Bindings: Bindings;
  Variables: {
    ctx: ServiceContext;
    requestId: string;
    /** Set where no route has the path. */
    isUnknownPath?: true;
  };
}

/** Opens the context of one invocation; the composition root is handed in, so that a test can hand in its own. */
export type OpenContext = (invocation: {
  env: Bindings;
  requestId: string;
  actor: Actor;
  /** Aborted when the caller is gone; null: the work is to be finished all the same. */
  signal: AbortSignal | null;
  waitUntil: (work: Promise<unknown>) => void;
}) => ServiceContext;
