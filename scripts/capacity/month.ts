import { MEASURED, scaled, searchSqlMs } from './measured.ts';
import prices from './monthly-prices.json' with { type: 'json' };
import type { RequestUse } from './request-prices.ts';
import { MIX, type Size } from './sizes.ts';

/** One line of a month's bill. */
export interface CostLine {
  item: string;
  amount: number;
  unit: string;
  /** US dollars a month, after what the plan includes. */
  usd: number;
}

export interface MonthCost {
  size: Size;
  lines: CostLine[];
  /** Compute units of Postgres that are needed on average, with the factor for peaks. */
  computeUnits: number;
  /** Of the model, and what they cost. */
  tokens: number;
  tokens_usd: number;
  usd: number;
}

const HOURS = 730;
const MINUTES = HOURS * 60;
const SLOTS = HOURS * 4;
const GB = 1e9;
const BACKUPS_KEPT = 30;
/** A scrape of /metrics a minute and the steps of the schedule, whatever the traffic. */
const STANDING_COMMANDS = MINUTES * 16 + SLOTS * 20;
/** Autoscaling follows peaks and lags behind them, so that more than the mean is paid. */
const HEADROOM = 1.5;
const SMALLEST_CU = 0.25;
const GB_OF_CU = 4;
/** Each message is written, read and deleted. */
const OPERATIONS_OF_MESSAGE = 3;

type Priced = Exclude<keyof typeof prices, 'read_on' | 'currency'>;

function line(item: string, price: Priced, amount: number): CostLine {
  const { price: dollars, per, unit, included } = prices[price];
  return { item, amount, unit, usd: (dollars / per) * Math.max(0, amount - included) };
}

/** The mean of a request over the mix; searches take the SQL time of the catalogue's size. */
function meanRequest(uses: ReadonlyMap<string, RequestUse>, songs: number): RequestUse {
  const mean = { cpuMs: 0, redisCommands: 0, postgresMs: 0 };
  for (const [kind, share] of Object.entries(MIX)) {
    const use = uses.get(kind);
    if (use === undefined) throw new Error(`docs/request-prices.md has no row "${kind}"`);
    mean.cpuMs += share * use.cpuMs;
    mean.redisCommands += share * use.redisCommands;
    const isSearch = kind.startsWith('GET /search');
    mean.postgresMs += share * (isSearch ? Math.max(use.postgresMs, searchSqlMs(songs)) : use.postgresMs);
  }
  return mean;
}

/** The larger of what the queries and what the hot indexes need, in compute units of 1 core and 4 GB. */
function computeUnits({ songs, requestsPerMinute }: Size, postgresMs: number): number {
  const cores = (requestsPerMinute / 60) * (postgresMs / 1000) * HEADROOM;
  const memory = scaled(MEASURED.hotBytes, songs) / GB / GB_OF_CU;
  return Math.max(SMALLEST_CU, cores, memory);
}

/**
 * A month at list prices, from the measured use of each kind of request and the measured size of the catalogue.
 * Not included: taxes, support plans, logs kept longer than the plan does, and an embedding model (a fraction of the chat model).
 */
export function monthCost(size: Size, uses: ReadonlyMap<string, RequestUse>): MonthCost {
  const requests = size.requestsPerMinute * MINUTES;
  const mean = meanRequest(uses, size.songs);
  const units = computeUnits(size, mean.postgresMs);
  const { prompt, completion } = MEASURED.tokensOfAnalysis;
  const tokens = line('Tokens of the model', 'model_tokens', size.modelAnalyses * (prompt + completion));
  const lines = [
    line('Workers plan', 'worker_base', 1),
    line('Requests', 'worker_requests', requests),
    line('CPU of requests', 'worker_cpu_ms', requests * mean.cpuMs),
    line('Queues', 'queue_operations', size.newSongs * MEASURED.messagesOfSong * OPERATIONS_OF_MESSAGE),
    line('Postgres compute', 'postgres_compute', units * HOURS),
    line('Postgres storage', 'postgres_storage', scaled(MEASURED.databaseBytes, size.songs) / GB),
    line('Redis commands', 'redis_commands', requests * mean.redisCommands + STANDING_COMMANDS),
    line('Redis storage', 'redis_storage', (size.cacheEntries * MEASURED.cacheEntryBytes) / GB),
    line('Backups', 'r2_storage', (scaled(MEASURED.backupBytes, size.songs) * BACKUPS_KEPT) / GB),
    tokens,
  ];
  const paid = { tokens: tokens.amount, tokens_usd: tokens.usd };
  return { size, lines, ...paid, computeUnits: units, usd: lines.reduce((sum, { usd }) => sum + usd, 0) };
}
