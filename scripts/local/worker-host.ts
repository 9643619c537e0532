import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { ROOT, WORKER_DIR } from '../build.ts';
import { recordChildren, watchSpawns } from './child-processes.ts';
import { withoutSignalHandlers } from './stop-signals.ts';

export interface WorkerHostOptions {
  host: string;
  port: number;
  vars: Record<string, string>;
  /** The data folder, where R2 keeps its objects between runs; in memory if absent. */
  persistTo?: string;
  /** Shows the Worker's log lines. */
  verbose?: boolean;
  /** Seconds that the local queues wait for a batch to fill; null: they keep their messages. */
  queueWaitSeconds?: number | null;
}

export interface WorkerHost {
  url: string;
  /** Runs the schedule of a cron expression, as Cloudflare would; local cron never fires by itself. */
  runSchedule(cron: string): Promise<void>;
  /** Puts a message into a queue of this Worker: its queues are its own and die with it. */
  sendMessage(queueBinding: 'INGEST_QUEUE' | 'ANALYSIS_QUEUE', body: unknown): Promise<void>;
  /** Switches to a rebuilt Worker on the same port. */
  reload(): Promise<void>;
  stop(): Promise<void>;
}

async function builtModules() {
  const names = await readdir(WORKER_DIR);
  const data = names.filter((name) => name.endsWith('.bin'));
  return [
    { type: 'ESModule' as const, path: join(WORKER_DIR, 'worker.js') },
    ...data.map((name) => ({ type: 'Data' as const, path: join(WORKER_DIR, name) })),
  ];
}

/** What Miniflare serves the built Worker with; exported for tests. */
export async function miniflareOptions(options: WorkerHostOptions) {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(ROOT, 'wrangler.toml'), '');
  const wait = options.queueWaitSeconds;
  const consumers = Object.entries(workerOptions.queueConsumers ?? {}).map(([name, consumer]) => [
    name,
    { ...consumer, ...(typeof wait === 'number' ? { maxBatchTimeout: wait } : {}) },
  ]);
  return convertV4MiniflareOptions({
    ...workerOptions,
    name: 'barline',
    modules: await builtModules(),
    modulesRoot: WORKER_DIR,
    bindings: Object.assign({ ENVIRONMENT: 'local' }, workerOptions.bindings, options.vars),
    queueConsumers: wait === null ? {} : Object.fromEntries(consumers),
    host: options.host,
    port: options.port,
    ...(options.persistTo === undefined
      ? {}
      : { resourcePersistencePath: join(options.persistTo, 'worker') }),
    log: new Log(options.verbose ? LogLevel.INFO : LogLevel.ERROR),
    // Where the request came from is Cloudflare's to know, and asking for a sample of it needs the internet.
    cf: false,
    handleStructuredLogs: ({ message }) => {
      if (options.verbose) process.stderr.write(`${message}\n`);
    },
  });
}

/** Serves the built Worker in workerd with the bindings of wrangler.toml and the given variables. */
export async function startWorkerHost(options: WorkerHostOptions): Promise<WorkerHost> {
  const settings = await miniflareOptions(options);
  const miniflare = withoutSignalHandlers(() => new Miniflare(settings));
  // workerd outlives a killed parent and keeps the port: the next owner of the folder ends it.
  const recorded = async <T>(work: () => Promise<T>): Promise<T> => {
    const { result, children } = await watchSpawns(work);
    if (options.persistTo !== undefined) await recordChildren(options.persistTo, children);
    return result;
  };
  const { origin, port } = await recorded(() => miniflare.ready);
  return {
    url: origin,
    runSchedule: async (cron) => {
      const worker = await miniflare.getWorker();
      await worker.scheduled({ cron, scheduledTime: new Date() });
    },
    sendMessage: async (binding, body) => {
      const queue = await miniflare.getQueueProducer(binding);
      await queue.send(body);
    },
    reload: async () => {
      const changed = await miniflareOptions({ ...options, port: Number(port) });
      await recorded(() => miniflare.setOptions(changed));
    },
    stop: () => miniflare.dispose(),
  };
}
