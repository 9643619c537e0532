import { z } from 'zod';
import { NOT_SCORED_REASONS } from '../../ml/quality/domain.ts';

const share = z.number().min(0).max(1);
const onTen = z.number().min(1).max(10);
const popularity = z.number().min(0).max(100);

/** Why the catalogue says nothing about the popularity of a song. */
export const NO_POPULARITY_REASONS = [
  'no_artist',
  'unknown_artist',
  'too_few_songs',
  'database_unavailable',
] as const;
/** Why no percentile is given. */
export const NO_PERCENTILE_REASONS = ['too_few_songs', 'not_scored', 'database_unavailable'] as const;

const IntervalSchema = z.object({
  level: share.describe('probability that the interval was built for'),
  low: share,
  high: share,
  low_on_ten: onTen,
  high_on_ten: onTen,
});

const DriverSchema = z.object({
  feature: z.string(),
  sentence: z.string().describe('what is different about the text and what that did, for a writer'),
  effect: z.number().describe('points of ten by which it moved the score, negative if it lowered it'),
  value: z.number().describe('of the text'),
  typical: z.number().describe('of the middle song that the model learned from'),
});

const PercentileSchema = z.object({
  measure: z.string(),
  label: z.string(),
  value: z.number(),
  percentile: share.describe(
    'share of the songs of the catalogue that have less; those that have the same count half',
  ),
  songs: z.int().describe('songs of the catalogue that have the measure'),
});

const JudgementSchema = z.object({
  quality_score: share,
  quality_on_ten: onTen,
  summary: z.string().nullable(),
  model: z.string().nullable(),
  cached: z.boolean(),
  tokens: z.object({ prompt: z.int(), completion: z.int() }).nullable(),
  cost_usd: z.number().nullable(),
});

const PopularitySchema = z.object({
  explanation: z.string(),
  reason: z.enum(NO_POPULARITY_REASONS).nullable().describe('why it is null; null if it is known'),
  artist: z.string().nullable(),
  songs: z.int().describe('songs of the artist whose popularity the catalogue has'),
  low: popularity.nullable().describe('a tenth of these songs is less popular'),
  high: popularity.nullable().describe('a tenth of these songs is more popular'),
});

const ModelSchema = z.object({
  version: z.string(),
  built_at: z.string(),
  data_hash: z.string().describe('SHA-256 of the file that it learned from'),
  mae: z.number().describe('points of ten by which it misses on artists it has not seen'),
  mae_constant_mean: z.number().describe('the same for the mean of the labels, whatever the text'),
  mae_constant_median: z.number().describe('the same for the median of the labels, whatever the text'),
  evidence: z.string(),
});

/** What is foreseen of a text, and what that rests on. */
export const QualitySchema = z.object({
  lyrics_preview: z.string().describe('the first words of the text'),
  quality_score: share.nullable().describe('a scale from 1 to 10 mapped linearly; null if not scored'),
  quality_on_ten: onTen.nullable().describe('the mean of `ratings`'),
  most_likely_on_ten: onTen
    .nullable()
    .describe('the middle of `ratings`: half of the probability lies on either side'),
  ratings: z
    .array(z.object({ rating: onTen, probability: share }))
    .describe('how likely each rating is; empty if not scored'),
  interval: IntervalSchema.nullable(),
  rank: share.nullable().describe('share of the songs it learned from for which less was foreseen'),
  summary: z.string().describe('the result in a few sentences'),
  not_scored: z
    .object({ reason: z.enum(NOT_SCORED_REASONS), explanation: z.string() })
    .nullable()
    .describe('why the text is not scored; null if it is'),
  drivers: z.array(DriverSchema).describe('the five features that moved the score most, strongest first'),
  percentiles: z.array(PercentileSchema).describe('among the songs of the catalogue'),
  percentiles_reason: z.enum(NO_PERCENTILE_REASONS).nullable(),
  judgement: JudgementSchema.nullable().describe("a language model's own judgement, where one is configured"),
  judgement_reason: z.string().nullable().describe('why there is none'),
  commercial_potential: share
    .nullable()
    .describe('share of the songs of the catalogue that are less popular than predicted_popularity'),
  predicted_popularity: popularity
    .nullable()
    .describe("Spotify's popularity of the middle song of this artist; the words have no part in it"),
  popularity: PopularitySchema,
  model: ModelSchema,
});

export type Quality = z.infer<typeof QualitySchema>;
export type Percentile = z.infer<typeof PercentileSchema>;
export type Judgement = z.infer<typeof JudgementSchema>;
