import { describe, expect, it } from 'vitest';
import { crossValidateQuality, testQuality } from '../../../scripts/eval/eval-quality.ts';
import { chooseModel } from '../../../scripts/lab/quality/choose-model.ts';
import type { Example } from '../../../scripts/lab/quality/measure-songs.ts';
import { seeded } from '../../../src/ml/compose/random.ts';
import { QUALITY_FEATURES } from '../../../src/ml/quality/features.ts';

/** Songs whose label is seen in all of their features. */
function songsOf(artists: readonly string[]): Example[] {
  const random = seeded(artists.length);
  return artists.flatMap((artist) =>
    Array.from({ length: 8 }, () => {
      const told = random();
      const values = QUALITY_FEATURES.map(() => told + random() / 2);
      return { artist, label: told > 0.5 ? 9 : 8, values, words: 400 };
    }),
  );
}

const names = (count: number, prefix: string): string[] =>
  Array.from({ length: count }, (_, n) => `${prefix} ${n}`);

/** Two dozen models are fitted, beside other tests. */
const TIMEOUT_MS = 30_000;

describe('the evaluation of the quality model', { timeout: TIMEOUT_MS }, () => {
  it('finds what is there on artists it has not seen, beside both constants', async () => {
    const songs = songsOf(names(8, 'artist'));
    const { model, baselines, ...scores } = await crossValidateQuality(songs);
    expect(scores).toMatchObject({ songs: 64, artists: 8, beats_both_constants: true });
    expect(model.mae).toBeLessThan(baselines.constant_median.mae - 0.05);
    expect(model.interval_coverage).toBeGreaterThanOrEqual(0.75);
  });

  it('scores every song of another file, and counts those of known artists', () => {
    const train = songsOf(names(8, 'artist'));
    const tested = [...songsOf(names(3, 'other')), ...train.slice(0, 8)];
    const scores = testQuality(train, tested, chooseModel(train));
    expect(scores).toMatchObject({ songs: 32, artists: 4, songs_of_known_artists: 8 });
    expect(scores.baselines.uniform_random.interval_coverage).toBeNull();
  });
});
