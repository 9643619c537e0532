import { NeonDbError, neon, neonConfig } from '@neondatabase/serverless';
import type { LocalPostgres } from '../../scripts/local/postgres/server.ts';

const endpoints = new Map<string, string>();
neonConfig.fetchEndpoint = (host) => endpoints.get(host) ?? `http://${host}/sql`;

/** The driver as the Worker uses it; each server has a host name of its own, since the endpoint is global. */
export function connectTo(server: LocalPostgres, query = '') {
  const host = `db${new URL(server.fetchEndpoint).port}.local`;
  endpoints.set(host, server.fetchEndpoint);
  const url = new URL(server.databaseUrl);
  return neon(`postgresql://${url.username}:${url.password}@${host}${url.pathname}${query}`);
}

export async function failureOf(query: Promise<unknown>): Promise<NeonDbError> {
  const outcome = await query.then(
    () => new Error('The query did not fail.'),
    (error: unknown) => error,
  );
  if (outcome instanceof NeonDbError) return outcome;
  throw outcome;
}
