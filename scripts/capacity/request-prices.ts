import prices from '../bench/request/list-prices.json' with { type: 'json' };

/** What one request of a kind was measured to use, from docs/request-prices.md. */
export interface RequestUse {
  cpuMs: number;
  redisCommands: number;
  postgresMs: number;
}

const MS_PER_HOUR = 3_600_000;
const MILLION = 1_000_000;

/** Undoes the page's price of Postgres for a million requests; exact to the page's cents. */
const postgresMs = (dollars: number): number =>
  (dollars / prices.postgres_compute.price) * (MS_PER_HOUR / MILLION);

/** The rows of the page by their first cell without backticks: "GET /search, facets". Throws if it has none. */
export function readRequestPrices(page: string): ReadonlyMap<string, RequestUse> {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  if (rows.length === 0) throw new Error('docs/request-prices.md has no rows');
  return new Map(
    rows.map((line) => {
      const [request = '', cpu = '', , redis = '', , , , , postgres = ''] = line.slice(2).split(' | ');
      const use = {
        cpuMs: Number(cpu),
        redisCommands: Number.parseInt(redis, 10),
        postgresMs: postgresMs(Number(postgres)),
      };
      return [request.replaceAll('`', ''), use] as const;
    }),
  );
}
