import { beforeAll, describe, expect, it } from 'vitest';
import { fitExponent } from '../../../scripts/bench/search/growth.ts';
import { ndcgAt10, recallAt10 } from '../../../scripts/eval/rank-measures.ts';
import { type CatalogueModel, onCurve, readCatalogueModel } from '../../../scripts/lab/catalogue-model.ts';
import { typesCurve, wordsOf } from '../../../scripts/lab/learn-text.ts';
import { drawnNeighbours } from '../../../scripts/lab/learn-vectors.ts';
import { quantilesOf, valueAt } from '../../../scripts/lab/quantiles.ts';
import { type SyntheticSong, synthesize } from '../../../scripts/lab/synthesize.ts';
import { dot, toUnit } from '../../../scripts/lab/vector-math.ts';

const TRACKS = 400;
let model: CatalogueModel;
let songs: SyntheticSong[];

async function collect(seed: string, tracks: number): Promise<SyntheticSong[]> {
  const collected: SyntheticSong[] = [];
  for await (const song of synthesize(model, { tracks, seed })) collected.push(song);
  return collected;
}

beforeAll(async () => {
  model = await readCatalogueModel();
  songs = await collect('test', TRACKS);
}, 30_000);

const sung = ({ lyrics }: SyntheticSong): string[] => wordsOf(lyrics.replaceAll(/^\[.*$/gm, ''));

describe('synthetic songs', () => {
  it('depend only on the seed', async () => {
    const [again, other] = [await collect('test', TRACKS), await collect('other', 5)];
    expect(again[0]).toEqual(songs[0]);
    expect(other[0]?.lyrics).not.toBe(songs[0]?.lyrics);
    expect(songs.map(({ number }) => number)).toEqual(Array.from({ length: TRACKS }, (_, i) => i + 1));
  });

  it('have the length and vocabulary of real ones', () => {
    const lengths = quantilesOf(songs.map((song) => sung(song).length));
    for (const share of [0.25, 0.5, 0.75]) {
      const wanted = valueAt(model.text.words, share);
      expect(Math.abs(valueAt(lengths, share) - wanted) / wanted).toBeLessThan(0.12);
    }
    for (const [length, types] of typesCurve(songs.map(sung)))
      expect(Math.abs(types - onCurve(model.real.types, length)) / types).toBeLessThan(0.15);
  });

  it('rhyme in couplets', () => {
    const ends = songs.slice(0, 50).flatMap(({ lyrics }) => {
      const lines = lyrics.split('\n').filter((line) => line !== '' && !line.startsWith('['));
      return lines.slice(1).map((line, i) => [lines[i]?.split(' ').at(-1), line.split(' ').at(-1)]);
    });
    const alike = ends.filter(([a, b]) => a?.slice(-2) === b?.slice(-2)).length / ends.length;
    expect(alike).toBeGreaterThan(0.15);
  });

  it('have vectors with the distances of real songs', () => {
    const drawn = drawnNeighbours(model.vectors, [93, 75, 32, 31, 28, 24, 20, 19, 15, 1], 'test');
    for (const name of ['nearest', 'tenth', 'any'] as const) {
      for (const share of [0.3, 0.5, 0.7]) {
        const real = valueAt(model.real.neighbours[name], share);
        expect(Math.abs(valueAt(drawn[name], share) - real) / real, `${name} ${share}`).toBeLessThan(0.2);
      }
    }
    const unit = toUnit(songs[0]?.vector.slice() ?? new Float32Array([1]));
    expect(dot(unit, unit)).toBeCloseTo(1, 4);
  });
});

describe('ranking measures', () => {
  it('are 1 for the best order and decrease with each position', () => {
    expect(ndcgAt10([3, 2, 1], [1, 2, 3])).toBe(1);
    expect(ndcgAt10([0, 3], [3])).toBeCloseTo(1 / Math.log2(3), 10);
    expect(ndcgAt10([0, 0], [3])).toBe(0);
    expect(recallAt10([0, 2, 0, 1], [2, 1, 1, 3])).toBe(0.5);
    expect(recallAt10(Array(10).fill(1), Array(20).fill(1))).toBe(1);
  });

  it('find the exponent of a power', () => {
    const points = [1000, 10_000, 57_718].map((rows) => ({ rows, ms: 3 * rows ** 0.4 }));
    expect(fitExponent(points)).toBeCloseTo(0.4, 3);
  });
});
