import { z } from '@hono/zod-openapi';
import {
  GenerationSchema,
  RHYME_DEPTHS,
  StyleSummarySchema,
  WritingProvenanceSchema,
  WritingReportSchema,
  WrittenLineSchema,
} from '../../services/generation/contract.ts';
import { MAX_LINES, NAMED_SCHEMES } from '../../services/generation/plan-verse.ts';
import { TransferSchema } from '../../services/generation/transfer/contract.ts';
import { EXAMPLE_LYRICS, omissible } from './examples.ts';
import { orNull } from './or-null.ts';
import { filledText } from './text.ts';

const MAX_ID = 2_147_483_647;
const MAX_SYLLABLES = 40;
const MAX_KEPT_CHARACTERS = 200;
const HAS_WORD = /[\p{L}\p{N}]/u;

const withWord = (min: number, max: number) =>
  filledText(min, max).refine((value) => HAS_WORD.test(value), {
    message: 'must hold at least one letter or digit',
  });

const oneLine = (max: number) =>
  withWord(1, max).refine((value) => !/[\r\n]/.test(value), { message: 'must be one line' });

export const artistRef = () => z.union([z.int().min(1).max(MAX_ID), withWord(1, 200)]);

const syllableCount = z.int().min(1).max(MAX_SYLLABLES);
export const SyllablesSchema = z.union([
  syllableCount,
  z
    .strictObject({ min: syllableCount, max: syllableCount })
    .refine(({ min, max }) => min <= max, { path: ['max'], message: 'must not be below min' }),
]);

const scheme = z
  .string()
  .refine((value) => value === 'free' || /^[A-Za-z-]+$/.test(value), {
    message: `must be ${NAMED_SCHEMES.join(', ')}, or letters and "-"`,
  })
  .refine((value) => value.length <= MAX_LINES, { message: `must have at most ${MAX_LINES} letters` })
  .transform((value) => (value === 'free' ? value : value.toUpperCase()));

export const depth = z.enum(RHYME_DEPTHS);
export const temperature = z.number().min(0.1).max(1).default(0.8).openapi({
  description: 'How far the choice of words strays from the most fitting ones',
});
export const seed = z.int().min(0).max(2_147_483_647).optional();

export const GenerateBody = z
  .strictObject({
    prompt: withWord(5, 200).openapi({ description: 'What to write about' }),
    style: artistRef()
      .nullish()
      .openapi(
        omissible('An artist of the catalogue, by id or by name in any spelling', 'Nadia Brightwater'),
      ),
    temperature,
    max_length: z.int().min(50).max(500).default(200).openapi({
      description: 'Most characters of the text with its line ends; the text ends on a line end',
    }),
    lines: z
      .int()
      .min(1)
      .max(MAX_LINES)
      .optional()
      .openapi(omissible('Lines; without it as many as max_length usually holds', 4)),
    scheme: scheme
      .optional()
      .openapi(
        omissible(
          'Rhyme scheme: AABB (the default), ABAB, ABBA, AAAA, free, or letters of your own, where "-" is free; a scheme is repeated with new letters',
          'ABAB',
        ),
      ),
    syllables: SyllablesSchema.optional().openapi({
      description:
        'Syllables of a line: a number, or a range as {min, max}. Without it those of the style, or 8 to 12',
    }),
    rhyme: depth.optional().openapi({
      description:
        'single: line ends rhyme; multi: over two syllables or more where words allow; dense: and within lines. Without it that of the style, or single',
    }),
    seed: seed.openapi(
      omissible(
        'The same seed and input give the same text without a model; without it each answer differs',
        1,
      ),
    ),
    keep: z
      .array(z.strictObject({ line: z.int().min(1).max(MAX_LINES), text: oneLine(MAX_KEPT_CHARACTERS) }))
      .max(MAX_LINES)
      .default([])
      .openapi({
        description: 'Lines to keep as they are, by their number from 1; the others are written around them',
      }),
    stream: z.boolean().default(false).openapi({
      description: 'true: answer as server-sent events',
    }),
  })
  .openapi({ example: { prompt: 'walking home before sunrise', lines: 4, scheme: 'ABAB', seed: 1 } });

export const NamedReport = WritingReportSchema.openapi('WritingReport');
export const NamedProvenance = WritingProvenanceSchema.openapi('WritingProvenance');
export const NamedLine = WrittenLineSchema.openapi('WrittenLine');
export const NamedStyle = StyleSummarySchema.openapi('StyleSummary');

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
    seed: z.int(),
    cached: z.boolean(),
    timestamp: z.string(),
    processing_time_ms: z.number(),
  })
  .openapi('GenerateAnswer');

const ended = z.object({
  generated_lyrics: z.string(),
  seed: z.int(),
  cached: z.boolean(),
  timestamp: z.string(),
  processing_time_ms: z.number(),
});

/** One event of the stream. */
export const GenerationEventSchema = z
  .discriminatedUnion('event', [
    z.object({ event: z.literal('line'), data: NamedLine }),
    z.object({
      event: z.literal('report'),
      data: generation.pick({ report: true, style_profile: true, notes: true, provenance: true }),
    }),
    z.object({ event: z.literal('done'), data: ended }),
    z.object({ event: z.literal('error'), data: z.object({ code: z.string(), detail: z.string() }) }),
  ])
  .openapi('GenerationEvent');

const givenLine = oneLine(MAX_KEPT_CHARACTERS);

export const NextLinesBody = z
  .strictObject({
    lines: z.array(givenLine).min(1).max(MAX_LINES).openapi({ description: 'The lines so far, in order' }),
    prompt: withWord(5, 200)
      .optional()
      .openapi(
        omissible('What the text is about; without it what its last lines are about', 'a long way home'),
      ),
    style: artistRef()
      .nullish()
      .openapi(
        omissible('An artist of the catalogue, by id or by name in any spelling', 'Nadia Brightwater'),
      ),
    count: z.int().min(1).max(10).default(10).openapi({ description: 'Most candidates' }),
    rhyme: depth.default('single'),
    syllables: SyllablesSchema.optional().openapi({
      description: 'Syllables of the line; without it as many as the given lines have',
    }),
    temperature,
    seed: z.int().min(0).max(2_147_483_647).default(1),
  })
  .openapi({
    example: { lines: ['I count the lamps along the lane', 'The kettle hums about the rain'], count: 5 },
  });

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
    engine_version: z.string(),
    timestamp: z.string(),
    processing_time_ms: z.number(),
  })
  .openapi('NextLines');

export const TransferBody = z
  .strictObject({
    lyrics: withWord(20, 1000),
    source_artist: artistRef()
      .nullish()
      .openapi(
        omissible('The artist whose text it is; without one the text stands for itself', 'Nadia Brightwater'),
      ),
    target_artist: artistRef().openapi({
      description: 'An artist of the catalogue, by id or by name in any spelling',
    }),
    rhyme: depth.optional(),
    temperature,
    seed: z.int().min(0).max(2_147_483_647).default(1),
  })
  .openapi({ example: { lyrics: EXAMPLE_LYRICS, target_artist: 1, seed: 1 } });

export const TransferAnswerSchema = TransferSchema.extend({
  source_profile: orNull(NamedStyle),
  target_profile: NamedStyle,
  provenance: NamedProvenance,
  original_lyrics: z.string(),
  source_artist: z.string().nullable(),
  target_artist: z.string(),
  temperature: z.number(),
  seed: z.int(),
  cached: z.boolean(),
  timestamp: z.string(),
  processing_time_ms: z.number(),
}).openapi('StyleTransfer');
