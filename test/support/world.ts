import { buildAssets } from '../../scripts/build.ts';
import { readBody, sendJson, startHttpServer } from '../../scripts/local/http-server.ts';
import { startEmbeddings } from '../../scripts/local/openai/embeddings-server.ts';
import { findRedisServer } from '../../scripts/local/redis/redis-process.ts';
import { openWorldDatabases } from './world-databases.ts';
import { FaultSchema, type Part, type PartRequest, PartSchema, startPart } from './world-parts.ts';

export interface World {
  url: string;
  /** Variables of the parts that all test files share. */
  sharedVars: Record<string, string>;
  redisChoices: ('mock' | 'real')[];
  close(): Promise<void>;
}

/** What the one Worker of a runner that runs as deployed has, with queues that deliver by themselves. */
const liveParts = (database: number): PartRequest[] => [
  { kind: 'schema', database },
  { kind: 'redis', choice: 'auto' },
  { kind: 'genius', artists: ['Oda Brightwater'] },
];

/**
 * One embedding model for the whole run, and a server in Node through which a test file in workerd starts and stops what
 * it wants for itself. `POST /` starts a part, `DELETE /id` stops it, `PUT /id` tells a proxy its
 * fault. `POST /runners` gives a process that runs test files the number of its database and the variables of its live
 * Worker.
 */
export async function startWorld(): Promise<World> {
  const [, embeddings, redisServer] = await Promise.all([
    buildAssets(),
    startEmbeddings({}),
    findRedisServer(),
  ]);
  const databases = openWorldDatabases();
  const parts = new Map<string, Part>();
  let started = 0;
  let runners = 0;
  // A Redis is never shared: the breakers that one file opens would refuse another.
  const sharedVars = {
    EMBEDDINGS_BASE_URL: embeddings.baseUrl,
    EMBEDDINGS_API_KEY: embeddings.apiKey,
    EMBEDDINGS_MODEL: embeddings.model,
  };
  const start = async (request: PartRequest) => {
    const part = await startPart(databases, request);
    started += 1;
    parts.set(String(started), part);
    return { id: String(started), url: part.url, vars: part.vars };
  };
  const startRunner = async () => {
    const database = runners;
    runners += 1;
    const live = await Promise.all(liveParts(database).map(start));
    return { database, liveVars: Object.assign({}, sharedVars, ...live.map(({ vars }) => vars)) };
  };
  const world = await startHttpServer({ name: 'the test world' }, async (request, response) => {
    const id = (request.url ?? '/').slice(1);
    if (id === 'runners') return sendJson(response, 200, await startRunner());
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
  return {
    url: world.url,
    sharedVars,
    redisChoices: redisServer === null ? ['mock'] : ['mock', 'real'],
    close: async () => {
      await world.close();
      await Promise.allSettled([...parts.values()].map((part) => part.close()));
      await Promise.allSettled([databases.close(), embeddings.close()]);
    },
  };
}
