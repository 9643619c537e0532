import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { PortBusyError } from '../http-server.ts';
import { type PgliteOptions, type PgliteServer, servePglite } from './pglite-server.ts';

type Report =
  | { type: 'ready'; httpPort: number; wirePort: number }
  | { type: 'failed'; message: string; busyPort: number | null };
type Order = 'ping' | 'close';

/** Longer than a checkpoint takes; a thread that spins never closes by itself. */
const CLOSE_TIMEOUT_MS = 20_000;

/**
 * PGlite runs Postgres on the thread that calls it. On a thread of its own, a slow query keeps no other part of the
 * stack waiting.
 */
export async function startPgliteThread(options: PgliteOptions): Promise<PgliteServer> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { pglite: options } });
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const report = await new Promise<Report>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    void exited.then(() => reject(new Error('Postgres stopped before it was ready.')));
  });
  if (report.type === 'failed') {
    await worker.terminate();
    throw report.busyPort ? new PortBusyError('Postgres', report.busyPort) : new Error(report.message);
  }
  worker.on('error', (error) => console.error(`Postgres stopped: ${error.message}`));
  const tell = (order: Order) => worker.postMessage(order);
  return {
    ...report,
    ping: () =>
      new Promise((resolve) => {
        worker.once('message', () => resolve());
        tell('ping');
      }),
    async close() {
      tell('close');
      const patience = sleep(CLOSE_TIMEOUT_MS, 'late', { ref: false });
      if ((await Promise.race([exited, patience])) === 'late') await worker.terminate();
    },
  };
}

async function runThread(options: PgliteOptions, port: NonNullable<typeof parentPort>): Promise<void> {
  try {
    const server = await servePglite(options);
    port.on('message', async (order: Order) => {
      if (order === 'ping') {
        await server.ping();
        port.postMessage('pong');
      } else {
        await server.close();
        port.close();
      }
    });
    port.postMessage({
      type: 'ready',
      httpPort: server.httpPort,
      wirePort: server.wirePort,
    } satisfies Report);
  } catch (error) {
    const busyPort = error instanceof PortBusyError ? error.port : null;
    const message = error instanceof Error ? error.message : String(error);
    port.postMessage({ type: 'failed', message, busyPort } satisfies Report);
    port.close();
  }
}

if (parentPort && workerData?.pglite) await runThread(workerData.pglite, parentPort);
