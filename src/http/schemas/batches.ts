import { z } from '@hono/zod-openapi';
import { BATCH_STATES } from '../../services/batches/batch-state.ts';
import { ValidationSchema } from '../../services/batches/validation.ts';
import { AnalyzeBody, NamedAnalysis } from './analysis.ts';
import { EXAMPLE_BATCH_ID, EXAMPLE_LYRICS, omissible } from './examples.ts';
import { orNull } from './or-null.ts';
import { page, pageQuery } from './paging.ts';
import { filledText } from './text.ts';

const OPERATIONS = ['analyze', 'validate'] as const;

const { analyzer, temperature } = AnalyzeBody.shape;

const BatchItemInput = z
  .strictObject({
    lyrics: filledText(10, 5000),
    id: filledText(1, 100).optional().openapi({ description: 'Your own id, unique within the batch' }),
  })
  .openapi('BatchItemInput', { example: { id: 'song-1', lyrics: EXAMPLE_LYRICS } });

export const SubmitBatchBody = z
  .strictObject({
    items: z
      .array(BatchItemInput)
      .min(1)
      .max(1000)
      .openapi({ example: [{ id: 'song-1', lyrics: EXAMPLE_LYRICS }] }),
    operation: z.enum(OPERATIONS).default('analyze').openapi({
      description: 'validate: problems that affect an analysis, found without a model',
    }),
    analyzer: analyzer
      .unwrap()
      .optional()
      .openapi({ description: 'As in /analyze; only for the operation analyze' }),
    temperature: temperature
      .unwrap()
      .optional()
      .openapi({ description: 'As in /analyze; only for the operation analyze' }),
  })
  .superRefine(({ items, operation, ...options }, check) => {
    for (const name of ['analyzer', 'temperature'] as const) {
      if (operation === 'analyze' || options[name] === undefined) continue;
      check.addIssue({ code: 'custom', path: [name], message: 'is only for the operation "analyze"' });
    }
    const seen = new Set<string>();
    for (const [i, { id }] of items.entries()) {
      if (id !== undefined && seen.has(id)) {
        check.addIssue({
          code: 'custom',
          path: ['items', i, 'id'],
          message: 'is the id of an item above; each needs its own',
        });
      }
      if (id !== undefined) seen.add(id);
    }
  })
  .openapi({ example: { items: [{ id: 'song-1', lyrics: EXAMPLE_LYRICS }], operation: 'validate' } });

export const SubmitBatchHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{8,200}$/, 'must be 8 to 200 visible ASCII characters')
    .optional()
    .openapi(
      omissible(
        'A random value chosen by you, such as a UUID: the same key and request return the same batch, so a request ' +
          'whose answer was lost can be sent again',
        '0f9d7c52-5b0e-4f0b-8a53-7f6f3c1f9e21',
      ),
    ),
});

export const BatchPath = z.object({
  id: z.uuid({ message: 'must be the batch_id that POST /batch answered, a UUID' }).openapi({
    param: { name: 'id', in: 'path' },
    description: 'The batch_id returned by `POST /batch`',
    // Not filled in: the reader has the id of a batch only after creating one.
    examples: [EXAMPLE_BATCH_ID],
  }),
});

const state = z.enum(BATCH_STATES);

export const SubmittedBatchSchema = z
  .object({
    batch_id: z.uuid(),
    operation: z.enum(OPERATIONS),
    status: state,
    items_count: z.int(),
    timestamp: z.string(),
  })
  .openapi('SubmittedBatch');

export const BatchSchema = z
  .object({
    batch_id: z.uuid(),
    operation: z.enum(OPERATIONS),
    analyzer: z.string().nullable(),
    temperature: z.number().nullable(),
    status: state.openapi({
      description:
        'failed: every item failed; completed_with_errors: some did; cancelled: some were cancelled, and none is running',
    }),
    items_count: z.int(),
    counts: z.object({
      queued: z.int(),
      running: z.int(),
      done: z.int(),
      failed: z.int(),
      cancelled: z.int(),
      degraded: z.int().openapi({
        description: 'Of the finished items, those that the engine analysed instead of the model',
      }),
    }),
    progress: z.number().min(0).max(1).openapi({ description: 'Share of finished items' }),
    created_at: z.string(),
    updated_at: z.string(),
    finished_at: z.string().nullable(),
    cancelled_at: z.string().nullable(),
  })
  .openapi('Batch');

/** One event of the stream. */
export const BatchEventSchema = z
  .object({ event: z.enum(['progress', 'done']), id: z.string(), data: BatchSchema })
  .openapi('BatchEvent', {
    description: 'The `event` line of an event, its `id`, and its `data` line as JSON',
  });

export const BatchResultSchema = z
  .object({
    index: z.int().openapi({ description: 'Position in the request, from 0' }),
    id: z.string().nullable(),
    status: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
    attempts: z.int(),
    analysis: orNull(NamedAnalysis),
    validation: orNull(ValidationSchema.openapi('LyricsValidation')),
    error: z.object({ code: z.string(), message: z.string() }).nullable().openapi({
      description:
        'Why it failed, was retried, or was analysed by the engine; INTERNAL on a finished item: its stored result cannot be read',
    }),
    updated_at: z.string(),
  })
  .openapi('BatchResult');

const { limit, cursor } = pageQuery;

export const BatchResultsQuery = z.strictObject({
  limit: limit.unwrap().optional().openapi(omissible('Rows; absent: 20 as JSON, all as NDJSON', 20)),
  cursor,
  format: z
    .enum(['json', 'ndjson'])
    .optional()
    .openapi({ description: 'If absent, chosen by Accept, otherwise json' }),
});

export const BatchResultPageSchema = page(BatchResultSchema).openapi('BatchResultPage');

export const WatchBatchHeaders = z.object({
  'last-event-id': z
    .string()
    .max(200)
    .optional()
    .openapi(omissible('Id of the last event received; only newer events are sent', '1-0-0-0-0')),
});
