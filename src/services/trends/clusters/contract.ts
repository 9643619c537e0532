import { z } from 'zod';

const count = z.int().nonnegative();
const date = z.string();

export const ClusterSchema = z.object({
  key: count.describe('the same in every build that finds the cluster again'),
  label: z.string(),
  colour: z.string().describe('#rrggbb'),
  songs: count.describe('in the window, of those that pass the filters'),
  share: z.number().describe('of all such songs, 0-1'),
  years: z
    .array(z.object({ year: z.int(), songs: count, share: z.number().describe('of the songs of the year') }))
    .describe('every year of the window with songs'),
  examples: z
    .array(z.object({ id: z.int(), artist: z.string(), title: z.string(), release_date: date.nullable() }))
    .describe('of these songs, those nearest to the middle of the cluster'),
  of_all: z
    .object({
      songs: count,
      words: z.array(z.object({ word: z.string(), weight: z.number() })).describe('typical of it (c-TF-IDF)'),
      artists: z.array(z.object({ artist: z.string(), songs: count })),
      examples: z.array(z.int()).describe('ids of songs near its middle, by different artists'),
      years: z.object({ first: z.int(), median: z.int(), last: z.int() }).nullable(),
    })
    .describe('the cluster as it was built, whatever the window and the filters'),
});

export const ClusterTrendsSchema = z.object({
  build: z
    .object({
      version: z.int(),
      built_at: z.string(),
      embedding_model: z.string(),
      data_hash: z.string(),
      seed: z.int(),
      songs: count,
      silhouette: z.number().nullable().describe('mean of a sample, -1 to 1'),
    })
    .nullable()
    .describe('null: there is none yet'),
  stale: z.object({
    is_stale: z
      .boolean()
      .describe(
        'whether more than a twentieth of the songs came, left or changed since the build; false without one',
      ),
    newer_songs: count,
    removed_songs: count,
  }),
  window: z
    .object({ from: date, to: date })
    .nullable()
    .describe('whole months, or weeks below a year, as for the series; null without a dated song'),
  songs: count.describe('in the window, of those that pass the filters'),
  clusters: z.array(ClusterSchema).describe('those with the most songs first'),
  insufficient: z.string().nullable().describe('why there are no clusters, and what is needed'),
});
export type ClusterTrends = z.infer<typeof ClusterTrendsSchema>;
