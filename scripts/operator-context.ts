import { createContainer } from '../src/container.ts';
import type { ServiceContext } from '../src/context.ts';
import type { Env } from '../src/env.ts';
import { createId } from '../src/lib/ids.ts';
import { DEFAULT_DATA_DIR, startLocalStack } from './local/stack.ts';
import { readRunningStack } from './local/stack-file.ts';
import { startBarline } from './local/start-barline.ts';
import { migrate } from './migrate.ts';
import { readLexicon } from './read-lexicon.ts';

export interface OperatorContext {
  ctx: ServiceContext;
  /** Address of the Worker that shares the data; null if none runs. */
  workerUrl: string | null;
  /** Lets the Worker take up whatever waits in Postgres. */
  resume(): Promise<void>;
  close(): Promise<void>;
}

export interface OperatorOptions {
  /** Also needs a Worker, for its queues. */
  worker?: boolean;
  dataDir?: string;
}

interface Surroundings {
  vars: Record<string, string>;
  workerUrl: string | null;
  close(): Promise<void>;
}

/** The running stack, or one that lives as long as the command. */
async function findOrStart(options: OperatorOptions): Promise<Surroundings> {
  const dataDir = options.dataDir ?? DEFAULT_DATA_DIR;
  const running = await readRunningStack(dataDir);
  if (running !== null) {
    return { vars: running.vars, workerUrl: running.addresses.worker ?? null, close: async () => {} };
  }
  if (options.worker) {
    const barline = await startBarline({ dataDir, port: 0 });
    return { vars: barline.stack.vars, workerUrl: barline.url, close: barline.stop };
  }
  const stack = await startLocalStack({ dataDir });
  await migrate(stack.migrationUrl);
  return { vars: stack.vars, workerUrl: null, close: stack.stop };
}

async function askToResume(url: string, adminToken: string): Promise<void> {
  const response = await fetch(`${url}/admin/resume`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
    body: '{}',
  });
  if (!response.ok) throw new Error(`the Worker answered ${response.status} to /admin/resume`);
}

/**
 * The services as an operator's command uses them: the same verbs, with the running stack's data. What needs a
 * queue goes through the Worker, which alone has queues.
 */
export async function openOperatorContext(options: OperatorOptions = {}): Promise<OperatorContext> {
  const around = await findOrStart(options);
  const env: Env = { ...process.env, ...around.vars };
  const openContext = createContainer({ lexicon: await readLexicon() });
  const pending: Promise<unknown>[] = [];
  const ctx = openContext({
    env: { LOG_LEVEL: 'warn', ...env } as Env,
    requestId: createId('cli', Date.now()),
    actor: { type: 'operator' },
    waitUntil: (work) => pending.push(work),
  });
  return {
    ctx,
    workerUrl: around.workerUrl,
    resume: async () => {
      if (around.workerUrl === null)
        throw new Error('No Worker runs: start one with npm run demo or npm run dev.');
      await askToResume(around.workerUrl, env.ADMIN_TOKEN ?? '');
    },
    close: async () => {
      await Promise.allSettled(pending);
      await around.close();
    },
  };
}
