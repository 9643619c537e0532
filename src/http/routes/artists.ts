import { createRoute, z } from '@hono/zod-openapi';
import { compareArtists } from '../../services/artists/compare-artists.ts';
import { getArtist } from '../../services/artists/get-artist.ts';
import { listArtists } from '../../services/artists/list-artists.ts';
import { defineRoute, needs } from '../define-route.ts';
import { mayBeStale } from '../middleware/open-context.ts';
import { ArtistComparisonSchema, CompareArtistsQuery } from '../schemas/artist-comparison.ts';
import { ArtistListQuery, ArtistPageSchema, ArtistQuery, ArtistSchema } from '../schemas/artists.ts';
import { idParam } from '../schemas/paging.ts';
import { json, problems } from '../schemas/problem.ts';

const tags = ['artists'];

const list = defineRoute(
  createRoute({
    method: 'get',
    path: '/artists',
    operationId: 'listArtists',
    tags,
    security: needs('tracks:read'),
    middleware: [mayBeStale] as const,
    summary: 'Artists by name or by number of tracks',
    request: { query: ArtistListQuery },
    responses: {
      ...problems('VALIDATION_FAILED', 'INVALID_CURSOR'),
      200: json(ArtistPageSchema, 'A page of artists'),
    },
  }),
  async (c) => {
    const { name, cursor, ...rest } = c.req.valid('query');
    const input = { ...rest, name: name ?? null, cursor: cursor ?? null };
    return c.json(await listArtists(c.var.ctx, input), 200);
  },
);

const compare = defineRoute(
  createRoute({
    method: 'get',
    path: '/artists/compare',
    operationId: 'compareArtists',
    tags,
    security: needs('tracks:read'),
    middleware: [mayBeStale] as const,
    summary: 'Compare two to five artists, and what each pair has in common',
    request: { query: CompareArtistsQuery },
    responses: {
      ...problems('VALIDATION_FAILED', 'NOT_FOUND'),
      200: json(ArtistComparisonSchema, 'The artists in the requested order, and their pairs'),
    },
  }),
  async (c) => c.json(await compareArtists(c.var.ctx, c.req.valid('query')), 200),
);

const get = defineRoute(
  createRoute({
    method: 'get',
    path: '/artists/{id}',
    operationId: 'getArtist',
    tags,
    security: needs('tracks:read'),
    middleware: [mayBeStale] as const,
    summary: 'One artist: vocabulary, rhyme, flow, mood and themes over the years, and the nearest artists',
    request: { params: z.object({ id: idParam('id') }), query: ArtistQuery },
    responses: {
      ...problems('VALIDATION_FAILED', 'NOT_FOUND'),
      200: json(ArtistSchema, 'The artist'),
    },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await getArtist(c.var.ctx, { id, ...c.req.valid('query') }), 200);
  },
);

export const artistRoutes = [list, compare, get] as const;
