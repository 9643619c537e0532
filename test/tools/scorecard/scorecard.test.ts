import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measureRows } from '../../../scripts/scorecard/measure-rows.ts';
import { numberAt } from '../../../scripts/scorecard/number-at.ts';
import { HEADLINES, ROWS, UNMEASURED } from '../../../scripts/scorecard/rows.ts';
import {
  headlineTable,
  type Scorecard,
  scorecardTable,
  withTable,
} from '../../../scripts/scorecard/scorecard.ts';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const stored: Scorecard = JSON.parse(read('scripts/scorecard.json'));

describe('the scorecard', () => {
  it('is in docs/scorecard.md as it is stored (npm run barline -- bench scorecard)', () => {
    const page = read('docs/scorecard.md');
    expect(withTable(page, scorecardTable(stored))).toBe(page);
  });

  it('is in the README with ten of its rows', () => {
    const page = read('README.md');
    expect(withTable(page, headlineTable(stored, HEADLINES))).toBe(page);
    expect(new Set(HEADLINES).size).toBe(10);
  });

  it('has no table of a row that it lacks', () => {
    expect(() => headlineTable(stored, ['songs on the moon'])).toThrow('no row "songs on the moon"');
  });

  it('has a row for each published figure, measured or with the reason why not', () => {
    const names = [...ROWS, ...UNMEASURED].map(({ name }) => name);
    expect(stored.rows.map(({ name }) => name)).toEqual(names);
    expect(stored.rows.filter(({ ours, note }) => ours === null && note === '')).toEqual([]);
  });

  it('measures the rows that are asked for and keeps the others', async () => {
    const options = { labels: null, today: '2030-01-01', machine: 'a test', onStep: () => undefined };
    const { rows } = await measureRows(stored, { ...options, only: 'metrics' });
    expect(rows.find(({ name }) => name === 'metrics')?.date).toBe('2030-01-01');
    expect(rows.filter(({ name }) => name !== 'metrics')).toEqual(
      stored.rows.filter(({ name }) => name !== 'metrics'),
    );
  });
});

describe('the number at a path', () => {
  it('is found through objects and lists', () => {
    expect(numberAt({ a: [{ b: 1 }, { b: 2 }] }, 'a.1.b')).toBe(2);
  });

  it.each([['a.2.b'], ['a.1'], ['toString'], ['']])('at "%s" is missing', (path) => {
    expect(() => numberAt({ a: [{ b: 1 }, { b: '2' }] }, path)).toThrow('has no number at');
  });
});
