import type { ProxyFault } from '../../local/fault-proxy.ts';
import type { FaultWorld, ProxiedPart } from './fault-world.ts';

/** Something that goes wrong for a while under traffic. */
export interface TrafficFault {
  name: string;
  begin(world: FaultWorld): Promise<void>;
  /** Absent: it is over when `begin` is. */
  end?(world: FaultWorld): Promise<void>;
  /** It ends the Worker, and every connection with it. */
  endsWorker?: true;
  /** How long it lasts in a full run, if other than all. */
  seconds?: number;
}

const SLOW_MS = 2000;
/** Half of what a person's call may take, so that the answer comes, late. */
const SLOW_MODEL_MS = 10_000;
const LONG_OUTAGE_SECONDS = 600;

const proxied = (name: string, part: ProxiedPart, fault: ProxyFault, seconds?: number): TrafficFault => ({
  name,
  begin: ({ proxies }) => proxies[part].set(fault),
  end: ({ proxies }) => proxies[part].set(null),
  ...(seconds === undefined ? {} : { seconds }),
});

/** In the order in which they are run. `resetting` carries requests out and cuts the answers off. */
export const TRAFFIC_FAULTS: readonly TrafficFault[] = [
  proxied('Redis down', 'redis', { kind: 'refuse' }),
  proxied('Redis slow (2 s)', 'redis', { kind: 'delay', ms: SLOW_MS }),
  proxied('Redis resetting', 'redis', { kind: 'reset_after', bytes: 20 }),
  proxied('Postgres down', 'postgres', { kind: 'refuse' }),
  proxied('Postgres slow (2 s)', 'postgres', { kind: 'delay', ms: SLOW_MS }),
  proxied('Postgres resetting', 'postgres', { kind: 'reset_after', bytes: 20 }),
  proxied('model down', 'model', { kind: 'refuse' }),
  proxied('model slow (10 s)', 'model', { kind: 'delay', ms: SLOW_MODEL_MS }),
  proxied('model 429', 'model', {
    kind: 'status',
    status: 429,
    headers: { 'retry-after': '2', 'content-type': 'application/json' },
    body: '{"error":{"message":"busy"}}',
  }),
  proxied('model dripping', 'model', { kind: 'drip', bytes: 5, everyMs: 250 }),
  proxied('Genius 403', 'genius', { kind: 'status', status: 403 }),
  {
    name: 'queue redelivery doubled',
    begin: async (world) => {
      world.isDoubling = true;
    },
    end: async (world) => {
      world.isDoubling = false;
    },
  },
  { name: 'Worker restarted', begin: (world) => world.restartWorker(), endsWorker: true },
  proxied('Redis down for 10 minutes', 'redis', { kind: 'refuse' }, LONG_OUTAGE_SECONDS),
];
