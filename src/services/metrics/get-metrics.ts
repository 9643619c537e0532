import type { ServiceContext } from '../../context.ts';
import { requireScope } from '../../lib/rbac.ts';
import { renderExposition } from './exposition.ts';
import { askSource } from './gauges/ask-source.ts';
import { readDatabase } from './gauges/read-database.ts';
import { readIsolate } from './gauges/read-isolate.ts';
import { readRedis } from './gauges/read-redis.ts';
import { readReplicas } from './gauges/read-replicas.ts';

type Context = Pick<
  ServiceContext,
  | 'actor'
  | 'clock'
  | 'config'
  | 'engineVersion'
  | 'log'
  | 'metrics'
  | 'replicas'
  | 'scrapeRedis'
  | 'sql'
  | 'waitUntil'
>;

/**
 * All counts of all isolates and the gauges of every source as Prometheus text. A source that does not answer leaves
 * its series out; without Redis in the configuration there is none of it.
 */
export async function getMetrics(ctx: Context): Promise<string> {
  requireScope(ctx.actor, 'operations:read');
  const { scrapeRedis } = ctx;
  const countsAndRedis = async () => {
    if (scrapeRedis === null) return {};
    return await askSource(ctx, {
      source: 'redis',
      // What this isolate has counted itself is shown too.
      ask: async () => {
        await ctx.metrics.flush();
        return await readRedis(ctx, scrapeRedis);
      },
    });
  };
  const [redis, database, replicas] = await Promise.all([
    countsAndRedis(),
    askSource(ctx, { source: 'database', ask: () => readDatabase(ctx) }),
    readReplicas(ctx),
  ]);
  return renderExposition({ ...redis, ...database, ...replicas, ...readIsolate(ctx) });
}
