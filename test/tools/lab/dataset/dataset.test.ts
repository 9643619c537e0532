import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, eraOf } from '../../../../scripts/lab/dataset/candidate.ts';
import { datasetLines, hashOf } from '../../../../scripts/lab/dataset/dataset-hash.ts';
import { drawSample } from '../../../../scripts/lab/dataset/draw-sample.ts';
import { splitByArtist } from '../../../../scripts/lab/dataset/split-by-artist.ts';
import { seeded, shuffled } from '../../../../src/ml/compose/random.ts';

const song = (id: number, change: Partial<Candidate> = {}): Candidate => ({
  id: `hash-${String(id).padStart(4, '0')}`,
  artist: `Artist ${id % 10}`,
  title: `Song ${id}`,
  year: 1990 + (id % 30),
  language: 'en',
  genre: null,
  lyrics: 'made up',
  analyzer: 'algorithmic',
  model_version: 'engine',
  confidence: (id % 40) / 40,
  targets: { sentiment_score: 0, sentiment: 'neutral', emotion: null, themes: [], quality: null },
  reply: null,
  ...change,
});

const songs = (count: number): Candidate[] => Array.from({ length: count }, (_, id) => song(id));

const candidates = fc
  .array(
    fc.record({
      artist: fc.constantFrom('A', 'B', 'C', 'D', 'E F', 'G'),
      year: fc.option(fc.integer({ min: 1970, max: 2025 })),
    }),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((rows) => rows.map((row, id) => song(id, row)));

describe('a sample', () => {
  it('is the same whatever the order of the candidates', () => {
    const all = songs(200);
    const mixed = shuffled(all, seeded(5));
    expect(
      hashOf(datasetLines(splitByArtist(drawSample(mixed, { size: 50, seed: 1 }), { share: 0.2, seed: 1 }))),
    ).toBe(
      hashOf(datasetLines(splitByArtist(drawSample(all, { size: 50, seed: 1 }), { share: 0.2, seed: 1 }))),
    );
  });

  it('takes the surest song of each artist and decade before a second one of any', () => {
    const drawn = drawSample(songs(200), { size: 30, seed: 1 });
    const strata = new Set(songs(200).map((one) => `${one.artist} ${eraOf(one)}`));
    expect(new Set(drawn.map((one) => `${one.artist} ${eraOf(one)}`)).size).toBe(Math.min(30, strata.size));
    const [first] = drawn;
    const best = songs(200)
      .filter((one) => one.artist === first?.artist && eraOf(one) === eraOf(first))
      .reduce((most, one) => Math.max(most, one.confidence), 0);
    expect(first?.confidence).toBe(best);
  });

  it('of more artists than songs takes those that the seed draws, and not the first by name', () => {
    const many = Array.from({ length: 400 }, (_, id) => song(id, { artist: `Artist ${id + 1000}` }));
    const numbers = (seed: number): number[] =>
      drawSample(many, { size: 100, seed }).map(({ artist }) => Number(artist.slice(7)) - 1000);
    const mean = numbers(1).reduce((sum, at) => sum + at, 0) / 100;
    expect(mean).toBeGreaterThan(150);
    expect(mean).toBeLessThan(250);
    expect(new Set(numbers(1))).not.toEqual(new Set(numbers(2)));
  });

  it('takes spellings that may be one artist as one stratum', () => {
    const twice = ['Mara', 'Mara Quill', 'mara'].map((artist, id) => song(id, { artist, year: 1999 }));
    const others = Array.from({ length: 3 }, (_, id) => song(10 + id, { artist: `Other ${id}`, year: 1999 }));
    const drawn = drawSample([...twice, ...others], { size: 4, seed: 1 });
    expect(drawn.filter(({ artist }) => artist.toLowerCase().startsWith('mara'))).toHaveLength(1);
  });

  it('takes one of each genre of a stratum before a second of any', () => {
    const genres = ['drill', 'drill', 'drill', 'boom bap', null, null];
    const own = genres.map((genre, id) =>
      song(id, { artist: 'A', year: 1999, genre, confidence: 1 - id / 10 }),
    );
    expect(drawSample(own, { size: 3, seed: 1 }).map(({ genre }) => genre)).toEqual([
      'drill',
      'boom bap',
      null,
    ]);
  });

  it('holds each song once and no more than are asked for', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 80 }), (all, size) => {
        const drawn = drawSample(all, { size, seed: 1 });
        expect(drawn).toHaveLength(Math.min(size, all.length));
        expect(new Set(drawn.map(({ id }) => id)).size).toBe(drawn.length);
      }),
      { numRuns: 50, seed: 22 },
    );
  });
});

describe('the split', () => {
  it('never has an artist in both halves, and always something to train on', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 0, max: 99 }), (all, seed) => {
        const samples = splitByArtist(all, { share: 0.2, seed });
        const halves = Map.groupBy(samples, ({ artist }) => artist);
        for (const own of halves.values()) expect(new Set(own.map(({ split }) => split)).size).toBe(1);
        expect(samples.some(({ split }) => split === 'train')).toBe(true);
      }),
      { numRuns: 50, seed: 22 },
    );
  });

  it('keeps names together that may be one artist', () => {
    const all = songs(40).map((one, at) => ({ ...one, artist: at % 2 ? 'Mara' : 'Mara Quill' }));
    expect(new Set(splitByArtist(all, { share: 0.5, seed: 1 }).map(({ split }) => split))).toEqual(
      new Set(['train']),
    );
  });

  it('puts about a fifth of the songs of many artists into the test, others for another seed', () => {
    const all = Array.from({ length: 500 }, (_, id) => song(id, { artist: `Artist ${id % 50}` }));
    const testOf = (seed: number): string[] =>
      splitByArtist(all, { share: 0.2, seed }).flatMap((one) => (one.split === 'test' ? one.artist : []));
    expect(testOf(1).length / 500).toBeCloseTo(0.2, 2);
    expect(new Set(testOf(1))).not.toEqual(new Set(testOf(2)));
  });
});

describe('the hash', () => {
  it('changes with any value of any row', () => {
    const samples = splitByArtist(songs(20), { share: 0.2, seed: 1 });
    const hash = hashOf(datasetLines(samples));
    const changed = samples.map((one, at) =>
      at === 7 ? { ...one, confidence: one.confidence + 0.01 } : one,
    );
    expect(hashOf(datasetLines(changed))).not.toBe(hash);
  });
});
