import { type MonthCost, monthCost } from './month.ts';
import prices from './monthly-prices.json' with { type: 'json' };
import type { RequestUse } from './request-prices.ts';
import { SIZES } from './sizes.ts';

const dollars = (amount: number): string =>
  amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const quantity = (amount: number): string =>
  amount >= 10_000
    ? `${(amount / 1e6).toLocaleString('en-US', { maximumSignificantDigits: 3 })} million`
    : amount.toLocaleString('en-US', { maximumSignificantDigits: 3 });

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** What each size is, and its bill by item: amount and US dollars a month. */
export function costTable(months: readonly MonthCost[]): string {
  const head = ['a month', ...months.map(({ size }) => size.name)];
  const facts: [string, (month: MonthCost) => string][] = [
    ['songs', ({ size }) => size.songs.toLocaleString('en-US')],
    ['requests a minute, mean', ({ size }) => size.requestsPerMinute.toLocaleString('en-US')],
    ['analyses by a model', ({ size }) => size.modelAnalyses.toLocaleString('en-US')],
    ['compute units of Postgres', ({ computeUnits }) => computeUnits.toFixed(2)],
  ];
  const items = months[0]?.lines ?? [];
  return [
    row(head),
    row(head.map(() => '---')),
    ...facts.map(([name, tell]) => row([name, ...months.map(tell)])),
    ...items.map(({ item, unit }, i) =>
      row([
        `${item} (${unit})`,
        ...months.map(({ lines }) => `${quantity(lines[i]?.amount ?? 0)}: $${dollars(lines[i]?.usd ?? 0)}`),
      ]),
    ),
    row(['**all**', ...months.map(({ usd }) => `**$${dollars(usd)}**`)]),
  ].join('\n');
}

const { read_on, currency: _currency, ...listed } = prices;

/** The list prices, one a line, with the page that each was read from. */
export function priceList(): string {
  const lines = Object.values(listed).map(({ price, per, unit, included, page }) => {
    const plan = included === 0 ? '' : `, ${included.toLocaleString('en-US')} included`;
    return `- $${price} for ${per.toLocaleString('en-US')} ${unit}${plan} ([source](${page}))`;
  });
  return [`List prices read on ${read_on}:`, '', ...lines].join('\n');
}

const START = '<!-- costs: written by `npm run barline -- costs --write` -->';
const END = '<!-- /costs -->';

/** The page with its table of costs replaced. Throws if the marks are missing. */
export function withCosts(page: string, uses: ReadonlyMap<string, RequestUse>): string {
  const from = page.indexOf(START);
  const to = page.indexOf(END);
  if (from < 0 || to < from) throw new Error(`the page lacks "${START}" or "${END}"`);
  const table = costTable(SIZES.map((size) => monthCost(size, uses)));
  return `${page.slice(0, from)}${START}\n${table}\n\n${priceList()}\n${page.slice(to)}`;
}
