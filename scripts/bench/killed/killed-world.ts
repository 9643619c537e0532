import { createContainer } from '../../../src/container.ts';
import type { ServiceContext } from '../../../src/context.ts';
import { createSql } from '../../../src/db/client.ts';
import type { Env } from '../../../src/env.ts';
import { readCatalogueModel } from '../../lab/catalogue-model.ts';
import { drawQueries } from '../../lab/synthesize.ts';
import { type DemoSites, startDemoSites } from '../../local/demo-sites.ts';
import { judgeRequest } from '../../local/openai/simulated-judge.ts';
import { startLocalStack } from '../../local/stack.ts';
import { migrate } from '../../migrate.ts';
import { readEngineAssets } from '../../read-lexicon.ts';
import { startDrawnEmbeddings } from '../search/drawn-embeddings.ts';
import { type DatabaseState, openDatabaseState } from './database-state.ts';
import { type Death, Life, watchFetch } from './life.ts';
import { Platform } from './platform.ts';
import { openRedisState } from './redis-state.ts';

/** What every Worker works with: Postgres, Redis, queues, sites and models, which do not die with it. */
export interface KilledWorld {
  database: DatabaseState;
  platform: Platform;
  sites: DemoSites;
  /** Remembers rows and messages under a name. */
  keep(as: string): Promise<void>;
  /** Puts rows and messages back, with an empty Redis. */
  restore(kept: string): Promise<void>;
  /** Lets so many seconds pass for Postgres and Redis. */
  age(seconds: number): Promise<void>;
  /** Runs a new Worker, that may die, until it has ended or died. */
  live(work: (ctx: ServiceContext) => Promise<void>, death?: Death | null): Promise<Lived>;
  close(): Promise<void>;
}

export interface Lived {
  end: 'ended' | 'died';
  /** What it called, in order. */
  calls: readonly string[];
}

export interface KilledWorldOptions {
  /** The name of a stored database to begin with. */
  postgresTemplate?: string;
}

/** The artist whom the site knows. */
export const ARTIST = 'Kit Killed';
const VECTORS = { count: 50, seed: 'killed' };

export async function startKilledWorld(options: KilledWorldOptions = {}): Promise<KilledWorld> {
  const stack = await startLocalStack({
    ...{ memory: true, embeddings: false, redis: 'mock', env: {} },
    chat: { reply: judgeRequest },
    ...options,
  });
  const [sites, embeddings] = await Promise.all([
    startDemoSites([]),
    startDrawnEmbeddings(drawQueries(await readCatalogueModel(), VECTORS)),
  ]);
  await migrate(stack.migrationUrl);
  const { DATABASE_URL: url = '', DATABASE_FETCH_ENDPOINT: fetchEndpoint = null } = stack.vars;
  const db = createSql({ url, fetchEndpoint });
  const platform = new Platform();
  const env = {
    ...stack.vars,
    ...sites.vars,
    ...embeddings.vars,
    ENVIRONMENT: 'local',
    LOG_LEVEL: 'error',
    CONTACT: 'bench@example.org',
    SCRAPE_REQUESTS_PER_SECOND: '100',
    LLM_REQUESTS_PER_MINUTE: '6000',
    LLM_BURST: '500',
    INGEST_QUEUE: platform.binding('barline-ingest'),
    ANALYSIS_QUEUE: platform.binding('barline-analysis'),
  } as Env;
  const assets = await readEngineAssets();
  const unwatch = watchFetch(namesOf(env));
  const database = await openDatabaseState(db);
  const redis = openRedisState(env);
  sites.genius.control.addArtist({ name: ARTIST, songs: 1 });
  return {
    database,
    platform,
    sites,
    keep: async (as) => {
      platform.keep(as);
      await database.keep(as);
    },
    restore: async (kept) => {
      platform.restore(kept);
      await Promise.all([database.restore(kept), redis.clear()]);
    },
    age: async (seconds) => {
      await Promise.all([database.age(seconds), redis.age(seconds)]);
    },
    async live(work, death = null) {
      const life = new Life(death);
      const open = createContainer(assets);
      const background: Promise<unknown>[] = [];
      const end = await life.run(async () => {
        const waitUntil = (more: Promise<unknown>) => background.push(more);
        await work(open({ env, requestId: 'bench', actor: { type: 'operator' }, waitUntil }));
        await Promise.all(background);
      });
      return { end, calls: life.calls };
    },
    async close() {
      unwatch();
      await Promise.all([stack.stop(), sites.close(), embeddings.close()]);
    },
  };
}

/** What a request is called: the service and its path without ids. */
function namesOf(env: Env): (url: URL) => string {
  const services: [string, string | undefined][] = [
    ['postgres', env.DATABASE_FETCH_ENDPOINT],
    ['redis', env.UPSTASH_REDIS_REST_URL],
    ['genius', env.GENIUS_API_URL],
    ['spotify', env.SPOTIFY_API_URL],
    ['embeddings', env.EMBEDDINGS_BASE_URL],
    ['model', env.LLM_BASE_URL],
  ];
  const byOrigin = new Map(
    services.flatMap(([name, url]) => (url === undefined ? [] : [[new URL(url).origin, name] as const])),
  );
  return ({ origin, pathname }) => `${byOrigin.get(origin) ?? origin} ${pathname}`;
}
