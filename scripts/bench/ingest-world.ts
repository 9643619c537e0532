import { createContainer } from '../../src/container.ts';
import type { ServiceContext } from '../../src/context.ts';
import type { Env } from '../../src/env.ts';
import { listIngestRuns } from '../../src/services/ingest/list-runs.ts';
import { type DemoSites, startDemoSites } from '../local/demo-sites.ts';
import { startRedis } from '../local/redis/server.ts';
import { type Barline, startBarline, UNLIMITED } from '../local/start-barline.ts';
import { readEngineAssets } from '../read-lexicon.ts';

export type Run = Awaited<ReturnType<typeof listIngestRuns>>['items'][number];

/** The built Worker over loopback sites, all in memory: the user's data is not touched. */
export interface IngestWorld {
  barline: Barline;
  sites: DemoSites;
  ctx: ServiceContext;
  /** Variables of the Worker beside those of the stack. */
  vars: Record<string, string>;
  /** Opens a run of an artist whom the site knows. */
  scrape(artist: string): Promise<number>;
  run(id: number): Promise<Run>;
  resume(): Promise<void>;
  /** Takes Redis away, as an outage would. */
  stopRedis(): Promise<void>;
  close(): Promise<void>;
}

export interface IngestWorldOptions {
  requestsPerSecond: number;
  /** Whether songs are looked for on Spotify once they are scraped: it waits for another host. */
  spotify?: boolean;
}

export async function startIngestWorld(options: IngestWorldOptions): Promise<IngestWorld> {
  const [sites, redis] = await Promise.all([startDemoSites([]), startRedis({ choice: 'auto' })]);
  let stopping: Promise<void> | null = null;
  const stopRedis = (): Promise<void> => {
    stopping ??= redis.close();
    return stopping;
  };
  const vars = {
    ...sites.vars,
    ...(options.spotify === true ? {} : { SPOTIFY_CLIENT_ID: '' }),
    LOG_LEVEL: 'error',
    CONTACT: 'bench@example.org',
    SCRAPE_REQUESTS_PER_SECOND: String(options.requestsPerSecond),
  };
  const barline = await startBarline({
    defaults: UNLIMITED,
    port: 0,
    memory: true,
    embeddings: false,
    demoSites: false,
    env: { UPSTASH_REDIS_REST_URL: redis.restUrl, UPSTASH_REDIS_REST_TOKEN: redis.restToken },
    vars,
  }).catch(async (error: unknown) => {
    await Promise.all([sites.close(), stopRedis()]);
    throw error;
  });
  const env = { ENVIRONMENT: 'local', ...barline.stack.vars, ...vars } as Env;
  const open = createContainer(await readEngineAssets());
  const ctx = open({
    env,
    requestId: 'bench',
    actor: { type: 'operator' },
    waitUntil: () => undefined,
  });
  const post = async <T>(path: string, body: object): Promise<T> => {
    const response = await fetch(`${barline.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${barline.adminToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  return {
    barline,
    sites,
    ctx,
    vars,
    scrape: async (name) => (await post<{ run: { id: number } }>('/ingest/artists', { name })).run.id,
    run: async (id) => {
      const { items } = await listIngestRuns(ctx, { limit: 100, cursor: null });
      const run = items.find((item) => item.id === id);
      if (run === undefined) throw new Error(`run ${id} is not there`);
      return run;
    },
    resume: async () => {
      await post('/admin/resume', {});
    },
    stopRedis,
    close: async () => {
      await barline.stop();
      await Promise.all([sites.close(), stopRedis()]);
    },
  };
}
