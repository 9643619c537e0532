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
  lyrics: 'made up',
  analyzer: 'algorithmic',
  model_version: 'engine',
  confidence: (id % 40) / 40,
  targets: { sentiment_score: 0, sentiment: 'neutral', emotion: null, themes: [], quality: null },
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
    expect(hashOf(datasetLines(splitByArtist(drawSample(mixed, 50), { share: 0.2, seed: 1 })))).toBe(
      hashOf(datasetLines(splitByArtist(drawSample(all, 50), { share: 0.2, seed: 1 }))),
    );
  });

  it('takes the surest song of each artist and decade before a second one of any', () => {
    const drawn = drawSample(songs(200), 30);
    const strata = new Set(songs(200).map((one) => `${one.artist} ${eraOf(one)}`));
    expect(new Set(drawn.map((one) => `${one.artist} ${eraOf(one)}`)).size).toBe(Math.min(30, strata.size));
    const [first] = drawn;
    const best = songs(200)
      .filter((one) => one.artist === first?.artist && eraOf(one) === eraOf(first))
      .reduce((most, one) => Math.max(most, one.confidence), 0);
    expect(first?.confidence).toBe(best);
  });

  it('holds each song once and no more than are asked for', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 80 }), (all, size) => {
        const drawn = drawSample(all, size);
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
