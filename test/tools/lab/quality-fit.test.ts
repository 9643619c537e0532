import { describe, expect, it } from 'vitest';
import { foldsOf } from '../../../scripts/lab/quality/choose-model.ts';
import { fitOrdinal } from '../../../scripts/lab/quality/fit-ordinal.ts';
import { unitOfArtists } from '../../../scripts/lab/quality/labelled-songs.ts';
import { solveSymmetric } from '../../../scripts/lab/quality/solve.ts';
import { seeded } from '../../../src/ml/compose/random.ts';

describe('the solver', () => {
  it('solves a positive definite system, and refuses another', () => {
    // 4x + 2y = 10, 2x + 3y = 9: x = 1.5, y = 2.
    const solution = solveSymmetric(Float64Array.of(4, 2, 2, 3), Float64Array.of(10, 9));
    expect([...solution].map((value) => Number(value.toFixed(9)))).toEqual([1.5, 2]);
    expect(() => solveSymmetric(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1))).toThrow(
      'positive definite',
    );
  });
});

describe('the ordinal regression', () => {
  const random = seeded(3);
  const draw = (): number => random() * 4 - 2;
  const examples = Array.from({ length: 4000 }, () => {
    const features = [draw(), draw()];
    const linear = 1.2 * (features[0] ?? 0) - 0.6 * (features[1] ?? 0);
    const at = linear + Math.log(1 / random() - 1);
    return { features, label: at > 1.5 ? 10 : at > -0.5 ? 9 : 8 };
  });

  it('finds the weights and thresholds that labels were drawn from', () => {
    const { weights, thresholds } = fitOrdinal(examples, [8, 9, 10], 0.01);
    expect(weights[0]).toBeCloseTo(1.2, 0);
    expect(Math.abs((weights[0] ?? 0) - 1.2)).toBeLessThan(0.1);
    expect(Math.abs((weights[1] ?? 0) + 0.6)).toBeLessThan(0.1);
    expect(Math.abs((thresholds[0] ?? 0) - 0.5)).toBeLessThan(0.15);
    expect(Math.abs((thresholds[1] ?? 0) + 1.5)).toBeLessThan(0.15);
  });

  it('foresees the shares of the labels if the penalty leaves no weight', () => {
    const { weights, thresholds } = fitOrdinal(examples, [8, 9, 10], 1e9);
    expect(Math.max(...[...weights].map(Math.abs))).toBeLessThan(1e-3);
    const share = examples.filter(({ label }) => label > 8).length / examples.length;
    expect(1 / (1 + Math.exp(-(thresholds[0] ?? 0)))).toBeCloseTo(share, 2);
  });
});

describe('the units of cross-validation', () => {
  it('are artists under all their names', () => {
    const unit = unitOfArtists(['Tess Marrow', 'Tess', 'TESS  MARROW', 'Tessa', 'Otis']);
    expect(unit('Tess Marrow')).toBe(unit('Tess'));
    expect(unit('TESS  MARROW')).toBe(unit('tess'));
    expect(unit('Tessa')).not.toBe(unit('Tess'));
    expect(unit('Otis')).toBe('otis');
  });

  it('are never split between folds, which are about as large as one another', () => {
    const songs = [30, 20, 20, 10, 10, 10].flatMap((count, n) =>
      Array.from({ length: count }, () => ({ artist: `artist ${n}` })),
    );
    const folds = foldsOf(songs, 3);
    const sizes = [0, 0, 0];
    for (const { artist } of songs) sizes[folds.get(artist) ?? 0] = (sizes[folds.get(artist) ?? 0] ?? 0) + 1;
    expect(folds.size).toBe(6);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(10);
  });
});
