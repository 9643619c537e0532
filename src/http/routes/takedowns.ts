import { createRoute } from '@hono/zod-openapi';
import { liftTakedown } from '../../services/takedowns/lift-takedown.ts';
import { listTakedowns } from '../../services/takedowns/list-takedowns.ts';
import { takeDown } from '../../services/takedowns/take-down.ts';
import { defineRoute, needs } from '../define-route.ts';
import { BODY_PROBLEMS, json, jsonBody, NO_BODY_PROBLEMS, problems } from '../schemas/problem.ts';
import {
  TakeDownBody,
  TakedownListQuery,
  TakedownPageSchema,
  TakedownPath,
  TakedownSchema,
} from '../schemas/takedowns.ts';

const tags = ['admin'];

const list = defineRoute(
  createRoute({
    method: 'get',
    path: '/admin/takedowns',
    operationId: 'listTakedowns',
    tags,
    security: needs('operations:read'),
    summary: 'Songs and artists that were removed for good, the latest first',
    request: { query: TakedownListQuery },
    responses: { ...problems('INVALID_CURSOR'), 200: json(TakedownPageSchema, 'A page of takedowns') },
  }),
  async (c) => {
    const { limit, cursor } = c.req.valid('query');
    return c.json(await listTakedowns(c.var.ctx, { limit, cursor: cursor ?? null }), 200);
  },
);

const create = defineRoute(
  createRoute({
    method: 'post',
    path: '/admin/takedowns',
    operationId: 'takeDown',
    tags,
    security: needs('takedowns:write'),
    summary: 'Remove a song with its versions, or all songs of an artist, for good',
    description:
      'Texts, vectors, passages, analyses and cached answers are removed at once. What has the same source id, the same artist ' +
      'and title, the same words or nearly the same words is refused from then on, whether it is scraped or imported, and ' +
      'an artist is not watched again. A text of a few different words, which many songs have, is known by source, artist and ' +
      'title only.',
    request: { body: jsonBody(TakeDownBody) },
    responses: {
      ...problems(...BODY_PROBLEMS, 'NOT_FOUND'),
      201: json(TakedownSchema, 'The takedown with the ids of the removed songs'),
    },
  }),
  async (c) => {
    const body = c.req.valid('json');
    c.set('auditSubject', `${body.kind} ${body.id}`);
    return c.json(await takeDown(c.var.ctx, body), 201);
  },
);

const lift = defineRoute(
  createRoute({
    method: 'delete',
    path: '/admin/takedowns/{id}',
    operationId: 'liftTakedown',
    tags,
    security: needs('takedowns:write'),
    summary: 'Let the songs of a takedown be stored again; none is restored',
    request: { params: TakedownPath },
    responses: {
      ...problems(...NO_BODY_PROBLEMS, 'NOT_FOUND'),
      200: json(TakedownSchema, 'The takedown as it is now'),
    },
  }),
  async (c) => c.json(await liftTakedown(c.var.ctx, c.req.valid('param').id), 200),
);

export const takedownRoutes = [list, create, lift] as const;
