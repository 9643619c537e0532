import { createRoute, z } from '@hono/zod-openapi';
import { resumeWork } from '../../services/ingest/resume-work.ts';
import { listDeadLetters, replayDeadLetter } from '../../services/system/dead-letters.ts';
import { defineRoute } from '../define-route.ts';
import { idParam, page, pageQuery } from '../schemas/paging.ts';
import { booleanParam, withDefault } from '../schemas/parameters.ts';
import { json, NO_BODY_PROBLEMS, problems } from '../schemas/problem.ts';

const security = [{ bearer: [] }];

const DeadLetterSchema = z
  .object({
    id: z.int(),
    queue: z.string(),
    message_id: z.string(),
    message_type: z.string().nullable(),
    body: z.unknown(),
    error: z.string().nullable(),
    attempts: z.int(),
    created_at: z.string(),
    replayed_at: z.string().nullable(),
  })
  .openapi('DeadLetter');

const list = defineRoute(
  createRoute({
    method: 'get',
    path: '/admin/dead-letters',
    operationId: 'listDeadLetters',
    tags: ['admin'],
    security,
    summary: 'Messages that failed for good, the latest first',
    request: {
      query: z.strictObject({
        ...pageQuery,
        open: withDefault(booleanParam(), true).openapi({ description: 'Only those not replayed' }),
      }),
    },
    responses: {
      ...problems('VALIDATION_FAILED', 'INVALID_CURSOR', 'FORBIDDEN'),
      200: json(page(DeadLetterSchema).openapi('DeadLetterPage'), 'A page of dead letters'),
    },
  }),
  async (c) => {
    const { limit, cursor, open } = c.req.valid('query');
    return c.json(await listDeadLetters(c.var.ctx, { limit, cursor: cursor ?? null, open }), 200);
  },
);

const replay = defineRoute(
  createRoute({
    method: 'post',
    path: '/admin/dead-letters/{id}/replay',
    operationId: 'replayDeadLetter',
    tags: ['admin'],
    security,
    summary: 'Send a dead letter to its queue again, once',
    request: { params: z.object({ id: idParam('id') }) },
    responses: {
      ...problems(...NO_BODY_PROBLEMS, 'NOT_FOUND', 'CONFLICT', 'FORBIDDEN'),
      202: json(DeadLetterSchema, 'It was sent'),
    },
  }),
  async (c) => c.json(await replayDeadLetter(c.var.ctx, c.req.valid('param').id), 202),
);

const resume = defineRoute(
  createRoute({
    method: 'post',
    path: '/admin/resume',
    operationId: 'resumeWork',
    tags: ['admin'],
    security,
    summary: 'Take up everything that waits in Postgres now, instead of at the next schedule',
    responses: {
      ...problems(...NO_BODY_PROBLEMS, 'FORBIDDEN'),
      202: json(
        z.object({ runs: z.int(), messages: z.int() }).openapi('ResumedWork'),
        'How many runs were resumed and how many messages sent',
      ),
    },
  }),
  async (c) => c.json(await resumeWork(c.var.ctx), 202),
);

export const adminRoutes = [list, replay, resume] as const;
