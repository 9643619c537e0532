import prices from './list-prices.json' with { type: 'json' };

/** What one request uses of what is billed. */
export interface Usage {
  cpu_ms: number;
  redis_commands: number;
  postgres_ms: number;
}

/** Dollars for a million requests at list prices. */
export interface MillionCost {
  workers: number;
  redis: number;
  /** As if each query kept one compute unit busy for as long as it took, and the compute slept otherwise. */
  postgres: number;
  total: number;
}

const MILLION = 1_000_000;
const MS_PER_HOUR = 3_600_000;

const priceOf = ({ price, per }: { price: number; per: number }, amount: number): number =>
  (price / per) * amount;

const cents = (dollars: number): number => Math.round(dollars * 100) / 100;

/** Each part in whole cents; the total is that of the exact parts. */
export function costOfMillion(usage: Usage): MillionCost {
  const workers =
    priceOf(prices.worker_requests, MILLION) + priceOf(prices.worker_cpu_ms, usage.cpu_ms * MILLION);
  const redis = priceOf(prices.redis_commands, usage.redis_commands * MILLION);
  const postgres = priceOf(prices.postgres_compute, (usage.postgres_ms * MILLION) / MS_PER_HOUR);
  return {
    workers: cents(workers),
    redis: cents(redis),
    postgres: cents(postgres),
    total: cents(workers + redis + postgres),
  };
}
