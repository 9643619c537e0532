import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { routeCases } from '../../../scripts/bench/request/route-cases.ts';
import { REQUEST_PRICES } from '../../support/request-prices.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/request-prices.md'), 'utf8');

/** `1 (2)` → 1 and 2; `0` → twice 0. */
function twoCounts(cell: string): [number, number] {
  const [first = '', second = '0'] = cell.replace(')', '').split(' (');
  return [Number(first), Number(second)];
}

/** The counts of each row by its first cell. */
const rows = new Map(
  page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [request = '', , postgres = '', redis = '', fetches = ''] = line.slice(2).split(' | ');
      const [postgres_round_trips, statements] = twoCounts(postgres);
      const [redis_commands, redis_round_trips] = twoCounts(redis);
      const other_fetches = Number(fetches);
      return [
        request,
        { postgres_round_trips, statements, redis_round_trips, redis_commands, other_fetches },
      ] as const;
    }),
);

describe('the page of prices', () => {
  it.each(routeCases({}).map((one) => [one.name, one.operation] as const))(
    'says of %s what the test of every route holds',
    (name, { method, path }) => {
      const variant = name.includes(': ') ? `, ${name.slice(name.indexOf(': ') + 2)}` : '';
      expect(rows.get(`\`${method} ${path}\`${variant}`)).toEqual(REQUEST_PRICES.get(name));
    },
  );

  it('has no other rows', () => {
    expect(rows.size).toBe(REQUEST_PRICES.size);
  });
});
