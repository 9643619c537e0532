import { describe, expect, it } from 'vitest';
import { refusalsOf } from '../../../../scripts/lab/evaluate/guards.ts';
import type { PredictionFile, PredictionRow } from '../../../../scripts/lab/evaluate/prediction-rows.ts';
import { evaluatePredictions } from '../../../../scripts/lab/evaluate/score-file.ts';
import { type Random, seeded } from '../../../../src/ml/compose/random.ts';

const WORDS = 'river stone window paper copper station winter engine number silver morning garden'.split(' ');

const bell = (random: Random): number =>
  Array.from({ length: 6 }, random).reduce((sum, one) => sum + one, -3);

/** Eight words that no other row has in this order. */
const textOf = (random: Random): string =>
  Array.from(
    { length: 24 },
    () => `${WORDS[Math.floor(random() * WORDS.length)]}${Math.floor(random() * 90)}`,
  ).join(' ');

/** What an honest model gives: half of what there is to foresee, with noise, no artist seen before. */
function honest(seed: number, count = 120): PredictionFile {
  const random = seeded(seed);
  const rows = Array.from({ length: count }, (_, at): PredictionRow => {
    const actual = Math.round(Math.min(10, Math.max(1, 7 + bell(random) * 1.5)));
    const predicted = Math.round((actual * 0.5 + 3.5 + bell(random)) * 10) / 10;
    return {
      id: `song-${at}`,
      artist: `Artist ${at % 12}`,
      predicted,
      actual,
      split: 'test',
      text: textOf(random),
      prompt: 'Rate the verse from 1 to 10.',
      repeat: 1,
      cached: false,
      confidence: null,
    };
  });
  return { rows, asked: null };
}

const changed = (change: (row: PredictionRow, at: number) => Partial<PredictionRow>): PredictionFile => {
  const file = honest(1);
  return { ...file, rows: file.rows.map((row, at) => ({ ...row, ...change(row, at) })) };
};

const withTraining = (change: (row: PredictionRow, at: number) => Partial<PredictionRow>): PredictionFile => {
  const file = honest(1);
  const training = honest(2, 40).rows.map(
    (row, at): PredictionRow => ({
      ...row,
      id: `train-${at}`,
      artist: `Other ${at}`,
      split: 'train',
      ...change(row, at),
    }),
  );
  return { ...file, rows: [...file.rows, ...training] };
};

const firstText = honest(1).rows[0]?.text ?? '';

