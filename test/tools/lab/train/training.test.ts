import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLabelledSongs } from '../../../../scripts/lab/quality/labelled-songs.ts';
import { withRun } from '../../../../scripts/lab/run/lab-run.ts';
import { fitFolds } from '../../../../scripts/lab/train/fold-fits.ts';
import { holdOut } from '../../../../scripts/lab/train/held-out.ts';
import { learningCurve } from '../../../../scripts/lab/train/learning-curve.ts';
import { permutationImportance } from '../../../../scripts/lab/train/permutation-importance.ts';
import { QUALITY_TRAINER } from '../../../../scripts/lab/train/quality-trainer.ts';
import { isSeen, seenArtists } from '../../../../scripts/lab/train/seen-artists.ts';
import { trainModel } from '../../../../scripts/lab/train/train-run.ts';
import { artistsOf } from '../../../../scripts/lab/train/trainer.ts';
import { TOY_TRAINER, toys, toyTask } from './toy-model.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barline-train-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const NONE = { names: [], beginnings: [] };

describe('artists that a model has learned from', () => {
  it('are told under longer and shorter names, and others are not', () => {
    const seen = seenArtists(['Tess Marrow', 'Otis']);
    for (const name of ['tess  MARROW', 'Tess', 'Otis', 'Otis Vale'])
      expect(isSeen(name, seen), name).toBe(true);
    for (const name of ['Tessa', 'Marrow', 'Tess Vale', 'Otisville'])
      expect(isSeen(name, seen), name).toBe(false);
  });
});

