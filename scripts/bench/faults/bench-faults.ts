import { setTimeout as sleep } from 'node:timers/promises';
import { auditWork, countOpenWork, type WorkAudit } from './audit.ts';
import { type FaultSpan, type TrafficFigures, trafficFigures } from './fault-figures.ts';
import { TRAFFIC_FAULTS, type TrafficFault } from './fault-list.ts';
import { type FaultWorld, startFaultWorld } from './fault-world.ts';
import { Traffic } from './run-traffic.ts';
import { CUT_OFF, type Sent, send } from './send.ts';
import { trafficRequest } from './traffic.ts';

export interface FaultRun extends TrafficFigures, WorkAudit {
  fault: string;
  redis: FaultWorld['redis'];
  /** Seconds of traffic before, during and after. */
  seconds: readonly [number, number, number];
  /** Exchanges that the fault has met. */
  met: number;
  /** Writes without an acceptance, which were sent again after the traffic, as a client would. */
  repeated_writes: number;
  /** How long the accepted work took to end after the traffic; null: not within the limit. */
  drained_s: number | null;
}

export interface FaultBenchOptions {
  requestsPerMinute: number;
  /** Seconds of traffic before, during and after a fault. */
  seconds: readonly [number, number, number];
  /** Only faults whose name contains one of these; null: all. */
  only: readonly string[] | null;
  /** Leaves out faults that last longer than all others. */
  isShort: boolean;
  onRun: (run: FaultRun) => void;
}

/** A breaker of the model rests for two minutes, and an item waits for it. */
const DRAINED_WITHIN_MS = 240_000;
const RESUME_EVERY_MS = 15_000;
const POLL_MS = 500;
const WARM_UP = 60;
const FIRST_WARM_UP = 1_000_000;

/** Mixed traffic through the built Worker while each fault comes and goes, each in a world of its own. */
export async function benchFaults(options: FaultBenchOptions): Promise<FaultRun[]> {
  const { only, isShort } = options;
  const faults = TRAFFIC_FAULTS.filter(
    ({ name, seconds }) =>
      !(isShort && seconds !== undefined) && (only === null || only.some((text) => name.includes(text))),
  );
  if (faults.length === 0) throw new Error(`no fault has such a name: ${namesOf(TRAFFIC_FAULTS)}`);
  const runs: FaultRun[] = [];
  for (const fault of faults) {
    const run = await runFault(fault, options);
    options.onRun(run);
    runs.push(run);
  }
  return runs;
}

const namesOf = (faults: readonly TrafficFault[]): string => faults.map(({ name }) => name).join(', ');

async function runFault(fault: TrafficFault, options: FaultBenchOptions): Promise<FaultRun> {
  const [before, during, after] = options.seconds;
  const seconds = [before, fault.seconds ?? during, after] as const;
  const world = await startFaultWorld();
  try {
    const traffic = new Traffic(world, options.requestsPerMinute);
    await warmUp(world);
    const going = traffic.run();
    const span = await strike(world, fault, seconds);
    await sleep(after * 1000);
    traffic.stop();
    await going;
    const met = Object.values(world.proxies).reduce((sum, proxy) => sum + proxy.met(), 0);
    const repeated = await traffic.repeatWrites();
    const drainedMs = await drain(world);
    return {
      fault: fault.name,
      redis: world.redis,
      seconds,
      met,
      ...trafficFigures(fault.endsWorker ? traffic.sent.map(withoutWorker) : traffic.sent, span),
      repeated_writes: repeated,
      drained_s: drainedMs === null ? null : Math.round(drainedMs / 1000),
      ...(await auditWork(world.db, traffic.accepted)),
    };
  } finally {
    await world.close();
  }
}

/** A connection that ended with the Worker is counted with those that found none. */
const withoutWorker = (sent: Sent): Sent => (sent.why === CUT_OFF ? { ...sent, outcome: 'refused' } : sent);

/** One request after the other, of numbers that the traffic does not reach. */
async function warmUp(world: FaultWorld): Promise<void> {
  for (let i = 0; i < WARM_UP; i++) await send(world, trafficRequest(FIRST_WARM_UP + i), 0);
}

/** Lets the fault come and go beside the traffic. */
async function strike(
  world: FaultWorld,
  fault: TrafficFault,
  [before, during]: readonly [number, number, number],
): Promise<FaultSpan> {
  const started = performance.now();
  await sleep(before * 1000);
  await fault.begin(world);
  if (fault.end !== undefined) {
    await sleep(during * 1000);
    await fault.end(world);
  }
  return { fromMs: before * 1000, toMs: performance.now() - started };
}

/** Waits until all accepted work has ended; null if that takes too long. */
async function drain(world: FaultWorld): Promise<number | null> {
  const started = performance.now();
  let resumedAt = Number.NEGATIVE_INFINITY;
  for (;;) {
    const elapsed = performance.now() - started;
    if ((await countOpenWork(world.db)) === 0) return elapsed;
    if (elapsed > DRAINED_WITHIN_MS) return null;
    if (elapsed - resumedAt > RESUME_EVERY_MS) {
      resumedAt = elapsed;
      await world.resume();
    }
    await sleep(POLL_MS);
  }
}
