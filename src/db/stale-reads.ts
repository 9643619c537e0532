import type { Clock } from '../lib/clock.ts';
import { DatabaseRefusal } from '../lib/database-refusal.ts';
import { AppError } from '../lib/errors.ts';
import { TooManyInFlight } from '../lib/resilience/limit-in-flight.ts';
import type { Row, Sql, Statement } from './client.ts';
import { type BeatAge, MAX_AGE_MS, selectBeatAge } from './queries/heartbeat.ts';
import { firstOf } from './rows.ts';

/** For how long an isolate does not ask a replica again. */
const REST_MS = { stale: 1000, failed: 30_000 };

/**
 * What became of a read that a replica may answer: `read` from it; `stale`, `failed`, `resting` after one of these, or
 * `refused` because it writes. All but the first are asked of the primary.
 */
export type StaleRead = 'read' | 'stale' | 'failed' | 'resting' | 'refused';

/** Until when a replica is not asked, in milliseconds since the epoch; shared by the invocations of an isolate. */
export interface ReplicaRest {
  until: number;
}

export interface StaleReads {
  primary: Sql;
  replica: Sql;
  rest: ReplicaRest;
  clock: Pick<Clock, 'now'>;
  note: (result: StaleRead, error?: unknown) => void;
}

/** What Postgres answers to a write in a transaction that only reads. */
const READ_ONLY = '25006';
/** A replica cancels a query that stands in the way of what it has to apply; the next may pass. */
const IN_THE_WAY = '40001';

/**
 * Reads from a replica as long as it is at most a second behind, otherwise from the primary. The replica's age is read in
 * the same transaction, before the statements, so that no answer is older than allowed. Writes reach the primary only.
 */
export function createStaleReads(reads: StaleReads): Sql {
  return {
    query: async <T>(statement: Statement) => {
      const rows = await askReplica(reads, [statement]);
      // `query<T>` of the client trusts its caller in the same way.
      return rows === null ? await reads.primary.query<T>(statement) : ((rows[0] ?? []) as T[]);
    },
    batch: async (statements, options) =>
      (await askReplica(reads, statements)) ?? (await reads.primary.batch(statements, options)),
  };
}

/** The rows of each statement; null if the primary is to be asked. */
async function askReplica(
  { replica, rest, clock, note }: StaleReads,
  statements: readonly Statement[],
): Promise<Row[][] | null> {
  if (clock.now() < rest.until) {
    note('resting');
    return null;
  }
  try {
    const [age, ...rows] = await replica.batch([selectBeatAge, ...statements], { readOnly: true });
    const ageMs = firstOf<BeatAge>(age)?.age_ms ?? null;
    if (ageMs !== null && ageMs <= MAX_AGE_MS) {
      note('read');
      return rows;
    }
    rest.until = clock.now() + REST_MS.stale;
    note('stale');
  } catch (error) {
    if (concernsRequest(error)) throw error;
    const code = sqlStateOf(error);
    if (code === READ_ONLY) note('refused');
    else {
      rest.until = clock.now() + (code === IN_THE_WAY ? REST_MS.stale : REST_MS.failed);
      note('failed', error);
    }
  }
  return null;
}

/** Whether the primary would answer no better. */
const concernsRequest = (error: unknown): boolean =>
  error instanceof DatabaseRefusal ||
  error instanceof TooManyInFlight ||
  (error instanceof AppError && (error.code === 'CLIENT_GONE' || error.code === 'QUERY_TIMEOUT'));

const sqlStateOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
