import { createRoute, z } from '@hono/zod-openapi';
import { findSimilar } from '../../services/search/find-similar.ts';
import { getTrack } from '../../services/tracks/get-track.ts';
import { getTrackRelations } from '../../services/tracks/get-track-relations.ts';
import { listTracks } from '../../services/tracks/list-tracks.ts';
import { defineRoute, needs } from '../define-route.ts';
import { toFilters } from '../filters.ts';
import { mayBeStale } from '../middleware/open-context.ts';
import { idParam } from '../schemas/paging.ts';
import { json, problems } from '../schemas/problem.ts';
import { TrackRelationsSchema } from '../schemas/relations.ts';
import {
  SimilarQuery,
  SimilarSchema,
  TrackDetailSchema,
  TrackListQuery,
  TrackPageSchema,
} from '../schemas/tracks.ts';

const trackParams = z.object({ id: idParam('id') });

const list = defineRoute(
  createRoute({
    method: 'get',
    path: '/tracks',
    operationId: 'listTracks',
    tags: ['tracks'],
    security: needs('tracks:read'),
    middleware: [mayBeStale] as const,
    summary: 'All songs, the most recently stored first',
    request: { query: TrackListQuery },
    responses: {
      ...problems('VALIDATION_FAILED', 'INVALID_CURSOR'),
      200: json(TrackPageSchema, 'A page of songs'),
    },
  }),
  async (c) => {
    const { limit, cursor, ids, name, facets, ...filters } = c.req.valid('query');
    const answer = await listTracks(c.var.ctx, {
      limit,
      cursor: cursor ?? null,
      ids: ids ?? null,
      name: name ?? null,
      filters: toFilters(filters),
      facets: facets ?? [],
    });
    return c.json(answer, 200);
  },
);

const get = defineRoute(
  createRoute({
    method: 'get',
    path: '/tracks/{id}',
    operationId: 'getTrack',
    tags: ['tracks'],
    security: needs('tracks:read'),
    middleware: [mayBeStale] as const,
    summary: 'One song with its sections and its analysis',
    request: { params: trackParams },
    responses: {
      ...problems('VALIDATION_FAILED', 'NOT_FOUND'),
      200: json(TrackDetailSchema, 'The song'),
    },
  }),
  async (c) => c.json(await getTrack(c.var.ctx, c.req.valid('param').id), 200),
);

const similar = defineRoute(
  createRoute({
    method: 'get',
    path: '/tracks/{id}/similar',
    operationId: 'findSimilarTracks',
    tags: ['tracks'],
    security: needs('tracks:read'),
    middleware: [mayBeStale] as const,
    summary: 'Songs similar to this one',
    request: { params: trackParams, query: SimilarQuery },
    responses: {
      ...problems('VALIDATION_FAILED', 'NOT_FOUND'),
      200: json(SimilarSchema, 'Songs, the most similar first'),
    },
  }),
  async (c) => {
    const { by, weights, limit, exclude_artist, ...filters } = c.req.valid('query');
    const answer = await findSimilar(c.var.ctx, {
      trackId: c.req.valid('param').id,
      by,
      weights: weights ?? null,
      excludeArtist: exclude_artist,
      filters: toFilters(filters),
      limit,
    });
    return c.json(answer, 200);
  },
);

const relations = defineRoute(
  createRoute({
    method: 'get',
    path: '/tracks/{id}/relations',
    operationId: 'getTrackRelations',
    tags: ['tracks'],
    security: needs('tracks:read'),
    middleware: [mayBeStale] as const,
    summary: "A song's album, credits, tags and the songs it is related to",
    request: { params: trackParams },
    responses: {
      ...problems('VALIDATION_FAILED', 'NOT_FOUND'),
      200: json(TrackRelationsSchema, 'The facts given by its source'),
    },
  }),
  async (c) => c.json(await getTrackRelations(c.var.ctx, c.req.valid('param').id), 200),
);

export const trackRoutes = [list, get, similar, relations] as const;
