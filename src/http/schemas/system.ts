import { z } from '@hono/zod-openapi';

const ComponentSchema = z.object({
  status: z.enum(['ok', 'degraded', 'error', 'off']),
  latency_ms: z.number().nullable(),
  breaker: z.enum(['closed', 'open', 'half_open']).nullable(),
  next_try_at: z.string().nullable(),
  detail: z.string().nullable(),
});

export const HealthSchema = z
  .object({
    status: z.enum(['healthy', 'degraded', 'error']),
    version: z.string(),
    environment: z.string(),
    timestamp: z.string(),
    components: z.record(z.string(), ComponentSchema),
    content: z
      .object({
        tracks: z.int(),
        with_lyrics: z.int(),
        embedded: z.int(),
        analyzed: z.int(),
        pending: z.int(),
        failed: z.int(),
        artists: z.int(),
        analyses: z.int(),
        open_dead_letters: z.int(),
      })
      .nullable(),
    cache_hit_rate_last_hour: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .openapi({ description: 'null: nothing was looked up' }),
    models_ready: z.object({ ready: z.int(), of: z.int() }),
    missing: z.array(z.string()).openapi({ description: 'Variables that are not set' }),
    faulty: z.array(z.string()).openapi({ description: 'Variables whose value cannot be used' }),
  })
  .openapi('Health');

export const LiveSchema = z.object({ status: z.literal('live'), version: z.string() }).openapi('Live');
export const ReadySchema = z
  .object({ status: z.enum(['ready', 'not_ready']), reasons: z.array(z.string()) })
  .openapi('Ready');
