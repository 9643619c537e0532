import { openLexicon } from '../../../src/lyrics/phonetics/lexicon.ts';
import { NEXT_LINE_FEATURES, NextLineScorer } from '../../../src/ml/compose/rank-next.ts';
import { drawCases, type NextLineCase } from '../../eval/next-line-cases.ts';
import { readSongs } from '../../eval/read-songs.ts';
import { openComposeModel } from '../../open-compose-model.ts';
import { readLexicon } from '../../read-lexicon.ts';

/**
 * Prints WEIGHTS of src/ml/compose/rank-next.ts, learned on the songs of a file: the chance of the true line among 300
 * (softmax) is raised step by step. Songs of every third artist are left out and scored.
 * Run `node scripts/train/compose/train-next-line.ts FILE`.
 */
const STEPS = 150;
const RATE = 0.15;
const DECAY = 1e-4;
const A_SONG = 2;
const HELD_OUT = 3;

const lexicon = openLexicon(await readLexicon());
const { table } = await openComposeModel();
const { songs } = await readSongs(process.argv[2] ?? '');
const artists = [...new Set(songs.map(({ artist }) => artist))].sort();
const isHeldOut = (artist: string): boolean => artists.indexOf(artist) % HELD_OUT === 0;

type Rows = readonly (readonly number[])[];
const rowsOf = ({ given, truth, others }: NextLineCase): Rows => {
  const scorer = new NextLineScorer(given, { lexicon, table });
  return [truth, ...others].map((line) => scorer.features(line));
};
const learn = drawCases(
  songs.filter(({ artist }) => !isHeldOut(artist)),
  A_SONG,
  1,
).map(rowsOf);
const test = drawCases(
  songs.filter(({ artist }) => isHeldOut(artist)),
  A_SONG,
  2,
).map(rowsOf);

const width = NEXT_LINE_FEATURES.length;
const scales = Array.from({ length: width }, (_, at) =>
  spreadOf(learn.flatMap((rows) => rows.map((row) => row[at] ?? 0))),
);

function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
}

const worth = (row: readonly number[], weights: readonly number[]): number =>
  row.reduce((sum, value, at) => sum + (value / (scales[at] ?? 1)) * (weights[at] ?? 0), 0);

function gradient(rows: Rows, weights: readonly number[]): number[] {
  const worths = rows.map((row) => worth(row, weights));
  const most = Math.max(...worths);
  const chances = worths.map((value) => Math.exp(value - most));
  const total = chances.reduce((sum, value) => sum + value, 0);
  return weights.map((_, at) => {
    const expected = rows.reduce((sum, row, i) => sum + ((chances[i] ?? 0) / total) * (row[at] ?? 0), 0);
    return ((rows[0]?.[at] ?? 0) - expected) / (scales[at] ?? 1);
  });
}

const firsts = (cases: readonly Rows[], weights: readonly number[]): number =>
  cases.filter((rows) => {
    const truth = worth(rows[0] ?? [], weights);
    return rows.slice(1).every((row) => worth(row, weights) < truth);
  }).length / cases.length;

let weights = new Array<number>(width).fill(0);
for (let step = 0; step < STEPS; step++) {
  const sum = new Array<number>(width).fill(0);
  for (const rows of learn)
    for (const [at, value] of gradient(rows, weights).entries()) sum[at] = (sum[at] ?? 0) + value;
  weights = weights.map((weight, at) => weight + RATE * ((sum[at] ?? 0) / learn.length - DECAY * weight));
}
console.log(
  `first among 300: ${firsts(learn, weights).toFixed(3)} of ${learn.length} learned, ${firsts(test, weights).toFixed(3)} of ${test.length} held out`,
);
console.log(
  weights
    .map((weight, at) => `${NEXT_LINE_FEATURES[at]}: ${(weight / (scales[at] ?? 1)).toPrecision(3)}`)
    .join('\n'),
);
console.log(
  `[${weights.map((weight, at) => Number((weight / (scales[at] ?? 1)).toPrecision(3))).join(', ')}]`,
);
