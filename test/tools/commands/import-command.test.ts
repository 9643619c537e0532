import { describe, expect, it } from 'vitest';
import { formatResult, toJson } from '../../../scripts/commands/import.ts';
import { waitForWork } from '../../../scripts/import/wait-for-work.ts';
import type { Sql } from '../../../src/db/client.ts';

const COUNTS = { added: 3, updated: 1, unchanged: 2, duplicates: 4, nearDuplicates: 1, rejected: 0 };

describe('the outcome of an import', () => {
  it('is printed as JSON with fixed keys and rejected as a number', () => {
    const rejections = [{ line: 7, reason: 'no lyrics', field: 'lyrics' }];
    expect(toJson({ ...COUNTS, rejected: 1, rejections })).toEqual({
      added: 3,
      updated: 1,
      unchanged: 2,
      duplicates: 4,
      near_duplicates: 1,
      rejected: 1,
      rejections,
    });
  });

  it('is printed as text with the first rejected lines and the number of others', () => {
    const rejections = Array.from({ length: 30 }, (_, i) => ({
      line: i + 1,
      reason: 'no lyrics',
      field: 'lyrics',
    }));
    const lines = formatResult({ ...COUNTS, rejected: 30, rejections }, 1.5, null).split('\n');
    expect(lines[0]).toContain('3 added (1 of them near-duplicates)');
    expect(lines).toHaveLength(22);
    expect([lines[1], lines[21]?.trim()]).toEqual([
      '  line 1: no lyrics',
      'and 10 more; --report FILE lists them all',
    ]);
  });
});

describe('waiting for jobs of imported songs', () => {
  /** A database with `pending(second)` pending songs, and a clock that only sleeps advance. */
  function fakeOperator(pending: (seconds: number, resumes: number) => number) {
    let now = 0;
    const resumes: number[] = [];
    const clock = {
      now: () => now,
      sleep: async (ms: number) => {
        now += ms;
      },
    };
    const sql: Sql = {
      query: async <T>() => {
        const waiting = pending(now / 1000, resumes.length);
        return [{ pending: waiting, embedded: 5, analyzed: 6, failed: 0, unembeddable: 1 }] as T[];
      },
      batch: async () => [],
    };
    const resume = async () => {
      resumes.push(now / 1000);
    };
    return { ctx: { clock, sql }, resumes, resume };
  }

  it('sends no request when nothing is pending', async () => {
    const operator = fakeOperator(() => 0);
    expect(await waitForWork(operator)).toEqual({ embedded: 5, analyzed: 6, failed: 0, unembeddable: 1 });
    expect(operator.resumes).toEqual([]);
  });

  it('starts the jobs once while they make progress', async () => {
    const operator = fakeOperator((seconds) => Math.max(0, 100 - Math.floor(seconds)));
    await waitForWork(operator);
    expect(operator.resumes).toEqual([0]);
  });

  it('starts the jobs again when messages seem lost', async () => {
    const operator = fakeOperator((_seconds, resumes) => (resumes < 2 ? 10 : 0));
    await waitForWork(operator);
    expect(operator.resumes).toEqual([0, 20.5]);
  });

  it('fails when no job finishes for ten minutes', async () => {
    await expect(waitForWork(fakeOperator(() => 10))).rejects.toThrow('10 songs still wait');
  });
});
