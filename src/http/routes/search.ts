import { createRoute } from '@hono/zod-openapi';
import { searchLyrics } from '../../services/search/search-lyrics.ts';
import { defineRoute, needs } from '../define-route.ts';
import { toFilters } from '../filters.ts';
import { mayBeStale } from '../middleware/open-context.ts';
import { json, problems } from '../schemas/problem.ts';
import { SearchQuery, SearchSchema } from '../schemas/search.ts';

const search = defineRoute(
  createRoute({
    method: 'get',
    path: '/search',
    operationId: 'searchLyrics',
    tags: ['search'],
    security: needs('tracks:read'),
    middleware: [mayBeStale] as const,
    summary: 'Search songs by meaning, by words, or both',
    request: { query: SearchQuery },
    responses: {
      ...problems('VALIDATION_FAILED', 'INVALID_CURSOR', 'UPSTREAM_UNAVAILABLE'),
      200: json(SearchSchema, 'Hits, best first'),
    },
  }),
  async (c) => {
    const { q, mode, limit, cursor, facets, ...filters } = c.req.valid('query');
    const answer = await searchLyrics(c.var.ctx, {
      q,
      mode,
      facets: facets ?? [],
      limit,
      cursor: cursor ?? null,
      filters: toFilters(filters),
    });
    return c.json(answer, 200);
  },
);

export const searchRoutes = [search] as const;
