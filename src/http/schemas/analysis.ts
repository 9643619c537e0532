import { z } from '@hono/zod-openapi';
import { AnalysisSchema } from '../../lyrics/contract.ts';
import { ANALYZER_CHOICES, ANALYZER_TYPES } from '../../services/analysis/analyzers/registry.ts';
import { EXAMPLE_LYRICS } from './examples.ts';
import { orNull } from './or-null.ts';
import { filledText } from './text.ts';

/** An analyser's result for a text, under its name in the OpenAPI document. */
export const NamedAnalysis = AnalysisSchema.openapi('Analysis');

const asked = {
  lyrics: filledText(10, 5000),
  use_cache: z.boolean().default(true),
  temperature: z
    .number()
    .min(0.1)
    .max(1)
    .default(0.1)
    .openapi({ description: 'For the model; the engine has none' }),
};

export const AnalyzeBody = z
  .strictObject({
    ...asked,
    analyzer: z
      .enum(ANALYZER_CHOICES)
      .default('auto')
      .openapi({ description: 'auto: the model if one is configured, otherwise the engine' }),
    on_limit: z
      .enum(['fallback', 'error'])
      .default('fallback')
      .openapi({
        description:
          'What to do if the model does not answer. fallback: the engine answers, marked as degraded. error: 429 if ' +
          'the rate budget is spent, 503 if the model is down, both with Retry-After; 502 if its answer is unusable',
      }),
  })
  .openapi({ example: { lyrics: EXAMPLE_LYRICS } });

export const AnalyzeAnswer = z
  .object({
    success: z.literal(true),
    analysis: NamedAnalysis,
    cached: z.boolean(),
    timestamp: z.string(),
    processing_time_ms: z.number(),
  })
  .openapi('AnalyzeAnswer');

export const CompareBody = z
  .strictObject({
    ...asked,
    analyzers: z
      .array(z.enum(ANALYZER_TYPES))
      .min(2)
      .max(ANALYZER_TYPES.length)
      .refine((types) => new Set(types).size === types.length, { message: 'must not repeat an analyser' })
      .openapi({ description: 'Each runs separately; hybrid combines qwen and algorithmic in one answer' }),
  })
  .openapi({ example: { lyrics: EXAMPLE_LYRICS, analyzers: ['algorithmic', 'hybrid'] } });

const answered = z.object({ analysis: NamedAnalysis, cached: z.boolean() });

/** One event of the stream. */
export const AnalysisEventSchema = z
  .discriminatedUnion('event', [
    z.object({ event: z.literal('engine'), data: answered }),
    z.object({ event: z.literal('model'), data: answered }),
    z.object({
      event: z.literal('degraded'),
      data: z.object({
        reason: z.string(),
        detail: z.string(),
        retry_after_seconds: z.int().nullable(),
      }),
    }),
    z.object({
      event: z.literal('done'),
      data: z.object({ timestamp: z.string(), processing_time_ms: z.number() }),
    }),
  ])
  .openapi('AnalysisEvent', { description: 'The `event` line of an event, and its `data` line as JSON' });

const share = z.number().min(0).max(1);
const analyzer = z.enum(ANALYZER_TYPES);

export const CompareAnswer = z
  .object({
    analyses: z.array(
      z.object({
        analyzer,
        analysis: orNull(NamedAnalysis),
        cached: z.boolean(),
        error: z
          .object({ code: z.string(), reason: z.string(), detail: z.string() })
          .nullable()
          .openapi({ description: 'Why there is no analysis; no other analyser replaces it' }),
      }),
    ),
    agreement: z
      .array(
        z.object({
          a: analyzer,
          b: analyzer,
          sentiment: share.nullable().openapi({ description: '1 - |difference of the scores| / 2' }),
          same_label: z.boolean().nullable(),
          emotions: share.openapi({ description: '1 - mean |difference| over the feelings' }),
          themes: share.openapi({ description: 'Themes in common divided by all themes found (Jaccard)' }),
          quality: share.nullable().openapi({ description: '1 - |difference|' }),
          overall: share.openapi({ description: 'Mean of the available measures' }),
        }),
      )
      .openapi({ description: 'Each pair of analysers that answered' }),
    mean_agreement: share.nullable(),
    timestamp: z.string(),
  })
  .openapi('CompareAnswer');
