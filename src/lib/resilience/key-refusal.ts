import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { SharedState } from './shared-state.ts';

const REMEMBERED_MS = 7 * 24 * 3600_000;

const RefusalSchema = z.object({ at: z.number(), status: z.number() });

/** When our key was refused, in milliseconds since the epoch, and the HTTP status of that answer. */
export type KeyRefusal = z.infer<typeof RefusalSchema>;

/**
 * Whether an upstream accepts our key, according to its last answer; shared by all isolates and known without a
 * request.
 */
export interface KeyRefusals {
  refused(status: number): Promise<void>;
  /** The key was accepted: clears a stored refusal. The store is asked at most once per invocation. */
  taken(): Promise<void>;
  read(): Promise<KeyRefusal | null>;
}

export function createKeyRefusals(name: string, deps: { state: SharedState; clock: Clock }): KeyRefusals {
  const key = `key-refused:${name}`;
  let clean = false;
  return {
    refused: async (status) => {
      clean = false;
      await deps.state.set(key, JSON.stringify({ at: deps.clock.now(), status }), REMEMBERED_MS);
    },
    taken: async () => {
      if (clean) return;
      clean = true;
      await deps.state.remove(key);
    },
    read: async () => {
      const stored = await deps.state.get(key);
      return stored === null ? null : (RefusalSchema.safeParse(JSON.parse(stored)).data ?? null);
    },
  };
}
