import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clearSongs, decodeMap, encodeMap } from '../../../../src/ml/clusters/map-layout.ts';

const point = fc.record({
  id: fc.integer({ min: 1, max: 2_147_483_647 }),
  x: fc.nat(65_535),
  y: fc.nat(65_535),
  cluster: fc.nat(255),
  year: fc.option(fc.integer({ min: 1901, max: 2155 })),
});
const map = fc.record({
  build: fc.nat(4_000_000_000),
  points: fc.uniqueArray(point, { maxLength: 40, selector: ({ id }) => id }),
  legend: fc.array(fc.record({ cluster: fc.nat(255), label: fc.string({ unit: 'grapheme' }) })),
});

const byId = <T extends { id: number }>(points: readonly T[]) => points.toSorted((a, b) => a.id - b.id);

describe('a map of songs', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(map, (written) => {
        const read = decodeMap(encodeMap(written));
        expect(byId(read.points)).toEqual(byId(written.points));
        expect([read.build, read.legend]).toEqual([written.build, written.legend]);
      }),
    );
  });

  it('finds the points of a cell by its index', () => {
    fc.assert(
      fc.property(map, fc.nat(63), fc.nat(63), (written, column, row) => {
        const bytes = encodeMap(written);
        const view = new DataView(bytes.buffer);
        const at = 20 + 4 * (row * 64 + column);
        const found = decodeMap(bytes).points.slice(view.getUint32(at, true), view.getUint32(at + 4, true));
        const within = written.points.filter(({ x, y }) => x >> 10 === column && y >> 10 === row);
        expect(byId(found)).toEqual(byId(within));
      }),
    );
  });

  it('takes less than 1.5 MB for 57,718 songs', () => {
    const points = Array.from({ length: 57_718 }, (_, i) => ({
      id: i + 1,
      x: (i * 7919) % 65_536,
      y: (i * 104_729) % 65_536,
      cluster: i % 20,
      year: 1990 + (i % 35),
    }));
    expect(encodeMap({ build: 1, points, legend: [] }).length).toBeLessThan(700_000);
  });

  it('can lose songs, whose points stay without an id', () => {
    const points = [1, 2, 3].map((id) => ({ id, x: id, y: 0, cluster: 0, year: null }));
    const bytes = encodeMap({ build: 1, points, legend: [] });
    clearSongs(bytes, new Set([2, 9]));
    expect(decodeMap(bytes).points.map(({ id }) => id)).toEqual([1, 0, 3]);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['other bytes', new TextEncoder().encode('{"points": [], "legend": []}')],
    ['a map that is cut off', encodeMap({ build: 1, points: [], legend: [] }).subarray(0, -1)],
  ])('is refused when it is %s', (_, bytes) => {
    expect(() => decodeMap(bytes)).toThrow(/not a map|another length/);
  });
});
