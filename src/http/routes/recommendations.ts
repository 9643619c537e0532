import { createRoute } from '@hono/zod-openapi';
import { recommendTracks } from '../../services/search/recommend-tracks.ts';
import { defineRoute, needs } from '../define-route.ts';
import { toFilters } from '../filters.ts';
import { mayBeStale } from '../middleware/open-context.ts';
import { BODY_PROBLEMS, json, jsonBody, problems } from '../schemas/problem.ts';
import { RecommendAnswer, RecommendBody } from '../schemas/recommendations.ts';

const recommend = defineRoute(
  createRoute({
    method: 'post',
    path: '/recommendations',
    operationId: 'recommendTracks',
    tags: ['search'],
    security: needs('tracks:read'),
    middleware: [mayBeStale] as const,
    summary: 'Recommend songs from liked and disliked tracks or a description, by their analyses',
    request: { body: jsonBody(RecommendBody) },
    responses: {
      ...problems(...BODY_PROBLEMS, 'CONFLICT', 'UPSTREAM_REJECTED', 'UPSTREAM_UNAVAILABLE'),
      200: json(RecommendAnswer, 'Songs, best first, each with what it shares with the liked tracks'),
    },
  }),
  async (c) => {
    const { exclude_artists, profile, filters, ...input } = c.req.valid('json');
    const answer = await recommendTracks(c.var.ctx, {
      ...input,
      profile: profile ?? null,
      excludeArtists: exclude_artists,
      filters: toFilters(filters, 'body.filters'),
    });
    return c.json(answer, 200);
  },
);

export const recommendationRoutes = [recommend] as const;