describe('a file of predictions', () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed + 1))('of an honest model (%d) is scored', (seed) => {
    expect(refusalsOf(honest(seed))).toEqual([]);
  });

  it('with training rows of other artists and texts is scored by its test rows alone', () => {
    const { refused, rows } = evaluatePredictions(withTraining(() => ({})));
    expect(refused).toEqual([]);
    expect(rows).toBe(120);
  });

  const frauds: [string, PredictionFile, RegExp][] = [
    [
      'ten times .5 against .95 of one artist',
      {
        asked: null,
        rows: honest(1, 10).rows.map((row) => ({ ...row, artist: 'One', predicted: 0.5, actual: 0.95 })),
      },
      /predictions are constant/,
    ],
    [
      'a constant prediction',
      changed(() => ({ predicted: 7 })),
      /predictions are constant: 1 distinct value,/,
    ],
    ['two predictions', changed((_, at) => ({ predicted: at % 2 })), /predictions are constant: 2 distinct/],
    ['equal targets', changed(() => ({ actual: 9 })), /targets are constant: 1 distinct/],
    [
      'an artist of training in the test',
      withTraining((_, at) => (at === 0 ? { artist: 'artist 3' } : {})),
      /leak: train and test share an artist/,
    ],
    [
      'a text of training in the test',
      withTraining((_, at) => (at === 0 ? { text: firstText } : {})),
      /leak: 1 texts of the test are in train/,
    ],
    [
      'a nearly equal text of training',
      withTraining((_, at) => (at === 0 ? { text: `${firstText} yeah` } : {})),
      /leak: 1 texts/,
    ],
    ['an id twice', changed((_, at) => (at === 5 ? { id: 'song-4' } : {})), /duplicates: 1 ids/],
    ['a text twice', changed((_, at) => (at === 5 ? { text: firstText } : {})), /duplicates: 1 texts/],
    ['failed rows', changed((_, at) => (at < 12 ? { predicted: null } : {})), /10 % failed \(12 of 120\)/],
    ['failed rows that were left out', { ...honest(1), asked: 150 }, /20 % failed \(30 of 150\)/],
    [
      'failed rows filled with a constant',
      changed((_, at) => (at % 2 === 0 ? { predicted: 0.5 } : {})),
      /50 % of the predictions are 0\.5/,
    ],
    [
      'targets in the prompt',
      changed(({ actual }) => ({ prompt: `Rate from 1 to 10. Hint: rated ${actual}.` })),
      /the target is in the prompt/,
    ],
    [
      'predictions that are the targets',
      changed(({ actual }) => ({ predicted: actual })),
      /the target was known/,
    ],
    [
      'targets on another scale',
      changed(({ actual }) => ({ predicted: actual / 10 })),
      /on another scale \(correlation 1/,
    ],
    ['one artist', changed(() => ({ artist: 'One' })), /^one artist: at least 5/],
    [
      'an artist who is most of the rows',
      changed((row, at) => (at % 3 === 0 ? row : { artist: 'One' })),
      /one artist \(one\) has 67 % of the rows/,
    ],
    [
      'a scale turned round',
      changed(({ predicted }) => ({ predicted: 11 - (predicted ?? 0) })),
      /the scale is reversed/,
    ],
    [
      'predictions out of the scale',
      changed(({ predicted }) => ({ predicted: (predicted ?? 0) * 100 })),
      /predictions are on another scale/,
    ],
    [
      'one prediction an artist',
      changed((_, at) => ({ predicted: 5 + (at % 12) / 4 })),
      /the artist is predicted/,
    ],
    ['few rows', honest(1, 20), /too few rows: 20/],
    [
      'numbers that are none',
      changed((_, at) => (at === 0 ? { predicted: Number.NaN } : {})),
      /1 rows have no finite numbers/,
    ],
    [
      'repeats from a cache',
      (() => {
        const file = honest(1);
        const again = file.rows.map((row) => ({ ...row, repeat: 2, cached: true }));
        return { ...file, rows: [...file.rows, ...again] };
      })(),
      /120 of 120 repeats came from a cache/,
    ],
  ];

  it.each(frauds)('with %s has no headline figure, and says why', (_, file, why) => {
    const { refused, headline } = evaluatePredictions(file);
    expect(headline).toBeNull();
    expect(refused.some((reason) => why.test(reason))).toBe(true);
  });
});

describe('the figures of an honest file', () => {
  const { headline } = evaluatePredictions(honest(3));

  it('are those that a few lines compute again from its rows', () => {
    const { rows } = honest(3);
    const errors = rows.map(({ predicted, actual }) => (predicted ?? 0) - actual);
    const mae = errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length;
    const rmse = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
    expect(headline?.scores.mae.value).toBeCloseTo(mae, 12);
    expect(headline?.scores.rmse.value).toBeCloseTo(rmse, 12);
  });

  it('stand beside baselines that have not seen the artist', () => {
    expect(Object.keys(headline?.baselines ?? {})).toEqual([
      'constant_mean',
      'constant_median',
      'uniform_random',
      'word_count',
    ]);
    expect(headline?.baselines.uniform_random?.worse_by.p).toBeLessThan(0.01);
  });

  it('count a failed row as wrong as the scale allows', () => {
    const file = honest(3);
    const { headline: failed } = evaluatePredictions({ ...file, asked: 125 });
    const scale = 9;
    const mae = headline?.scores.mae.value ?? 0;
    expect(failed?.failures_as_worst.mae).toBeLessThanOrEqual((mae * 120 + scale * 5) / 125);
    expect(failed?.failures_as_worst.mae).toBeGreaterThan(mae);
  });

  it('tell how often the same question got the same answer', () => {
    const file = honest(3);
    const again = file.rows.map((row, at) => ({
      ...row,
      repeat: 2,
      predicted: at % 4 === 0 ? 1 : row.predicted,
    }));
    const { headline: repeated } = evaluatePredictions({ ...file, rows: [...file.rows, ...again] });
    expect(repeated?.same_answer_again).toBe(0.75);
  });
});
