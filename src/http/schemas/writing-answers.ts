import { z } from '@hono/zod-openapi';
import {
  GenerationSchema,
  StyleSummarySchema,
  WritingProvenanceSchema,
  WritingReportSchema,
  WrittenLineSchema,
} from '../../services/generation/contract.ts';
import { TransferredLineSchema, TransferSchema } from '../../services/generation/transfer/contract.ts';
import { orNull } from './or-null.ts';

const seedUsed = z.int().openapi({ description: 'As given, or as drawn' });
/** What every answer tells about itself. */
const told = {
  cached: z.boolean(),
  timestamp: z.string(),
  processing_time_ms: z.number(),
};

const NamedReport = WritingReportSchema.openapi('WritingReport');
const NamedProvenance = WritingProvenanceSchema.openapi('WritingProvenance');
const NamedLine = WrittenLineSchema.openapi('WrittenLine');
const NamedStyle = StyleSummarySchema.openapi('StyleSummary');

const generation = GenerationSchema.extend({
  lines: z.array(NamedLine),
  report: NamedReport,
  style_profile: orNull(NamedStyle),
  provenance: NamedProvenance,
});

export const GenerateAnswer = generation
  .extend({
    prompt: z.string(),
    style: z.string().nullable().openapi({ description: 'Name of the artist; null without a style' }),
    temperature: z.number(),
    seed: seedUsed,
    ...told,
  })
  .openapi('GenerateAnswer');

const failed = z.object({
  event: z.literal('error'),
  data: z.object({ code: z.string(), detail: z.string() }),
});

/** One event of the stream. */
export const GenerationEventSchema = z
  .discriminatedUnion('event', [
    z.object({ event: z.literal('line'), data: NamedLine }),
    z.object({
      event: z.literal('report'),
      data: generation.pick({ report: true, style_profile: true, notes: true, provenance: true }),
    }),
    z.object({
      event: z.literal('done'),
      data: z.object({ generated_lyrics: z.string(), seed: seedUsed, ...told }),
    }),
    failed,
  ])
  .openapi('GenerationEvent');

export const NextLinesAnswerSchema = z
  .object({
    heard: z.object({
      scheme: z
        .string()
        .openapi({ description: 'The letters of the given lines; "-" for an end without a rhyme' }),
      syllables: z.array(z.int()),
    }),
    style: z.string().nullable(),
    items: z.array(
      z.object({
        text: z.string(),
        syllables: z.int(),
        score: z.number().openapi({ description: '0-1, higher fits better' }),
        rhymes_with: z
          .int()
          .nullable()
          .openapi({ description: 'Number of the given line, from 1; null where it opens a new rhyme' }),
        why: z.array(z.string()),
      }),
    ),
    seed: seedUsed,
    engine_version: z.string(),
    timestamp: z.string(),
    processing_time_ms: z.number(),
  })
  .openapi('NextLines');

const NamedTransferredLine = TransferredLineSchema.openapi('TransferredLine');

const transfer = TransferSchema.extend({
  lines: z.array(NamedTransferredLine),
  source_profile: orNull(NamedStyle),
  target_profile: NamedStyle,
  provenance: NamedProvenance,
});

export const TransferAnswerSchema = transfer
  .extend({
    original_lyrics: z.string(),
    source_artist: z.string().nullable(),
    target_artist: z.string(),
    temperature: z.number(),
    seed: seedUsed,
    ...told,
  })
  .openapi('StyleTransfer');

/** One event of the stream. */
export const TransferEventSchema = z
  .discriminatedUnion('event', [
    z.object({ event: z.literal('line'), data: NamedTransferredLine }),
    z.object({
      event: z.literal('report'),
      data: transfer.omit({ transferred_lyrics: true, lines: true }),
    }),
    z.object({
      event: z.literal('done'),
      data: z.object({ transferred_lyrics: z.string(), seed: seedUsed, ...told }),
    }),
    failed,
  ])
  .openapi('TransferEvent');
