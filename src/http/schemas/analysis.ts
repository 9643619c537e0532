import { z } from '@hono/zod-openapi';
import { AnalysisSchema } from '../../lyrics/contract.ts';
import { ANALYZER_CHOICES } from '../../services/analysis/analyzers/registry.ts';
import { filledText } from './text.ts';

export const AnalyzeBody = z
  .strictObject({
    lyrics: filledText(10, 5000),
    use_cache: z.boolean().default(true),
    temperature: z
      .number()
      .min(0.1)
      .max(1)
      .default(0.1)
      .openapi({ description: 'Of the model; the engine has none' }),
    analyzer: z
      .enum(ANALYZER_CHOICES)
      .default('auto')
      .openapi({ description: 'auto: the model where one is configured, else the engine' }),
    on_limit: z
      .enum(['fallback', 'error'])
      .default('fallback')
      .openapi({
        description:
          'Where the model does not answer. fallback: the engine stands in and says so (degraded). error: 429 where ' +
          'the rate budget is spent, 503 where the model is down, both with Retry-After; 502 where its answer is unusable',
      }),
  })
  .openapi('AnalyzeRequest');

export const AnalyzeAnswer = z
  .object({
    success: z.literal(true),
    analysis: AnalysisSchema.openapi('Analysis'),
    cached: z.boolean(),
    timestamp: z.string(),
    processing_time_ms: z.number(),
  })
  .openapi('AnalyzeAnswer');