describe('holding artists out', () => {
  it('takes whole artists whom the model in use has not seen, the same for a seed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 30 }),
        fc.nat(),
        (all, known, seed) => {
          const examples = toys(all, { songs: 2 });
          const seen = seenArtists(artistsOf(examples).slice(0, known));
          const { train, held, whyNot } = holdOut(examples, { seen, fewest: 6, seed });
          const learned = new Set(artistsOf(train));
          expect(train.length + held.length).toBe(examples.length);
          for (const artist of artistsOf(held)) {
            expect(learned.has(artist)).toBe(false);
            expect(isSeen(artist, seen)).toBe(false);
          }
          if (whyNot === null) {
            expect(artistsOf(held).length).toBeGreaterThanOrEqual(6);
            expect(learned.size).toBeGreaterThanOrEqual(5);
          } else expect(held).toEqual([]);
          expect(holdOut(examples, { seen, fewest: 6, seed }).held).toEqual(held);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('says why none can be held out', () => {
    const of = (artists: number, known: number): string | null => {
      const examples = toys(artists, { songs: 1 });
      const seen = seenArtists(artistsOf(examples).slice(0, known));
      return holdOut(examples, { seen, fewest: 6, seed: 1 }).whyNot;
    };
    expect(of(19, 19)).toContain('learned from all but 0 of these 19 artists');
    expect(of(8, 0)).toContain('8 artists are too few');
  });
});

describe('the analyses of a training run', () => {
  const examples = toys(24);

  it('lose less the more artists are learned from, on the same unseen texts', async () => {
    const curve = await learningCurve(TOY_TRAINER, toys(24, { songs: 2, noise: 1.5 }), { seed: 1 });
    expect(curve.map(({ share }) => share)).toEqual([0.25, 0.5, 0.75, 1]);
    const losses = curve.map(({ loss }) => loss?.value ?? Number.NaN);
    expect(losses.at(0)).toBeGreaterThan(losses.at(-1) ?? Number.NaN);
    expect(curve.at(0)?.gain_of_all?.value).toBeCloseTo((losses.at(0) ?? 0) - (losses.at(-1) ?? 0), 9);
    expect(curve.at(-1)?.gain_of_all).toBeNull();
  });

  it('leave shares of few artists out of the learning curve', async () => {
    expect(await learningCurve(TOY_TRAINER, toys(5), { seed: 1 })).toEqual([]);
  });

  it('find the feature that is used, with an interval above 0, and none in one that is not', async () => {
    const fits = await fitFolds(TOY_TRAINER, examples, { folds: 6 });
    const [telling, idle] = permutationImportance(TOY_TRAINER, fits, 1);
    expect(telling?.feature).toBe('telling');
    expect(telling?.increase?.interval?.[0]).toBeGreaterThan(0);
    expect(idle?.increase).toEqual({ value: 0, interval: null });
  });

  it('judge each text by a model that has not seen its artist', async () => {
    const fits = await fitFolds(TOY_TRAINER, examples, { folds: 6 });
    expect(fits.flatMap(({ unseen }) => unseen)).toHaveLength(examples.length);
    for (const { train, unseen } of fits)
      expect(artistsOf(train).filter((artist) => artistsOf(unseen).includes(artist))).toEqual([]);
  });
});

describe('a training run', () => {
  const request = (name: string) => ({
    command: 'train-quality',
    results: join(folder, name),
    configuration: {},
    seed: 1,
  });

  it('twice gives the same version, losses and held-out rows', async () => {
    const train = (name: string) => withRun(request(name), (run) => trainModel(run, toyTask(toys(24))));
    const [first, second] = [await train('a'), await train('b')];
    expect({ ...first, run: '' }).toEqual({ ...second, run: '' });
    expect(first.held_out).toEqual({ artists: 6, examples: 24 });
  });

  it('goes on with the folds that a killed run has kept', async () => {
    let fits = 0;
    const task = toyTask(toys(24));
    const counting = (endAt: number) => ({
      ...task,
      trainer: {
        ...TOY_TRAINER,
        learn: (part: Parameters<typeof TOY_TRAINER.learn>[0]) => {
          fits += 1;
          if (fits === endAt) throw new Error('killed');
          return TOY_TRAINER.learn(part);
        },
      },
    });
    await expect(withRun(request('c'), (run) => trainModel(run, counting(4)))).rejects.toThrow('killed');
    fits = 0;
    const whole = await withRun(request('c'), (run) => trainModel(run, counting(0)));
    // 1 model and 5 folds, of which 3 were kept, and 5 fits of each of the 3 points of the curve.
    expect(fits).toBe(6 - 3 + 15);
    const anew = await withRun(request('d'), (run) => trainModel(run, toyTask(toys(24))));
    expect({ ...whole, run: '' }).toEqual({ ...anew, run: '' });
  });
});

describe('bad labelled songs', () => {
  const song = (artist: string, lyrics: string, overall_quality: unknown) =>
    JSON.stringify({ artist, title: 't', lyrics, overall_quality });
  const read = async (lines: readonly string[]) => {
    const file = join(folder, 'songs.jsonl');
    await writeFile(file, lines.join('\n'));
    return await readLabelledSongs(file);
  };

  it.each([
    ['an empty file', []],
    ['only blanks', [' ', '']],
    ['no JSON', ['artist,lyrics']],
    ['missing columns', ['{"artist":"Ann"}']],
    ['a label that is no number', [song('Ann', 'one', 'good')]],
    ['a label beyond the scale', [song('Ann', 'one', 11)]],
    ['NaN', ['{"artist":"Ann","lyrics":"one","overall_quality":NaN}']],
  ])('%s: says that there are no labelled songs', async (_, lines) => {
    await expect(read(lines)).rejects.toThrow(/holds no labelled songs/);
  });

  it('are counted, and of equal texts the first one is kept, whoever the artist', async () => {
    const file = await read([
      song('Ann', 'My line', 8),
      'broken',
      song('Bob', 'my line', 9),
      song('Bob', 'Other', 9),
    ]);
    expect(file.songs.map(({ artist, label }) => [artist, label])).toEqual([
      ['ann', 8],
      ['bob', 9],
    ]);
    expect(file).toMatchObject({ unreadable: 1, repeated: 1 });
  });

  const example = (artist: string, label: number) => ({ artist, label, values: [], words: 10 });

  it('of one artist, or all rated alike, are refused with the reason', () => {
    expect(() => QUALITY_TRAINER.learn([example('a', 8), example('a', 9)])).toThrow(
      /Songs of 1 artist are too few/,
    );
    const alike = ['a', 'b', 'c', 'd', 'e', 'f'].map((artist) => example(artist, 9));
    expect(() => QUALITY_TRAINER.learn(alike)).toThrow(/All songs are rated 9/);
  });
});

it('a first model is compared with the best constant', async () => {
  const request = { command: 'train-quality', results: join(folder, 'e'), configuration: {}, seed: 1 };
  const { held_out } = await withRun(request, (run) => trainModel(run, toyTask(toys(24), { inUse: null })));
  expect(held_out?.artists).toBe(6);
  expect(holdOut(toys(24), { seen: NONE, fewest: 6, seed: 1 }).held).toHaveLength(24);
});
