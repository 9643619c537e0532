import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const FILE = fileURLToPath(new URL('./catalogue-model.json', import.meta.url));
const quantiles = z.array(z.number()).min(2);
const points = z.array(z.tuple([z.number(), z.number()])).min(2);

const NeighboursSchema = z.object({
  nearest: quantiles.describe('cosine distance of each song to its nearest'),
  tenth: quantiles.describe('and to its tenth nearest'),
  any: quantiles.describe('and to every other song'),
});

/** What real songs taught the generator: numbers only, and how near its own songs come to them. */
export const CatalogueModelSchema = z.object({
  learned_from: z.object({ songs: z.int(), artists: z.int(), words: z.int(), passages: z.int() }),
  text: z.object({
    words: quantiles.describe('words of a song'),
    line_words: quantiles.describe('words of a line'),
    rank_shares: points.describe('share of all words that the r most frequent ones make up'),
    unseen_share: z.number().describe('share of words never met before (Good and Turing)'),
    repeated_lines: z.number().describe('share of lines that stood in the song before'),
    recurrence: z.number().describe('chance that a word is one that the song used already'),
  }),
  vectors: z.object({
    mean_length: z.number().describe('length of the mean of all song vectors'),
    eigenvalues: points.describe('of their covariance: rank and value'),
    artist_share: z.number().describe('share of the variance that is between artists'),
    spread: z
      .number()
      .describe("standard deviation of the logarithm of a song's distance from its artist's middle"),
    passage_variance: z.number().describe('mean squared distance of a passage from its song'),
  }),
  real: z.object({ types: points, document_frequency: points, neighbours: NeighboursSchema }),
  synthetic: z.object({ types: points, document_frequency: points, neighbours: NeighboursSchema }),
});

export type CatalogueModel = z.infer<typeof CatalogueModelSchema>;
export type TextModel = CatalogueModel['text'];
export type VectorModel = CatalogueModel['vectors'];
export type Neighbours = z.infer<typeof NeighboursSchema>;
export type Point = [number, number];

export async function readCatalogueModel(): Promise<CatalogueModel> {
  return CatalogueModelSchema.parse(JSON.parse(await readFile(FILE, 'utf8')));
}

export async function writeCatalogueModel(model: CatalogueModel): Promise<void> {
  const rounded = JSON.stringify(model, (_, value) =>
    typeof value === 'number' ? Number(value.toPrecision(4)) : value,
  );
  await writeFile(FILE, `${rounded}\n`);
}

/** The value at `x` on a curve of known points, straight between them on logarithmic scales. */
export function onCurve(curve: readonly Point[], x: number): number {
  const upper = curve.findIndex(([known]) => known >= x);
  const at = Math.max(1, upper < 0 ? curve.length - 1 : upper);
  const [[x0, y0], [x1, y1]] = [curve[at - 1] ?? [1, 1], curve[at] ?? [1, 1]];
  if (y0 <= 0 || y1 <= 0 || x0 <= 0 || x0 === x1) return y1;
  return y0 * (y1 / y0) ** (Math.log(x / x0) / Math.log(x1 / x0));
}
