import { createRoute, z } from '@hono/zod-openapi';
import {
  listDeadLetterGroups,
  listDeadLetters,
  replayDeadLetter,
  replayDeadLetterGroup,
} from '../../services/dead-letters/dead-letters.ts';
import { resumeWork } from '../../services/ingest/resume-work.ts';
import { defineRoute, needs } from '../define-route.ts';
import { DeadLetterGroupsSchema, DeadLetterPageSchema, DeadLetterSchema } from '../schemas/dead-letters.ts';
import { omissible } from '../schemas/examples.ts';
import { pageQuery } from '../schemas/paging.ts';
import { booleanParam, integerParam, MAX_INTEGER, withDefault } from '../schemas/parameters.ts';
import { BODY_PROBLEMS, json, jsonBody, NO_BODY_PROBLEMS, problems } from '../schemas/problem.ts';
import { filledText } from '../schemas/text.ts';

const part = (description: string, example: string) =>
  filledText(1, 100).optional().openapi(omissible(description, example));
const groupParts = {
  type: part('Only letters of this type of job; none: messages that are not jobs', 'track.analyze'),
  code: part(
    'Only letters of this code of failure; UNKNOWN: from before causes were kept',
    'UPSTREAM_UNAVAILABLE',
  ),
  upstream: part('Only letters of this upstream; none: letters without an upstream', 'llm'),
};
const toGroup = (given: {
  type?: string | undefined;
  code?: string | undefined;
  upstream?: string | undefined;
}) => ({
  type: given.type ?? null,
  code: given.code ?? null,
  upstream: given.upstream ?? null,
});

const letterId = integerParam({ min: 1, max: MAX_INTEGER }).openapi({
  param: { name: 'id', in: 'path' },
  description: 'The id of a dead letter that was not replayed',
  // Not filled in: which letters exist is for the reader to look up first.
  examples: [1],
});

const list = defineRoute(
  createRoute({
    method: 'get',
    path: '/admin/dead-letters',
    operationId: 'listDeadLetters',
    tags: ['admin'],
    security: needs('operations:read'),
    summary: 'Messages that failed permanently, the latest first',
    request: {
      query: z.strictObject({
        ...pageQuery,
        ...groupParts,
        open: withDefault(booleanParam(), true).openapi({ description: 'Only those not replayed' }),
      }),
    },
    responses: {
      ...problems('VALIDATION_FAILED', 'INVALID_CURSOR'),
      200: json(DeadLetterPageSchema, 'A page of dead letters'),
    },
  }),
  async (c) => {
    const { limit, cursor, open, ...group } = c.req.valid('query');
    const input = { limit, cursor: cursor ?? null, open, ...toGroup(group) };
    return c.json(await listDeadLetters(c.var.ctx, input), 200);
  },
);

const replay = defineRoute(
  createRoute({
    method: 'post',
    path: '/admin/dead-letters/{id}/replay',
    operationId: 'replayDeadLetter',
    tags: ['admin'],
    security: needs('operations:write'),
    summary: 'Send a dead letter to its queue again, once',
    request: { params: z.object({ id: letterId }) },
    responses: {
      ...problems(...NO_BODY_PROBLEMS, 'NOT_FOUND', 'CONFLICT', 'UPSTREAM_UNAVAILABLE'),
      202: json(DeadLetterSchema, 'The dead letter was sent'),
    },
  }),
  async (c) => c.json(await replayDeadLetter(c.var.ctx, c.req.valid('param').id), 202),
);

const groups = defineRoute(
  createRoute({
    method: 'get',
    path: '/admin/dead-letters/groups',
    operationId: 'listDeadLetterGroups',
    tags: ['admin'],
    security: needs('operations:read'),
    summary: 'Dead letters that were not replayed, by type, code and upstream; the largest group first',
    responses: {
      ...problems(),
      200: json(DeadLetterGroupsSchema, 'The groups'),
    },
  }),
  async (c) => c.json(await listDeadLetterGroups(c.var.ctx), 200),
);

const ReplayRequest = z
  .strictObject({ ...groupParts, code: filledText(1, 100), limit: z.int().min(1).max(1000).default(100) })
  .openapi({ example: { code: 'UPSTREAM_UNAVAILABLE', limit: 100 } });

const replayGroup = defineRoute(
  createRoute({
    method: 'post',
    path: '/admin/dead-letters/replay',
    operationId: 'replayDeadLetters',
    tags: ['admin'],
    security: needs('operations:write'),
    summary: 'Send the dead letters with one cause to their queues again, oldest first, each once',
    request: { body: jsonBody(ReplayRequest) },
    responses: {
      ...problems(...BODY_PROBLEMS, 'UPSTREAM_UNAVAILABLE'),
      202: json(z.object({ replayed: z.int() }).openapi('ReplayedDeadLetters'), 'How many were sent'),
    },
  }),
  async (c) => {
    const { limit, ...group } = c.req.valid('json');
    return c.json(await replayDeadLetterGroup(c.var.ctx, { limit, ...toGroup(group) }), 202);
  },
);

const ResumeQuery = z.strictObject({
  early: withDefault(booleanParam(), false).openapi({
    description:
      'Also runs that wait because a source refused or failed; each upstream that is left alone is asked once more now',
  }),
});

const resume = defineRoute(
  createRoute({
    method: 'post',
    path: '/admin/resume',
    operationId: 'resumeWork',
    tags: ['admin'],
    security: needs('operations:write'),
    summary: 'Resume all waiting work in Postgres now, instead of in the next slot of the schedule',
    request: { query: ResumeQuery },
    responses: {
      ...problems(...NO_BODY_PROBLEMS, 'VALIDATION_FAILED', 'UPSTREAM_UNAVAILABLE'),
      202: json(
        z.object({ runs: z.int(), messages: z.int() }).openapi('ResumedWork'),
        'How many runs were resumed and how many messages sent',
      ),
    },
  }),
  async (c) => c.json(await resumeWork(c.var.ctx, { isEarly: c.req.valid('query').early }), 202),
);

export const adminRoutes = [list, groups, replay, replayGroup, resume] as const;
