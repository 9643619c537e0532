import { buildAssets } from '../../scripts/build.ts';
import { readBody, sendJson, startHttpServer } from '../../scripts/local/http-server.ts';
import { findRedisServer } from '../../scripts/local/redis/redis-process.ts';
import { startLocalStack } from '../../scripts/local/stack.ts';
import { migrate } from '../../scripts/migrate.ts';
import { FaultSchema, type Part, type PartRequest, PartSchema, startPart } from './world-parts.ts';

export interface World {
  url: string;
  /** Variables of the parts that all test files share. */
  sharedVars: Record<string, string>;
  /** Variables of the one Worker that runs as deployed, with queues that deliver by themselves. */
  liveVars: Record<string, string>;
  redisChoices: ('mock' | 'real')[];
  close(): Promise<void>;
}

/**
 * One Postgres and one embedding model for the whole run, and a server in Node through which
 * a test file in workerd starts and stops what it wants for itself. `POST` starts a part, `DELETE /id` stops it, `PUT /id`
 * tells a proxy its fault.
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
  const start = async (request: PartRequest) => {
    const part = await startPart(stack, request);
    started += 1;
    parts.set(String(started), part);
    return { id: String(started), url: part.url, vars: part.vars };
  };
  const world = await startHttpServer({ name: 'the test world' }, async (request, response) => {
    const id = (request.url ?? '/').slice(1);
    if (request.method === 'DELETE') {
      await parts.get(id)?.close();
      parts.delete(id);
      return sendJson(response, 200, {});
    }
    if (request.method === 'PUT') {
      await parts.get(id)?.spoil?.(FaultSchema.parse(JSON.parse(await readBody(request, 100_000))));
      return sendJson(response, 200, {});
    }
    sendJson(response, 200, await start(PartSchema.parse(JSON.parse(await readBody(request, 100_000)))));
  });
  // A Redis is never shared: the breakers that one file opens would refuse another.
  const { UPSTASH_REDIS_REST_URL: _url, UPSTASH_REDIS_REST_TOKEN: _token, ...sharedVars } = stack.vars;
  const live: PartRequest[] = [
    { kind: 'schema' },
    { kind: 'redis', choice: 'mock' },
    { kind: 'genius', artists: ['Oda Brightwater'] },
  ];
  const liveParts = await Promise.all(live.map(start));
  return {
    url: world.url,
    liveVars: Object.assign({}, sharedVars, ...liveParts.map((part) => part.vars)),
    sharedVars,
    redisChoices: redisServer === null ? ['mock'] : ['mock', 'real'],
    close: async () => {
      await world.close();
      await Promise.allSettled([...parts.values()].map((part) => part.close()));
      await stack.stop();
    },
  };
}
