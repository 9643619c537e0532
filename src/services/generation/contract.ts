import { z } from 'zod';
import { CONSTRAINTS, RHYME_DEPTHS } from '../../ml/compose/types.ts';

const share = z.number().min(0).max(1);
const count = z.int().nonnegative();

export const LINE_SOURCES = ['model', 'repaired', 'composed', 'kept'] as const;
export type LineSource = (typeof LINE_SOURCES)[number];

/** A line as written. */
export const WrittenLineSchema = z.object({
  number: z.int().positive().describe('from 1'),
  text: z.string(),
  syllables: count,
  letter: z.string().nullable().describe('its letter in the scheme; null where the scheme leaves it free'),
  source: z
    .enum(LINE_SOURCES)
    .describe(
      'model: as the model wrote it; repaired: by the model, after its first line missed what was asked; composed: by the composer; kept: as the caller gave it',
    ),
});
export type WrittenLine = z.infer<typeof WrittenLineSchema>;

const DistributionSchema = z.object({
  value: z.number().nullable(),
  style_mean: z.number().nullable().describe('mean over the songs of the style; null without a style'),
  style_percentile: share.nullable().describe('share of the songs of the style that lie below the value'),
});

/** What the engine measured in the finished verse. */
export const WritingReportSchema = z.object({
  scheme: z.string().describe('as asked, one letter a line; "-" is free'),
  heard_scheme: z
    .string()
    .describe('as the engine hears the line ends; its letters may differ, and unasked rhymes have one too'),
  scheme_met: z.boolean(),
  syllables: z.object({ min: count, max: count }).describe('as asked, for a line'),
  syllables_met: z.boolean(),
  characters: count,
  density: DistributionSchema.describe('share of the syllables that rhyme'),
  malmi: DistributionSchema.describe('mean length in vowels of the longest rhyme of each word'),
  rhymes: z.object({ end: count, internal: count, multisyllabic: count }).describe('rhyming pairs'),
  originality: z
    .object({
      longest_run: count.describe('most consecutive words shared with one line of the compared songs'),
      run: z.string().nullable(),
      track_id: z.int().nullable().describe('the song that has them'),
      compared_songs: count,
      whole_lines: count.describe('lines of the verse that are a whole line of any song of the catalogue'),
    })
    .describe('compared exactly with the songs it was written from and the 50 nearest to the finished verse'),
});
export type WritingReport = z.infer<typeof WritingReportSchema>;

export const WritingProvenanceSchema = z.object({
  writer: z.enum(['qwen', 'composer']),
  model: z.string().nullable(),
  prompt_version: z.string().nullable(),
  engine_version: z.string(),
  degraded: z.boolean().describe('the composer wrote because the model failed'),
  reason: z
    .string()
    .nullable()
    .describe('why the composer wrote: not_configured, addresses_model, or what the model failed with'),
  lines: z.object({ model: count, repaired: count, composed: count, kept: count }),
  repairs: count.describe('times that missed lines were sent back to the model, at most 2'),
  tokens: z.object({ prompt: count, completion: count }).nullable(),
  cost_usd: z.number().nonnegative().nullable(),
  latency_ms: z.number().nonnegative(),
});
export type WritingProvenance = z.infer<typeof WritingProvenanceSchema>;

/** The measured style of an artist that a text was written in. */
export const StyleSummarySchema = z.object({
  artist_id: z.int(),
  artist: z.string(),
  songs: count.describe('English songs that were measured'),
  syllables_per_line: z.object({ mean: z.number(), low: count, high: count }),
  words_per_line: z.number(),
  density: z.number().nullable(),
  malmi: z.number().nullable(),
  rhyme_kind: z
    .enum(RHYME_DEPTHS)
    .describe('single: few long or inner rhymes; dense: more than most artists'),
  themes: z.array(z.object({ theme: z.string(), share })),
  typical_words: z
    .array(z.string())
    .describe('by c-TF-IDF against the other artists, the most typical first'),
});
export type StyleSummary = z.infer<typeof StyleSummarySchema>;

export const NOTES = [
  'prompt_language',
  'prompt_unknown_words',
  'style_partly_foreign',
  'no_similar_songs',
  'source_not_resembled',
  'source_unmeasured',
  'lines_replaced',
  'lines_left',
  'lines_shortened',
  'order_relaxed',
] as const;
export const NoteSchema = z.object({ code: z.enum(NOTES), detail: z.string() });
export type Note = z.infer<typeof NoteSchema>;

/** A written verse with what was measured; the part that is cached. */
export const GenerationSchema = z.object({
  generated_lyrics: z.string(),
  lines: z.array(WrittenLineSchema),
  report: WritingReportSchema,
  style_profile: StyleSummarySchema.nullable(),
  notes: z.array(NoteSchema),
  provenance: WritingProvenanceSchema,
});
export type Generation = z.infer<typeof GenerationSchema>;

export { CONSTRAINTS, RHYME_DEPTHS };
