import { z } from 'zod';

/** What one invocation asks of others: counts. */
export interface Outgoing {
  postgres_round_trips: number;
  statements: number;
  redis_round_trips: number;
  redis_commands: number;
  /** Requests to models and sites. */
  other_fetches: number;
}

export const NOTHING: Outgoing = {
  postgres_round_trips: 0,
  statements: 0,
  redis_round_trips: 0,
  redis_commands: 0,
  other_fetches: 0,
};

export type Service = 'postgres' | 'redis' | 'other';

/** A request on its way to a service. */
export interface SentRequest {
  service: Service;
  path: string;
  body: string;
}

/** A flush of the counters, which an isolate sends for many requests together, has a price of its own. */
export interface WirePrice {
  isMetrics: boolean;
  outgoing: Outgoing;
}

const QueriesSchema = z.object({ queries: z.array(z.unknown()) });
const CommandSchema = z.tuple([z.string()], z.union([z.string(), z.number(), z.boolean()]));
type Command = z.infer<typeof CommandSchema>;

const METRICS_KEY = /^bl:v1:metrics(?::|$)/;

/** The key that a command writes counts to; null for every other command. */
function countedKey([name, ...args]: Command): string | null {
  switch (name.toLowerCase()) {
    case 'hincrby':
    case 'expire':
      return String(args[0]);
    case 'eval':
    case 'evalsha':
      return String(args[2]);
    default:
      return null;
  }
}

const addsToCounters = (command: Command): boolean => METRICS_KEY.test(countedKey(command) ?? '');

/** Paths whose body holds the commands; others are a command themselves, and the body is its value. */
const IN_BODY = ['/', '/pipeline', '/multi-exec'];

/** Upstash's REST protocol: `/` takes one command, `/pipeline` and `/multi-exec` a list, `/set/key` a value. */
function readRedis(path: string, body: string): WirePrice {
  const one = { ...NOTHING, redis_round_trips: 1, redis_commands: 1 };
  if (!IN_BODY.includes(path)) return { isMetrics: false, outgoing: one };
  const json: unknown = JSON.parse(body);
  const commands = path === '/' ? [CommandSchema.parse(json)] : z.array(CommandSchema).parse(json);
  return {
    isMetrics: commands.every(addsToCounters),
    outgoing: { ...one, redis_commands: commands.length },
  };
}

/** Neon's protocol: a statement, or a list that is one transaction. */
function readPostgres(body: string): WirePrice {
  const batch = QueriesSchema.safeParse(JSON.parse(body));
  const statements = batch.success ? batch.data.queries.length : 1;
  return { isMetrics: false, outgoing: { ...NOTHING, postgres_round_trips: 1, statements } };
}

/** What a request on the wire costs. Throws for a body that the protocol of its service does not have. */
export function readWire({ service, path, body }: SentRequest): WirePrice {
  switch (service) {
    case 'postgres':
      return readPostgres(body);
    case 'redis':
      return readRedis(path, body);
    case 'other':
      return { isMetrics: false, outgoing: { ...NOTHING, other_fetches: 1 } };
  }
}

export function addOutgoing(a: Outgoing, b: Outgoing): Outgoing {
  return {
    postgres_round_trips: a.postgres_round_trips + b.postgres_round_trips,
    statements: a.statements + b.statements,
    redis_round_trips: a.redis_round_trips + b.redis_round_trips,
    redis_commands: a.redis_commands + b.redis_commands,
    other_fetches: a.other_fetches + b.other_fetches,
  };
}
