import { z } from '@hono/zod-openapi';
import { FailureCauseSchema } from '../../lib/failure-cause.ts';
import { omissible } from './examples.ts';

/** The last failure of a model. */
export const LastFailureSchema = z.object({
  code: z.string(),
  status: z.int().nullable(),
  message: z.string(),
});

const ComponentSchema = z.object({
  status: z.enum(['ok', 'degraded', 'error', 'off']),
  latency_ms: z.number().nullable(),
  breaker: z.enum(['closed', 'open', 'half_open']).nullable(),
  next_try_at: z.string().nullable(),
  detail: z.string().nullable(),
  last_success_at: z.string().nullable(),
  last_failure_at: z.string().nullable(),
  last_failure: LastFailureSchema.nullable(),
});

const ReplicaSchema = z.object({
  region: z.string(),
  status: z.enum(['ok', 'degraded', 'error']),
  lag_ms: z.number().nullable().openapi({
    description: 'How old its answers may be; over 1,000 the primary is read; null: unknown',
    example: 320,
  }),
  latency_ms: z.number(),
  detail: z.string().nullable(),
});

const ProbeSchema = z.object({
  upstream: z.string(),
  status: z.enum(['ok', 'error']),
  latency_ms: z.number(),
  failure: FailureCauseSchema.pick({ code: true, message: true, upstream: true }).nullable(),
});

const StepSchema = z.object({
  step: z.string(),
  state: z
    .enum(['ok', 'failed', 'running', 'cut_off'])
    .openapi({ description: 'cut_off: its Worker ended before the step did; the next slot continues' }),
  slot: z.string(),
  started_at: z.string(),
  duration_ms: z.number().nullable(),
  counts: z.record(z.string(), z.number()).nullable(),
  failure: FailureCauseSchema.nullable(),
});

export const HealthSchema = z
  .object({
    status: z.enum(['healthy', 'degraded', 'error']),
    version: z.string(),
    environment: z.string(),
    timestamp: z.string(),
    components: z.record(z.string(), ComponentSchema),
    replicas: z
      .array(ReplicaSchema)
      .openapi({ description: 'Read replicas; empty where none is configured' }),
    content: z
      .object({
        tracks: z.int(),
        with_lyrics: z.int(),
        embedded: z.int(),
        analyzed: z.int(),
        pending: z.int(),
        failed: z.int(),
        unembeddable: z.int().openapi({ description: 'Songs whose text has no line to embed' }),
        artists: z.int(),
        analyses: z
          .int()
          .openapi({ description: 'Finished analyses of the catalogue, including replaced ones' }),
        open_dead_letters: z.int(),
      })
      .nullable(),
    schedule: z
      .array(StepSchema)
      .openapi({ description: 'The last run of each step of the schedule; empty before the first' }),
    cache_hit_rate_last_hour: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .openapi({ description: 'null: no look-ups yet' }),
    model_spend: z
      .object({
        cap_usd: z.number(),
        spent_usd: z.number().openapi({
          description:
            'Of this UTC day, with what is reserved for calls that are under way or whose cost was never told',
        }),
        is_reached: z.boolean().openapi({
          description: 'Whether a call was not made today because it might have exceeded the cap',
        }),
        resets_at: z.string(),
      })
      .nullable()
      .openapi({
        description: 'What the chat models cost today; null without LLM_DAILY_BUDGET_USD',
        example: { cap_usd: 5, spent_usd: 0.41, is_reached: false, resets_at: '2026-01-02T00:00:00.000Z' },
      }),
    models_ready: z.object({ ready: z.int(), of: z.int() }),
    probes: z
      .array(ProbeSchema)
      .optional()
      .openapi({ description: 'The current answer of each upstream, if probe was requested' }),
    missing: z.array(z.string()).openapi({ description: 'Variables that are not set' }),
    faulty: z.array(z.string()).openapi({ description: 'Variables with an invalid value' }),
  })
  .openapi('Health');

export const LiveSchema = z
  .object({
    status: z.literal('live'),
    version: z.string(),
    deployment: z
      .string()
      .optional()
      .openapi(
        omissible(
          "The id of Cloudflare's version that answered; absent where there are no versions",
          '7f0a3c52-90d6-4c1e-9b7a-2f6f0f4f5a11',
        ),
      ),
  })
  .openapi('Live');
export const ReadySchema = z
  .object({
    status: z.enum(['ready', 'not_ready']),
    reasons: z.array(z.string()).openapi({
      description: 'Why not, with the names of variables that cannot be used; never their values',
    }),
    missing: z.array(z.string()).openapi({
      description: 'Variables that are not set: what they configure is not available',
      example: [],
    }),
  })
  .openapi('Ready');

/** The value of a variable: a text, a number, yes or no, scopes, or the prices of models. */
const VariableValueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.record(z.string(), z.object({ prompt: z.number(), completion: z.number() })),
]);

const VariableSchema = z.object({
  name: z.string(),
  description: z.string(),
  is_set: z.boolean(),
  fault: z.string().nullable().openapi({ description: 'Why its value cannot be used; null if it can' }),
  shown: z
    .enum(['value', 'host', 'presence'])
    .openapi({ description: 'What is told: the value, the host of the address, or only whether it is set' }),
  value: VariableValueSchema.nullable().openapi({
    description: 'The value in use, also a default, or its host; null where there is none, and for secrets',
  }),
});

export const ConfigInfoSchema = z
  .object({
    environment: z.enum(['local', 'staging', 'production']),
    version: z.string(),
    engine_version: z.string(),
    parts: z.record(z.string(), z.boolean()).openapi({
      description: 'By part, whether it is configured',
      example: { database: true, model: false },
    }),
    anonymous_scopes: z
      .array(z.string())
      .openapi({ description: 'What callers without a key may do', example: ['tracks:read'] }),
    missing: z
      .array(z.string())
      .openapi({ description: 'Variables that are needed and not set', example: [] }),
    variables: z.array(VariableSchema).openapi({
      example: [
        {
          name: 'DATABASE_URL',
          description: 'Postgres connection string of Neon',
          is_set: true,
          fault: null,
          shown: 'host',
          value: 'ep-name.region.aws.neon.tech',
        },
        {
          name: 'LLM_API_KEY',
          description: 'Key of the chat model',
          is_set: true,
          fault: null,
          shown: 'presence',
          value: null,
        },
      ],
    }),
  })
  .openapi('ConfigInfo');
