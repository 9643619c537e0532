import type { ServiceContext } from '../../context.ts';
import { readBeatAge } from '../../db/queries/heartbeat.ts';
import { describeError } from '../../lib/errors.ts';

export interface ReplicaLag {
  region: string;
  /** Whether it answered. */
  isUp: boolean;
  /** Milliseconds since the last beat of the primary that it has applied; null: it has none, or did not answer. */
  ageMs: number | null;
  latencyMs: number;
}

type Context = Pick<ServiceContext, 'replicas' | 'clock' | 'log'>;

/** Asks every replica how far behind it is; a replica that does not answer is told, not thrown. */
export function readReplicaLags(ctx: Context): Promise<ReplicaLag[]> {
  return Promise.all(ctx.replicas.map((replica) => readLag(ctx, replica)));
}

async function readLag(
  { clock, log }: Context,
  { region, sql }: ServiceContext['replicas'][number],
): Promise<ReplicaLag> {
  const started = clock.now();
  const answer = await readBeatAge(sql).then(
    (ageMs) => ({ isUp: true, ageMs }),
    (error: unknown) => {
      log.warn('a replica does not answer', { region, error: describeError(error) });
      return { isUp: false, ageMs: null };
    },
  );
  return { region, ...answer, latencyMs: clock.now() - started };
}
