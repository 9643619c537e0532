import { createRoute } from '@hono/zod-openapi';
import { listIngestRuns } from '../../services/ingest/list-runs.ts';
import { watchArtist } from '../../services/ingest/watch-artist.ts';
import { defineRoute, TOKEN_REQUIRED } from '../define-route.ts';
import { RunListQuery, RunPageSchema, WatchArtistAnswer, WatchArtistBody } from '../schemas/ingest.ts';
import { BODY_PROBLEMS, json, jsonBody, problems } from '../schemas/problem.ts';

const watch = defineRoute(
  createRoute({
    method: 'post',
    path: '/ingest/artists',
    operationId: 'watchArtist',
    tags: ['ingest'],
    security: TOKEN_REQUIRED,
    summary: 'Watch an artist and start scraping now',
    request: { body: jsonBody(WatchArtistBody) },
    responses: {
      ...problems(...BODY_PROBLEMS, 'FORBIDDEN'),
      202: json(WatchArtistAnswer, 'The run that was opened, or the one that was already open'),
    },
  }),
  async (c) => {
    const body = c.req.valid('json');
    const answer = await watchArtist(c.var.ctx, {
      name: body.name,
      geniusId: body.genius_id ?? null,
      priority: body.priority ?? null,
      songLimit: body.limit ?? null,
      trigger: 'api',
    });
    return c.json(answer, 202);
  },
);

const runs = defineRoute(
  createRoute({
    method: 'get',
    path: '/ingest/runs',
    operationId: 'listIngestRuns',
    tags: ['ingest'],
    summary: 'Runs with the results of their songs, the latest first',
    request: { query: RunListQuery },
    responses: {
      ...problems('VALIDATION_FAILED', 'INVALID_CURSOR'),
      200: json(RunPageSchema, 'A page of runs'),
    },
  }),
  async (c) => {
    const { limit, cursor } = c.req.valid('query');
    return c.json(await listIngestRuns(c.var.ctx, { limit, cursor: cursor ?? null }), 200);
  },
);

export const ingestRoutes = [watch, runs] as const;
