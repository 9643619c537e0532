import { describe, expect, it } from 'vitest';
import { seeded } from '../../../src/ml/compose/random.ts';
import { countIn, isEnough, quantileBins, stabilityIndex, stateOf } from '../../../src/ml/stability-index.ts';

const random = seeded(22);
const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Values of artists with `songs` each, which correlate by `alike`. */
function draw(size: number, { shift = 0, songs = 1, alike = 0 } = {}): number[] {
  const values: number[] = [];
  while (values.length < size) {
    const artist = normal() * Math.sqrt(alike);
    for (let song = 0; song < songs; song++) values.push(shift + artist + normal() * Math.sqrt(1 - alike));
  }
  return values.slice(0, size);
}

/** Shares of comparisons that are called moderate or large, and large, of 250 values with 1,000. */
function alarms(runs: number, options: { shift?: number; songs?: number; alike?: number }) {
  const states = Array.from({ length: runs }, () => {
    const { shift = 0, ...clusters } = options;
    const reference = quantileBins(draw(1000, clusters));
    const actual = countIn(draw(250, { ...clusters, shift }), reference.edges);
    return stateOf(stabilityIndex(reference.counts, actual));
  });
  const share = (wanted: readonly string[]) => states.filter((one) => wanted.includes(one)).length / runs;
  return { any: share(['moderate', 'large']), large: share(['large']) };
}

describe('the stability index', () => {
  it('of shares .4, .3, .3 against .5, .3, .2 is what its definition gives', () => {
    const by_hand = 0.1 * Math.log(0.5 / 0.4) + 0.1 * Math.log(0.3 / 0.2);
    expect(stabilityIndex([50_000, 30_000, 20_000], [40_000, 30_000, 30_000])).toBeCloseTo(by_hand, 3);
  });

  it('of a distribution with itself is 0, and finite where bins are empty', () => {
    expect(stabilityIndex([10, 20, 30], [10, 20, 30])).toBe(0);
    expect(stabilityIndex([0, 100], [100, 0])).toBeLessThan(20);
  });

  it('calls a sample of the fewest values drifted by chance in about 2 of 100 comparisons, and far in none', () => {
    expect(isEnough(250, 1000)).toBe(true);
    expect(isEnough(249, 1000)).toBe(false);
    const { any, large } = alarms(1000, {});
    expect(any).toBeLessThan(0.04);
    expect(large).toBe(0);
  });

  it('does not for three songs an artist that are alike', () => {
    const { any, large } = alarms(1000, { songs: 3, alike: 0.3 });
    expect(any).toBeLessThan(0.05);
    expect(large).toBe(0);
  });

  it('finds a mean that moved by half a deviation in nearly all, and calls one that moved by a whole one far', () => {
    expect(alarms(200, { shift: 0.5 }).any).toBeGreaterThan(0.97);
    expect(alarms(200, { shift: 1 }).large).toBeGreaterThan(0.97);
  });
});

describe('bins', () => {
  it('hold equally many values of the reference', () => {
    expect(quantileBins(draw(1000)).counts).toEqual(Array.from({ length: 10 }, () => 100));
  });

  it.each([[1], [-0.3], [300.5]])('of a reference that is all %d tell values above and below it', (value) => {
    const { edges, counts } = quantileBins(Array.from({ length: 50 }, () => value));
    expect(counts).toEqual([0, 50, 0]);
    expect(countIn([value - 0.01, value, value + 0.01], edges)).toEqual([1, 1, 1]);
  });

  it('are fewer where values repeat', () => {
    const { edges, counts } = quantileBins([
      ...Array.from({ length: 80 }, () => 0),
      ...draw(20).map(Math.abs),
    ]);
    expect(edges.length).toBeLessThan(4);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(100);
  });
});
