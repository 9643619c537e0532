import { once } from 'node:events';
import { connect } from 'node:net';
import type { Config } from '../src/config.ts';
import type { ServiceContext } from '../src/context.ts';
import type { Env } from '../src/env.ts';
import type { StackChoice, TargetChoice } from './command-options.ts';
import { CommandError } from './explain.ts';
import { DEFAULT_DATA_DIR, holdsDatabase } from './local/data-folder.ts';
import type { RunningStack } from './local/stack-file.ts';
import { createWorkerApi, type WorkerApi } from './worker-api.ts';

export interface OperatorContext {
  ctx: ServiceContext;
  /** Address of the Worker that shares the data; null if none runs. */
  workerUrl: string | null;
  /** Makes the Worker start all work that is pending in Postgres. */
  resume(): Promise<void>;
  close(): Promise<void>;
}

export interface OperatorOptions {
  /** Also needs a Worker, for its queues. */
  worker?: boolean;
  dataDir?: string;
  /** Only reads: a folder that never held a database is refused instead of filled with an empty one. */
  mustHoldData?: boolean;
}

interface Surroundings {
  vars: Record<string, string>;
  workerUrl: string | null;
  close(): Promise<void>;
}

/** The running stack, or one that lives as long as the command. */
async function findOrStart(options: OperatorOptions): Promise<Surroundings> {
  const dataDir = options.dataDir ?? DEFAULT_DATA_DIR;
  const { readRunningStack } = await import('./local/stack-file.ts');
  const running = await readRunningStack(dataDir);
  if (running !== null) return useRunning(dataDir, running);
  if (options.mustHoldData && !process.env.DATABASE_URL && !(await holdsDatabase(dataDir))) {
    throw new CommandError(
      `No stack runs on ${dataDir}, and it holds no catalogue. Fill it with npm run demo -- --data ${dataDir} ` +
        'or npm run barline -- import FILE, or name another folder with --data.',
    );
  }
  const database = process.env.DATABASE_URL ? ' with the database of DATABASE_URL' : '';
  say(`no stack runs on ${dataDir}: one is started for this command${database}`);
  if (options.worker) {
    const { startBarline } = await import('./local/start-barline.ts');
    const barline = await startBarline({ dataDir, port: 0 });
    return { vars: barline.stack.vars, workerUrl: barline.url, close: barline.stop };
  }
  const [{ startLocalStack }, { migrate }] = await Promise.all([
    import('./local/stack.ts'),
    import('./migrate.ts'),
  ]);
  const stack = await startLocalStack({ dataDir });
  await migrate(stack.migrationUrl);
  return { vars: stack.vars, workerUrl: null, close: stack.stop };
}

/** Standard output is left to the answer. */
const say = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
};

async function useRunning(dataDir: string, running: RunningStack): Promise<Surroundings> {
  const { worker } = running.addresses;
  const database = running.vars.DATABASE_FETCH_ENDPOINT;
  for (const address of [worker, database]) {
    if (address !== undefined) await assertAnswers(address, dataDir, running.pid);
  }
  say(`asking the stack on ${dataDir}${worker === undefined ? '' : `, ${worker}`} (process ${running.pid})`);
  return { vars: running.vars, workerUrl: worker ?? null, close: async () => {} };
}

const CONNECT_TIMEOUT_MS = 10_000;

/** A process can be alive while its server is down. Throws CommandError if the port accepts no connection. */
async function assertAnswers(address: string, dataDir: string, pid: number): Promise<void> {
  const { hostname, port } = new URL(address);
  const socket = connect({ host: hostname, port: Number(port) });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(CONNECT_TIMEOUT_MS) });
  } catch {
    throw new CommandError(
      `The stack on ${dataDir} (process ${pid}) does not answer at ${address}. End that process and try again.`,
    );
  } finally {
    socket.destroy();
  }
}

/**
 * The services as an operator's command uses them: the same verbs, with the running stack's data. What needs a
 * queue goes through the Worker, which alone has queues.
 */
export async function openOperatorContext(options: OperatorOptions = {}): Promise<OperatorContext> {
  const around = await findOrStart(options);
  const [{ createContainer }, { variablesSchema }, { createId }, { readEngineAssets }] = await Promise.all([
    import('../src/container.ts'),
    import('../src/env.ts'),
    import('../src/lib/ids.ts'),
    import('./read-lexicon.ts'),
  ]);
  const env: Env = { ...process.env, ...around.vars };
  const openContext = createContainer(await readEngineAssets());
  const pending: Promise<unknown>[] = [];
  const here = openContext({
    // The stack of a command is plain HTTP on this machine, which a deployed Worker would refuse.
    env: { LOG_LEVEL: 'warn', ...env, ENVIRONMENT: 'local' } as Env,
    requestId: createId('cli', Date.now()),
    actor: { type: 'operator' },
    waitUntil: (work) => pending.push(work),
  });
  const named = variablesSchema.shape.ENVIRONMENT.safeParse(env.ENVIRONMENT || 'local');
  const environment = environmentOf(env.ENVIRONMENT, named.data);
  // Keys are made for the environment that the operator names.
  const ctx: ServiceContext = Object.create(here, { config: { value: { ...here.config, environment } } });
  return {
    ctx,
    workerUrl: around.workerUrl,
    resume: async () => {
      await openApiOf(around).post('/admin/resume', {});
    },
    close: async () => {
      await Promise.allSettled([...pending, ctx.metrics.flush()]);
      await around.close();
    },
  };
}

/** The environment that keys are made for: `name`, where it is one. */
function environmentOf(name: string | undefined, environment: Config['environment'] | undefined) {
  if (name !== undefined && name !== '' && environment === undefined)
    say(`ENVIRONMENT is "${name}", which is none of local, staging and production: taken as local`);
  return environment ?? 'local';
}

function openApiOf({ workerUrl, vars }: Surroundings): WorkerApi {
  if (workerUrl !== null) return createWorkerApi(workerUrl, vars.ADMIN_TOKEN);
  throw new CommandError('No Worker runs: start one with npm run demo or npm run dev.');
}

export interface OpenApi extends WorkerApi {
  /** Whether the Worker ends with the command. */
  readonly isOwn: boolean;
  close(): Promise<void>;
}

/** The Worker at `url`, else that of the data folder. With `start`, one is started where none runs. */
export async function openWorkerApi(
  { url, token, data }: TargetChoice,
  { start }: { start: boolean },
): Promise<OpenApi> {
  if (url !== undefined) {
    say(`asking ${url}`);
    return { ...createWorkerApi(url, token), isOwn: false, close: async () => {} };
  }
  const { readRunningStack } = await import('./local/stack-file.ts');
  const running = await readRunningStack(data);
  if (running?.addresses.worker === undefined && !start) {
    throw new CommandError(
      `No Worker runs on ${data}. Start one with npm run demo or npm run dev, or name another with --data or --url.`,
    );
  }
  const around = await findOrStart({ dataDir: data, worker: true });
  return { ...openApiOf(around), isOwn: running === null, close: around.close };
}

/** Runs `work` with the services on the chosen folder, and closes them also when it fails. */
export async function withOperator<T>(
  { data }: StackChoice,
  options: Omit<OperatorOptions, 'dataDir'>,
  work: (operator: OperatorContext) => Promise<T>,
): Promise<T> {
  const operator = await openOperatorContext({ ...options, dataDir: data });
  try {
    return await work(operator);
  } finally {
    await operator.close();
  }
}
