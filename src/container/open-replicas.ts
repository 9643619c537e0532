import type { Config } from '../config.ts';
import type { ServiceContext } from '../context.ts';
import type { Sql } from '../db/client.ts';
import { createStaleReads, type ReplicaRest } from '../db/stale-reads.ts';
import { describeError } from '../lib/errors.ts';
import { nearestRegion, type Place, type Region } from '../lib/regions.ts';
import type { InFlightLimit } from '../lib/resilience/limit-in-flight.ts';
import { openSql } from './open-sql.ts';

/** A replica that hangs must cost less than what it saves; then the primary is asked. */
const TIMEOUT_MS = 2000;

type Context = Pick<ServiceContext, 'config' | 'metrics' | 'clock' | 'signal' | 'log'>;

/** A client for each read replica. */
export function openReplicas(ctx: Context, limited: InFlightLimit): ServiceContext['replicas'] {
  const { database } = ctx.config;
  if (database === null) return [];
  return database.replicas.map(({ region, url }) => ({
    region,
    sql: openSql(ctx, { url, fetchEndpoint: database.fetchEndpoint, timeoutMs: TIMEOUT_MS }, limited),
  }));
}

/** Reads of the nearest database that may be a second old: the primary itself, where it is the nearest. */
export function openStaleReads(
  { config, metrics, clock, log, sql, replicas }: Context & Pick<ServiceContext, 'sql' | 'replicas'>,
  restOf: (region: Region) => ReplicaRest,
  place: Place | null,
): Sql {
  const region = nearestOf(config.database, place);
  const replica = replicas.find((one) => one.region === region);
  if (region === null || replica === undefined) return sql;
  return createStaleReads({
    primary: sql,
    replica: replica.sql,
    rest: restOf(region),
    clock,
    note: (result, error) => {
      metrics.count('barline_replica_reads_total', { region, result });
      if (error !== undefined)
        log.warn('a replica does not answer, reading from the primary', {
          region,
          error: describeError(error),
        });
    },
  });
}

function nearestOf(database: Config['database'], place: Place | null): Region | null {
  if (database === null || database.region === null) return null;
  const others = database.replicas.map(({ region }) => region);
  return nearestRegion(place, database.region, others);
}
