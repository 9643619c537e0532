import { sql } from '../../src/db/client.ts';
import type { BatchDto } from '../../src/services/batches/batch-dto.ts';
import { auditCalls, auditStores, benchSongs, markOf, watchStores } from './batch-audit.ts';
import { type BatchWorld, type BatchWorldOptions, startBatchWorld } from './batch-world.ts';

const POLL_MS = 100;

export interface BatchBenchOptions extends BatchWorldOptions {
  items: number;
  onProgress: (fault: string, done: number) => void;
}

export interface BatchRun {
  items: number;
  requests_per_minute: number;
  seconds: number;
  ideal_seconds: number;
  elapsed_over_ideal: number;
  calls: number;
  calls_repeated: number;
  /** Refusals by the simulator's own rate limit. */
  provoked_429: number;
  /** The share of requests that was refused, whoever refused them; and from the 30th second on, null where none came. */
  refused_share: number;
  refused_share_settled: number | null;
  /** The smallest burst that a rate limit would have had to allow, as the requests came in. */
  burst_seen: number;
  lost: number;
  analysed_twice: number;
}

export interface DisturbedRun extends BatchRun {
  fault: string;
  /** Items in progress when a Worker was killed, which may be requested again. */
  in_flight_at_kills: number;
}

export interface BatchBench {
  undisturbed: BatchRun;
  disturbed: DisturbedRun[];
}

/** Something that goes wrong in the middle of a run. */
interface Fault {
  name: string;
  /** Requests per minute that the model accepts, when fewer than the Worker is configured for. */
  takenPerMinute?: number;
  /** Refusals and failures scripted in the simulator before the run. */
  prepare?: (world: BatchWorld, items: number) => { refusals: number };
  /** The fault injected once this share of the items is done; returns the leases of interrupted items. */
  strikes?: readonly { at: number; strike: (world: BatchWorld, batchId: string) => Promise<string[]> }[];
}

const share = (items: number, part: number): number => Math.round(items * part);

/** Kills the Worker, starts another, and returns the items that the first was working on. */
export async function replaceWorker(world: BatchWorld, batchId: string): Promise<string[]> {
  await world.killWorker();
  const rows = await world.ctx.sql.query<{ lease: string }>(sql`
    select lease from batch_items where batch_id = ${batchId}::uuid and status = 'running'`);
  await world.startWorker();
  return rows.map(({ lease }) => lease);
}

const FAULTS: readonly Fault[] = [
  {
    name: 'worker killed three times',
    strikes: [0.25, 0.5, 0.75].map((at) => ({ at, strike: replaceWorker })),
  },
  {
    name: '10 % 429 and 5 % 500, scattered',
    prepare: ({ chat }, items) => {
      // One item of every ten, at a varying position, so that no regularity of the Worker coincides with the refusals.
      const refused = Array.from({ length: share(items, 0.1) }, (_, i) => 10 * i + ((i * 7) % 10));
      for (const item of refused) chat.script({ match: markOf(item), status: 429, retry_after: 1 });
      for (let i = 0; i < share(items, 0.05); i++) {
        chat.script({ match: markOf(20 * i + ((i * 11) % 20)), status: 500 });
      }
      return { refusals: refused.length };
    },
  },
  { name: 'a model that takes a sixth of the rate', takenPerMinute: 100 },
  {
    // An overloaded provider refuses consecutive requests and says for how long.
    name: '10 % 429 in a row and 5 % 500',
    prepare: ({ chat }, items) => {
      const refusals = share(items, 0.1);
      for (let i = 0; i < refusals; i++) {
        chat.script({ match: markOf(share(items, 0.3) + i), status: 429, retry_after: 1 });
      }
      const failures = share(items, 0.05);
      for (let i = 0; i < failures; i++) {
        chat.script({ match: markOf(Math.floor(((i + 0.5) / failures) * items)), status: 500 });
      }
      return { refusals };
    },
  },
  {
    name: 'redis restarted',
    strikes: [
      {
        at: 0.5,
        strike: async (world) => {
          if (!(await world.restartRedis())) throw new Error('There is no redis-server on the PATH.');
          return [];
        },
      },
    ],
  },
];

async function waitFor(
  world: BatchWorld,
  batchId: string,
  isThere: (batch: BatchDto) => boolean,
): Promise<BatchDto> {
  for (;;) {
    const batch = await world.status(batchId);
    if (batch.finished_at !== null || isThere(batch)) return batch;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function run(options: BatchBenchOptions, fault: Fault | null): Promise<DisturbedRun> {
  const { items, requestsPerMinute, burst } = options;
  const takenPerMinute = fault?.takenPerMinute ?? requestsPerMinute;
  const world = await startBatchWorld({ ...options, takenPerMinute });
  try {
    await watchStores(world.ctx.sql);
    const songs = benchSongs(items);
    const scripted = fault?.prepare?.(world, items).refusals ?? 0;
    const batchId = await world.submit(songs);
    const name = fault?.name ?? 'undisturbed';
    const seen = (batch: BatchDto): BatchDto => {
      options.onProgress(name, batch.counts.done);
      return batch;
    };
    const cutOff = new Set<string>();
    for (const { at, strike } of fault?.strikes ?? []) {
      await waitFor(world, batchId, (batch) => seen(batch).counts.done >= at * items);
      for (const lease of await strike(world, batchId)) cutOff.add(lease);
    }
    const batch = seen(await waitFor(world, batchId, (one) => seen(one).finished_at !== null));
    const seconds = (Date.parse(batch.finished_at ?? '') - Date.parse(batch.created_at)) / 1000;
    const ideal = (items - burst) / (takenPerMinute / 60);
    const { too_many, ...calls } = auditCalls(world.chat, requestsPerMinute);
    return {
      fault: name,
      items,
      requests_per_minute: requestsPerMinute,
      seconds,
      ideal_seconds: ideal,
      elapsed_over_ideal: Number((seconds / ideal).toFixed(3)),
      ...calls,
      provoked_429: too_many - scripted,
      in_flight_at_kills: cutOff.size,
      ...(await auditStores(world.ctx.sql, batchId, songs)),
    };
  } finally {
    await world.close();
  }
}

/**
 * Sends a batch through the built Worker to a simulated model, at the rate that the model allows, and compares the time
 * with the ideal (items − burst) / rate; then repeats it with each fault, and counts lost and repeated items.
 */
export async function benchBatch(options: BatchBenchOptions & { only: string | null }): Promise<BatchBench> {
  const { fault: _, in_flight_at_kills: __, ...undisturbed } = await run(options, null);
  const disturbed: DisturbedRun[] = [];
  for (const fault of FAULTS.filter(({ name }) => name.includes(options.only ?? ''))) {
    disturbed.push(await run(options, fault));
  }
  return { undisturbed, disturbed };
}
