import type { RequestBench, RoutePrice } from './bench-request.ts';
import prices from './list-prices.json' with { type: 'json' };

const HEAD = [
  'request',
  'CPU ms',
  'Postgres: round trips (statements)',
  'Redis: commands (round trips)',
  'other fetches',
  'bytes in, out',
  'Workers',
  'Redis',
  'Postgres',
  'a million',
];

const counts = (first: number, second: number): string => (first === 0 ? '0' : `${first} (${second})`);
const dollars = (amount: number): string => amount.toFixed(2);

const variantOf = ({ name }: RoutePrice): string => {
  const at = name.indexOf(': ');
  return at < 0 ? '' : `, ${name.slice(at + 2)}`;
};

function row(price: RoutePrice): string[] {
  const { workers, redis, postgres, total } = price.million_usd;
  return [
    `\`${price.method} ${price.path}\`${variantOf(price)}`,
    price.cpu_ms.toFixed(1),
    counts(price.postgres_round_trips, price.statements),
    counts(price.redis_commands, price.redis_round_trips),
    String(price.other_fetches),
    `${price.bytes_in}, ${price.bytes_out}`,
    ...[workers, redis, postgres, total].map(dollars),
  ];
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** One row for each kind of request, as a Markdown table; costs are US dollars for a million of them. */
export function priceTable({ routes }: RequestBench): string {
  return [line(HEAD), line(HEAD.map(() => '---')), ...routes.map((price) => line(row(price)))].join('\n');
}

const { read_on, currency: _currency, ...listed } = prices;

const priceLines = Object.values(listed).map(({ price, per, unit, plan, page }) => {
  const amount = per === 1 ? unit.replace(/s$/, '') : `${per.toLocaleString('en-US')} ${unit}`;
  return `- $${price} for ${per === 1 ? 'a ' : ''}${amount} ([${plan}](${page}))`;
});

/** The page of the docs; the command writes it and nobody edits it. */
export function pricePage(bench: RequestBench): string {
  return `# The price of a request

Written by \`npm run barline -- bench request --write docs/request-prices.md\`. The Worker runs in workerd as it is deployed, over the
demo songs, with a proxy before every service that counts what passes. Each kind of request is sent again and again, so that the
isolate and the caches know what they may; "a new text" and "words that were not asked for before" are different each time. The
numbers of round trips and commands are held by \`test/integration/request-price.test.ts\`, the times are not.

- CPU: median CPU time of the whole workerd process for a request, HTTP and what is left to the background included. It is an upper
  bound of what is billed: a Worker that answers a constant takes ${bench.plain_cpu_ms.toFixed(1)} ms of it, an idle process ${bench.idle_cpu_ms.toFixed(1)} ms a second.
- Counters: one flush a second at most for all requests of an isolate, of ${bench.metrics_commands} ${bench.metrics_commands === 1 ? 'command' : 'commands'}, which is in no row.
- Bytes: bodies as sent to a client that takes gzip.
- Dollars: for a million requests at list prices read on ${read_on}, without what a plan includes. Postgres is the time of the queries in the
  local database (slower than a native one), as if each kept one compute unit busy and the compute slept otherwise; a compute that
  never sleeps costs its hours instead. Tokens of models are not included.

${priceLines.join('\n')}

${priceTable(bench)}
`;
}
