import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AUDIO_DIMENSIONS,
  AUDIO_EMBEDDING_DIMENSIONS,
  embedAudioFeatures,
} from '../../../../src/sources/spotify/audio-embedding.ts';
import type { AudioFeatures } from '../../../../src/sources/spotify/parse.ts';

const BASE: AudioFeatures = {
  acousticness: 0.1,
  danceability: 0.8,
  energy: 0.7,
  instrumentalness: 0,
  liveness: 0.1,
  speechiness: 0.3,
  valence: 0.6,
  loudness: -6,
  tempo: 92,
  key: 5,
  mode: 1,
};

function cosine(a: AudioFeatures, b: AudioFeatures): number {
  const right = embedAudioFeatures(b) ?? [];
  return (embedAudioFeatures(a) ?? []).reduce((sum, value, i) => sum + value * (right[i] ?? 0), 0);
}

describe('embedAudioFeatures', () => {
  it('returns a unit vector of fixed length for any known features', () => {
    const maybe = (min: number, max: number) =>
      fc.option(fc.double({ min, max, noNaN: true }), { nil: null });
    const unit = maybe(0, 1);
    const features = fc.record<AudioFeatures>({
      acousticness: unit,
      danceability: unit,
      energy: unit,
      instrumentalness: unit,
      liveness: unit,
      speechiness: unit,
      valence: unit,
      loudness: maybe(-60, 0),
      tempo: maybe(40, 220),
      key: fc.option(fc.integer({ min: 0, max: 11 }), { nil: null }),
      mode: fc.option(fc.constantFrom(0, 1), { nil: null }),
    });
    fc.assert(
      fc.property(features, (given) => {
        const vector = embedAudioFeatures(given);
        if (vector === null) return;
        expect(vector).toHaveLength(AUDIO_EMBEDDING_DIMENSIONS);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('returns null when too few features are known', () => {
    const nothing = Object.fromEntries(
      Object.keys(BASE).map((name) => [name, null]),
    ) as unknown as AudioFeatures;
    expect(embedAudioFeatures(nothing)).toBeNull();
    expect(embedAudioFeatures({ ...nothing, energy: 0.9, valence: 0.1 })).toBeNull();
  });

  it('changes with every feature that it reads', () => {
    const changes: Partial<AudioFeatures>[] = [
      { acousticness: 0.6 },
      { danceability: 0.3 },
      { energy: 0.2 },
      { instrumentalness: 0.5 },
      { liveness: 0.6 },
      { speechiness: 0.05 },
      { valence: 0.1 },
      { loudness: -14 },
      { tempo: 120 },
      { mode: 0 },
    ];
    for (const change of changes) expect(cosine(BASE, { ...BASE, ...change })).toBeLessThan(0.999);
  });

  it('ignores transposition, and places half time nearby', () => {
    expect(cosine(BASE, { ...BASE, key: 11 })).toBeCloseTo(1, 9);
    const halfTime = cosine(BASE, { ...BASE, tempo: 46 });
    expect(halfTime).toBeGreaterThan(cosine(BASE, { ...BASE, tempo: 46 * 2 ** 0.5 }) - 0.25);
  });

  it('names each of its dimensions once', () => {
    expect(new Set(AUDIO_DIMENSIONS.map(({ name }) => name)).size).toBe(AUDIO_EMBEDDING_DIMENSIONS);
  });
});
