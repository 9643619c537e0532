import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { monthCost } from '../../../scripts/capacity/month.ts';
import { withCosts } from '../../../scripts/capacity/page.ts';
import { readRequestPrices } from '../../../scripts/capacity/request-prices.ts';
import { MIX, SIZES, type Size } from '../../../scripts/capacity/sizes.ts';

const docs = (name: string): string =>
  readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
const uses = readRequestPrices(docs('request-prices.md'));

const idle: Size = {
  name: 'idle',
  songs: 1,
  requestsPerMinute: 0,
  newSongs: 0,
  modelAnalyses: 0,
  cacheEntries: 0,
};

const amountOf = (size: Size, item: string): number =>
  monthCost(size, uses).lines.find((line) => line.item === item)?.amount ?? Number.NaN;

describe('what a month costs', () => {
  it('is in the docs as it is computed (npm run barline -- costs --write)', () => {
    const page = docs('when-it-outgrows.md');
    expect(withCosts(page, uses)).toBe(page);
  });

  it('is the plan, the smallest compute and the standing commands when nobody comes', () => {
    const { lines, usd, computeUnits } = monthCost(idle, uses);
    expect(computeUnits).toBe(0.25);
    // 5 + 730 × .25 × .106 + (43,800 × 16 + 2,920 × 20) commands at .2 for 100,000
    expect(usd).toBeCloseTo(5 + 19.345 + 1.5184, 2);
    expect(lines.filter((line) => line.usd > 0.001).map(({ item }) => item)).toEqual([
      'Workers plan',
      'Postgres compute',
      'Redis commands',
    ]);
  });

  it('counts a minute of requests 43,800 times', () => {
    expect(amountOf({ ...idle, requestsPerMinute: 10 }, 'Requests')).toBe(438_000);
  });

  it.each(['requestsPerMinute', 'songs', 'modelAnalyses', 'cacheEntries', 'newSongs'] as const)(
    'never falls as %s grows',
    (field) => {
      const [, medium] = SIZES;
      if (medium === undefined) throw new Error('no size');
      const bills = [0.1, 1, 10, 1000].map((factor) => {
        const grown = { ...medium, [field]: Math.ceil(medium[field] * factor) };
        return monthCost(grown, uses).usd;
      });
      expect(bills).toEqual(bills.toSorted((a, b) => a - b));
    },
  );

  it('has a mix that is all of the traffic', () => {
    expect(Object.values(MIX).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it('is refused for a kind of request that was not measured', () => {
    expect(() => monthCost(idle, new Map())).toThrow('docs/request-prices.md has no row "GET /search"');
  });
});
