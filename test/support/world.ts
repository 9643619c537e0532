import { buildAssets } from '../../scripts/build.ts';
import { readBody, sendJson, startHttpServer } from '../../scripts/local/http-server.ts';
import { findRedisServer } from '../../scripts/local/redis/redis-process.ts';
import { startLocalStack } from '../../scripts/local/stack.ts';
import { migrate } from '../../scripts/migrate.ts';
import { type Part, PartSchema, startPart } from './world-parts.ts';

export interface World {
  url: string;
  /** Variables of what all test files share. */
  sharedVars: Record<string, string>;
  redisChoices: ('mock' | 'real')[];
  close(): Promise<void>;
}

/**
 * One Postgres and one embedding model for the whole run, and a server in Node through which
 * a test file in workerd starts and stops what it wants for itself. `POST` starts a part, `DELETE /id` stops it.
 */
export async function startWorld(): Promise<World> {
  const [, stack, redisServer] = await Promise.all([
    buildAssets(),
    startLocalStack({ memory: true, redis: 'mock', env: {} }),
    findRedisServer(),
  ]);
  // The vector extension belongs to the database and has to be there before the schemas of the files.
  await migrate(stack.migrationUrl);
  const parts = new Map<string, Part>();
  let started = 0;
  const world = await startHttpServer({ name: 'the test world' }, async (request, response) => {
    const id = (request.url ?? '/').slice(1);
    if (request.method === 'DELETE') {
      await parts.get(id)?.close();
      parts.delete(id);
      return sendJson(response, 200, {});
    }
    const part = await startPart(stack, PartSchema.parse(JSON.parse(await readBody(request, 100_000))));
    started += 1;
    parts.set(String(started), part);
    sendJson(response, 200, { id: String(started), url: part.url, vars: part.vars });
  });
  // A Redis is never shared: the breakers that one file opens would refuse another.
  const { UPSTASH_REDIS_REST_URL: _url, UPSTASH_REDIS_REST_TOKEN: _token, ...sharedVars } = stack.vars;
  return {
    url: world.url,
    sharedVars,
    redisChoices: redisServer === null ? ['mock'] : ['mock', 'real'],
    close: async () => {
      await world.close();
      await Promise.allSettled([...parts.values()].map((part) => part.close()));
      await stack.stop();
    },
  };
}
