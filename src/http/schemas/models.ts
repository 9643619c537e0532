import { z } from '@hono/zod-openapi';
import { orNull } from './or-null.ts';
import { LastFailureSchema } from './system.ts';

const count = z.number().nonnegative();
const measured = (description: string) => count.nullable().openapi({ description });

const Figures = z
  .object({
    calls: measured('Requests sent; null where none was measured'),
    errors: measured('Of them, those without an answer'),
    seconds: z
      .object({ p50: count, p95: count, p99: count })
      .nullable()
      .openapi({ description: 'Time to answer, from the histogram of /metrics' }),
    tokens: z.object({ prompt: count, completion: count }).nullable(),
    cost_usd: measured('By the configured prices; null where none is configured'),
  })
  .openapi('ModelFigures');

const share = z.number().min(0).max(1);

const Drift = z
  .object({
    judge: z
      .string()
      .nullable()
      .openapi({ description: 'Analyser, model, prompt and engine; null before the first run' }),
    measured_at: z.string().nullable(),
    answers: z.object({
      held: share.nullable().openapi({
        description:
          'Share of songs judged again with the same label and a score within 0.1; null below 100 songs',
      }),
      failed: share
        .nullable()
        .openapi({ description: 'Share of them without an answer; null below 100 songs' }),
      songs: count,
    }),
    distributions: z.array(
      z.object({
        subject: z.string(),
        of: z.enum(['judge', 'input']),
        index: measured('Population stability index against the reference; null with too few songs'),
        state: z
          .enum(['stable', 'moderate', 'large', 'too_few'])
          .openapi({ description: 'From 0.1 on moderate, from 0.25 on large' }),
        songs: count,
        reference_songs: count,
        reference_made_at: z.string().nullable(),
      }),
    ),
  })
  .openapi('Drift', {
    description:
      'Whether the judge of the catalogue still judges as it did, and new songs are like those before',
  });

export const ModelsStatusSchema = z
  .object({
    models: z.array(
      z.object({
        role: z.enum(['chat', 'chat_fallback', 'embeddings']),
        model: z.string().nullable(),
        state: z.enum(['ready', 'circuit_open', 'refused', 'off']),
        breaker: z.enum(['closed', 'open', 'half_open']).nullable(),
        next_try_at: z.string().nullable(),
        last_success_at: z.string().nullable(),
        last_failure_at: z.string().nullable(),
        last_failure: LastFailureSchema.nullable(),
        requests_per_minute: measured(
          'As the budget stands now: a 429 cuts it, windows of 10 s without one restore it',
        ),
        last_hour: Figures,
        total: Figures,
      }),
    ),
    coverage: z
      .object({
        tracks_with_lyrics: count,
        by: z.array(
          z.object({
            analyzer_type: z.string(),
            model_version: z.string(),
            prompt_version: z.string(),
            engine_version: z.string().openapi({
              description: 'The engine that counted; empty if stored before its version was kept',
            }),
            tracks: count,
            share: z.number().min(0).max(1),
            current: z.boolean().openapi({ description: 'Whether new analyses are made with it' }),
          }),
        ),
      })
      .openapi({
        description:
          'Tracks analysed by each analyser, model, prompt and engine, counted within the last minute',
      }),
    drift: Drift,
    timestamp: z.string(),
  })
  .openapi('ModelsStatus');

export const ModelsInfoSchema = z
  .object({
    version: z.string(),
    analyzers: z.array(z.object({ type: z.string(), summary: z.string() })),
    capabilities: z.array(
      z.object({
        capability: z.string(),
        by: z.string().nullable().openapi({ description: 'The component that answers for it' }),
        state: z.enum(['ready', 'circuit_open', 'refused', 'off', 'not_available']),
        detail: z.string().nullable(),
        prompt_version: z.string().nullable(),
        tokens_per_request: measured('Mean over every answer so far'),
        cost_per_1000_requests_usd: measured('By the configured prices'),
        build: z
          .object({
            version: z.string(),
            data_hash: z.string(),
            built_at: z.string(),
            metrics: z.record(z.string(), z.unknown()),
          })
          .nullable()
          .openapi({
            description:
              'What it was made from, and what was measured then; null unless it is made by a build or a training of our own',
          }),
      }),
    ),
    timestamp: z.string(),
  })
  .openapi('ModelsInfo');

const Counts = z.object({
  hits: count,
  misses: count,
  hit_rate: z.number().min(0).max(1).nullable(),
});

const CacheFigures = orNull(
  Counts.extend({ caches: z.array(Counts.extend({ cache: z.string() })) }).openapi('CacheFigures'),
);

export const CacheStatsSchema = z
  .object({
    backend: z.enum(['redis', 'off']),
    last_hour: CacheFigures,
    total: CacheFigures,
    timestamp: z.string(),
  })
  .openapi('CacheStats');
