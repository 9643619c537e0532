import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildAssets, buildWorker } from '../build.ts';
import { migrate } from '../migrate.ts';
import { DEFAULT_DATA_DIR } from './data-folder.ts';
import { startDemoSites } from './demo-sites.ts';
import { assertPortFree, LOOPBACK } from './http-server.ts';
import { type LocalStack, startLocalStack } from './stack.ts';
import type { Environment, StackOptions, StackPart, WorkerVars } from './stack-parts.ts';
import { startWorkerHost, type WorkerHost } from './worker-host.ts';

export interface BarlineOptions {
  host?: string;
  port?: number;
  dataDir?: string;
  memory?: boolean;
  /** Forgets what earlier runs kept. */
  fresh?: boolean;
  /** Serve the demo catalogue as Genius, even when the environment configures Genius. */
  demoSites?: boolean;
  chat?: StackOptions['chat'];
  redis?: StackOptions['redis'];
  postgresSettings?: StackOptions['postgresSettings'];
  /** False: songs get no vectors. */
  embeddings?: boolean;
  /** Defaults for variables that the environment does not set. */
  defaults?: Record<string, string>;
  /** Variables that override the environment. */
  vars?: Record<string, string>;
  verbose?: boolean;
  /** False: the queues keep their messages, and no job runs. */
  jobs?: boolean;
  /** Starts what stands between the Worker and the parts of these variables: its own replace theirs. */
  between?: (vars: WorkerVars) => Promise<StackPart>;
  env?: Environment;
  onStep?: (step: string) => void;
}

export interface Barline {
  url: string;
  adminToken: string;
  stack: LocalStack;
  worker: WorkerHost;
  stop(): Promise<void>;
}

const DEFAULT_PORT = 8787;
const QUEUE_WAIT_SECONDS = 0.2;

/** The admin token of this data folder: made once, so that a second run keeps it. */
async function localAdminToken(dataDir: string | null): Promise<string> {
  const fresh = () => `bl_local_${randomBytes(18).toString('base64url')}`;
  if (dataDir === null) return fresh();
  const file = join(dataDir, 'admin-token');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    const token = fresh();
    await writeFile(file, token, { mode: 0o600 });
    return token;
  }
}

/** Variables of the user's environment that go to the Worker as they are. */
const PASSED_ON = [
  'ADMIN_TOKEN',
  'ANONYMOUS_SCOPES',
  'CONTACT',
  'CORS_ALLOWED_ORIGINS',
  'PUBLIC_LYRICS',
  'RATE_LIMIT_READS_PER_MINUTE',
  'RATE_LIMIT_MODELS_PER_MINUTE',
  'RATE_LIMIT_WRITES_PER_MINUTE',
  'RATE_LIMIT_BATCH_ITEMS_PER_MINUTE',
  'LYRICS_LINES_PER_SONG',
  'LYRICS_LINES_PER_DAY',
  'LOG_LEVEL',
  'GENIUS_TOKEN',
  'GENIUS_API_URL',
  'GENIUS_WEB_URL',
  'SPOTIFY_CLIENT_ID',
  'SPOTIFY_CLIENT_SECRET',
  'SPOTIFY_API_URL',
  'SPOTIFY_ACCOUNTS_URL',
  'RECCOBEATS_API_URL',
  'SCRAPE_REQUESTS_PER_SECOND',
  'LLM_FALLBACK_MODEL',
  'LLM_FALLBACK_BASE_URL',
  'LLM_FALLBACK_API_KEY',
  'LLM_REQUESTS_PER_MINUTE',
  'LLM_BURST',
  'LLM_PRICES',
  'LLM_DAILY_BUDGET_USD',
] as const;

/** For a bench, whose requests all come from one address. */
export const UNLIMITED = {
  RATE_LIMIT_READS_PER_MINUTE: '100000000',
  RATE_LIMIT_MODELS_PER_MINUTE: '100000000',
  RATE_LIMIT_WRITES_PER_MINUTE: '100000000',
  RATE_LIMIT_BATCH_ITEMS_PER_MINUTE: '100000000',
} as const;

/** What the Worker is told of the user's environment, over defaults for what that does not say. */
export function workerSettings(
  env: Environment,
  defaults: Record<string, string> = {},
): Record<string, string> {
  const entries = PASSED_ON.flatMap((name) => {
    const value = env[name];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  return { ...defaults, ...Object.fromEntries(entries) };
}

/** Builds stale outputs and starts databases, models, sites, migrations, and the Worker on its port. */
export async function startBarline(options: BarlineOptions = {}): Promise<Barline> {
  const step = options.onStep ?? (() => {});
  const env = options.env ?? process.env;
  const dataDir = options.memory ? null : (options.dataDir ?? DEFAULT_DATA_DIR);
  const host = options.host ?? LOOPBACK;
  const port = options.port ?? DEFAULT_PORT;
  // Building and starting do not wait for each other, except that the Worker needs both.
  const building = buildAssets().then(buildWorker);
  building.catch(() => {});
  step('starting the local stack');
  const stack = await startLocalStack({
    ...(dataDir === null ? { memory: true } : { dataDir }),
    ...(options.chat === undefined ? {} : { chat: options.chat }),
    ...(options.redis === undefined ? {} : { redis: options.redis }),
    ...(options.postgresSettings === undefined ? {} : { postgresSettings: options.postgresSettings }),
    ...(options.embeddings === undefined ? {} : { embeddings: options.embeddings }),
    fresh: options.fresh ?? false,
    env,
  });
  try {
    // Only now: processes of a killed owner of the folder have been ended and no longer use the port.
    await assertPortFree(host, port, 'the Worker');
    const useSites = options.demoSites ?? env.GENIUS_TOKEN === undefined;
    if (useSites) await stack.add(await startDemoSites());
    if (options.between !== undefined) await stack.add(await options.between(stack.vars));
    step('migrating the database');
    await migrate(stack.migrationUrl);
    step('building the Worker');
    await building;
    step('starting the Worker');
    const adminToken = env.ADMIN_TOKEN || (await localAdminToken(dataDir));
    const given = workerSettings(env, options.defaults);
    const vars = { ...given, ...stack.vars, ADMIN_TOKEN: adminToken, ...options.vars };
    const worker = await startWorkerHost({
      host,
      port,
      vars,
      verbose: options.verbose ?? false,
      queueWaitSeconds: options.jobs === false ? null : QUEUE_WAIT_SECONDS,
      ...(dataDir === null ? {} : { persistTo: dataDir }),
    });
    await stack.add({
      vars: { ...given, ADMIN_TOKEN: adminToken, ...options.vars },
      addresses: { worker: worker.url },
      close: () => worker.stop(),
    });
    return { url: worker.url, adminToken, stack, worker, stop: () => stack.stop() };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}
