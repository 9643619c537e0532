import { createRoute, z } from '@hono/zod-openapi';
import { cancelBatch } from '../../services/batches/cancel-batch.ts';
import { getBatchStatus } from '../../services/batches/get-batch-status.ts';
import { listBatchResults, streamBatchResults } from '../../services/batches/list-batch-results.ts';
import { submitBatch } from '../../services/batches/submit-batch.ts';
import { watchBatch } from '../../services/batches/watch-batch.ts';
import { defineRoute, needs } from '../define-route.ts';
import { EVENT_STREAM_HEADERS, eventText } from '../event-stream.ts';
import {
  BatchEventSchema,
  BatchPath,
  BatchResultPageSchema,
  BatchResultsQuery,
  BatchSchema,
  SubmitBatchBody,
  SubmitBatchHeaders,
  SubmittedBatchSchema,
  WatchBatchHeaders,
} from '../schemas/batches.ts';
import {
  BODY_PROBLEMS,
  eventStream,
  json,
  jsonBody,
  NO_BODY_PROBLEMS,
  problems,
} from '../schemas/problem.ts';
import { asDocumented, streamBody } from '../stream-body.ts';

const tags = ['batch'];
const NDJSON = 'application/x-ndjson';

const submit = defineRoute(
  createRoute({
    method: 'post',
    path: '/batch',
    operationId: 'submitBatch',
    tags,
    security: needs('batches:write'),
    summary: 'Analyse or validate up to 1,000 texts in the background',
    description: 'Anyone who knows the id of a batch can read and cancel it; no endpoint lists the ids.',
    request: { headers: SubmitBatchHeaders, body: jsonBody(SubmitBatchBody) },
    responses: {
      ...problems(...BODY_PROBLEMS, 'IDEMPOTENCY_KEY_REUSED'),
      202: json(SubmittedBatchSchema, 'The batch, or the earlier one with the same key'),
    },
  }),
  async (c) => {
    const { items, operation, analyzer, temperature } = c.req.valid('json');
    const batch = await submitBatch(c.var.ctx, {
      items: items.map(({ id, lyrics }) => ({ id: id ?? null, lyrics })),
      operation,
      analyzer: analyzer ?? null,
      temperature: temperature ?? null,
      idempotencyKey: c.req.valid('header')['idempotency-key'] ?? null,
    });
    c.set('auditSubject', batch.batch_id);
    return c.json(batch, 202, { location: `/batch/${batch.batch_id}/status` });
  },
);

const status = defineRoute(
  createRoute({
    method: 'get',
    path: '/batch/{id}/status',
    operationId: 'getBatchStatus',
    tags,
    security: needs('batches:read'),
    summary: 'The state of a batch, with its items counted now',
    request: { params: BatchPath },
    responses: { ...problems('NOT_FOUND'), 200: json(BatchSchema, 'The batch') },
  }),
  async (c) => c.json(await getBatchStatus(c.var.ctx, c.req.valid('param').id), 200),
);

const results = defineRoute(
  createRoute({
    method: 'get',
    path: '/batch/{id}/results',
    operationId: 'listBatchResults',
    tags,
    security: needs('batches:read'),
    summary: 'The result of each item, in the order of the request',
    request: { params: BatchPath, query: BatchResultsQuery },
    responses: {
      ...problems('NOT_FOUND', 'VALIDATION_FAILED', 'INVALID_CURSOR'),
      200: {
        description: 'A page of items, or all of them as NDJSON, one per line',
        content: {
          'application/json': { schema: BatchResultPageSchema },
          [NDJSON]: { schema: z.string().openapi({ description: 'Lines, each a BatchResult' }) },
        },
      },
    },
  }),
  async (c) => {
    const { limit, cursor, format } = c.req.valid('query');
    const input = { batchId: c.req.valid('param').id, limit: limit ?? null, cursor: cursor ?? null };
    const lines = format === undefined ? c.req.header('accept')?.includes(NDJSON) : format === 'ndjson';
    if (lines !== true) return c.json(await listBatchResults(c.var.ctx, input), 200);
    const body = streamBody(await streamBatchResults(c.var.ctx, input));
    return asDocumented(c.body(body, 200, { 'content-type': NDJSON }));
  },
);

const events = defineRoute(
  createRoute({
    method: 'get',
    path: '/batch/{id}/events',
    operationId: 'watchBatch',
    tags,
    security: needs('batches:read'),
    summary: 'The progress of a batch as it changes, as server-sent events',
    description:
      'Each `progress` event contains the batch as in /status; `done` is the last. The stream ends after about 40 seconds: ' +
      'reconnect with the id of the last event as Last-Event-ID until `done` arrives.',
    request: { params: BatchPath, headers: WatchBatchHeaders },
    responses: {
      ...problems('NOT_FOUND'),
      200: eventStream(BatchEventSchema, 'Events `progress` and `done`, with comments where nothing changed'),
    },
  }),
  async (c) => {
    const watched = await watchBatch(c.var.ctx, {
      batchId: c.req.valid('param').id,
      lastEventId: c.req.valid('header')['last-event-id'] ?? null,
    });
    const texts = eventText(watched, (event) =>
      event.type === 'quiet' ? null : { event: event.type, id: event.id, data: event.batch },
    );
    return asDocumented(c.body(streamBody(texts), 200, EVENT_STREAM_HEADERS));
  },
);

const cancel = defineRoute(
  createRoute({
    method: 'delete',
    path: '/batch/{id}',
    operationId: 'cancelBatch',
    tags,
    security: needs('batches:write'),
    summary: 'Cancel the items that have not started; running items finish normally',
    request: { params: BatchPath },
    responses: {
      ...problems(...NO_BODY_PROBLEMS, 'NOT_FOUND'),
      200: json(BatchSchema, 'The batch as it is now; a finished batch is not changed'),
    },
  }),
  async (c) => c.json(await cancelBatch(c.var.ctx, c.req.valid('param').id), 200),
);

export const batchRoutes = [submit, status, results, events, cancel] as const;
