import { z } from 'zod';
import {
  LINE_SOURCES,
  NoteSchema,
  StyleSummarySchema,
  WritingProvenanceSchema,
  WritingReportSchema,
} from '../contract.ts';

const count = z.int().nonnegative();

export const TransferredLineSchema = z.object({
  number: z.int().positive(),
  before: z.string(),
  after: z.string(),
  syllables_before: count,
  syllables_after: count,
  source: z.enum(LINE_SOURCES).describe('kept: left as it was'),
  kept_words: z.array(z.string()).describe('words of the line that carry its meaning and stayed'),
  style_words: z.array(z.string()).describe('typical words of the target that came in'),
  why: z.string().nullable().describe('what was changed and why; null where nothing was'),
});

const PlaceSchema = z.object({
  to_source: z.number().describe('distance to the source artist, in standard deviations between artists'),
  to_target: z.number(),
  way: z
    .number()
    .describe('how far along the way from source to target: 0 like the source, 1 like the target'),
});

const RhymeSchema = z.object({
  density: z.number().nullable(),
  malmi: z.number().nullable(),
  scheme: z.string(),
});

/** A text rewritten toward the style of an artist, measured before and after; the part that is cached. */
export const TransferSchema = z.object({
  transferred_lyrics: z.string(),
  lines: z.array(TransferredLineSchema),
  style: z.object({
    before: PlaceSchema,
    after: PlaceSchema,
    moved: z.number().describe('the way gone from source to target: after less before'),
    nearer_to_target: z.boolean().describe('the text after is nearer to the target than to the source'),
  }),
  content: z.object({
    similarity: z
      .number()
      .nullable()
      .describe('cosine of the meanings before and after, with the typical words of both styles left out'),
    words_kept: z.number().min(0).max(1).describe('share of the words that carry the meaning which stayed'),
    by: z.string().nullable().describe('the embedding model; null without one'),
  }),
  rhyme: z.object({ before: RhymeSchema, after: RhymeSchema }),
  originality: WritingReportSchema.shape.originality,
  source_profile: StyleSummarySchema.nullable(),
  target_profile: StyleSummarySchema,
  notes: z.array(NoteSchema),
  provenance: WritingProvenanceSchema,
});
export type Transfer = z.infer<typeof TransferSchema>;
export type TransferredLine = z.infer<typeof TransferredLineSchema>;
