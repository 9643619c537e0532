import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followRows } from '../../../scripts/last-row.ts';
import { csvRecord } from '../../../src/services/export/csv.ts';

const value = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '7', '{') });
const rows = fc.array(fc.record({ id: fc.integer({ min: 1, max: 2_147_483_647 }), title: value }), {
  maxLength: 12,
});
const cuts = fc.array(fc.nat(400), { maxLength: 8 });

const FORMATS = {
  csv: {
    head: csvRecord(['id', 'title']),
    write: (row: { id: number; title: string }) => csvRecord([row.id, row.title]),
  },
  ndjson: { head: '', write: (row: object) => `${JSON.stringify(row)}\n` },
};

describe.each(['csv', 'ndjson'] as const)('the last complete row of %s', (format) => {
  it('is found at any chunk boundary and length', () => {
    fc.assert(
      fc.property(rows, cuts, fc.nat(400), (songs, places, end) => {
        const { head, write } = FORMATS[format];
        const records = songs.map(write);
        const came = `${head}${records.join('')}`.slice(0, end);
        const last = followRows(format);
        const ends = [...places.filter((place) => place < came.length), came.length].sort((a, b) => a - b);
        for (const [i, place] of ends.entries()) last.add(came.slice(ends[i - 1] ?? 0, place));
        let length = head.length;
        const whole = records.filter((record) => {
          length += record.length;
          return length <= came.length;
        }).length;
        expect([last.rows, last.id]).toEqual([whole, songs[whole - 1]?.id ?? null]);
      }),
    );
  });
});
