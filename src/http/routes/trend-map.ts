import { createRoute, z } from '@hono/zod-openapi';
import { readMap, readMapSongs } from '../../services/trends/clusters/read-map.ts';
import { defineRoute, needs } from '../define-route.ts';
import { isKnownTag } from '../entity-tags.ts';
import { mayBeStale } from '../middleware/open-context.ts';
import { json, problems } from '../schemas/problem.ts';
import { MapSongsQuery, MapSongsSchema } from '../schemas/trend-map.ts';
import { sendBytes } from '../send-bytes.ts';
import { asDocumented } from '../stream-body.ts';

const TYPE = 'application/octet-stream';

const LAYOUT = `All numbers are little-endian.

| byte | holds |
|---|---|
| 0 | \`BLM1\` |
| 4 | u32 number of the build |
| 8 | u32 n, points |
| 12 | u32 g, cells of a side of the grid |
| 16 | u32 length of the legend in bytes |
| 20 | u32 [g·g + 1], the index: the first point of each cell, row by row; the last entry is n |
| then | u32 [n] ids of songs; 0: removed since the build |
| | u16 [n] x, u16 [n] y, from 0 to 65,535; a cell is 65,536 / g wide |
| | u8 [n] keys of clusters, u8 [n] years less 1900; 0: unknown |
| | the legend, JSON in UTF-8: a list of \`{cluster, label, colour, songs, x, y}\` |

Songs near each other are about similar things. Send the ETag as If-None-Match: the map changes when it is built again, and when a song of it is removed.`;

const trendMap = defineRoute(
  createRoute({
    method: 'get',
    path: '/trends/map',
    operationId: 'trendMap',
    tags: ['trends'],
    security: needs('tracks:read'),
    middleware: [mayBeStale] as const,
    summary: 'The map of all songs and their clusters, in a compact binary form with an index',
    description: LAYOUT,
    responses: {
      ...problems('NOT_FOUND'),
      200: {
        description: 'The map of the last build',
        content: { [TYPE]: { schema: z.string().openapi({ format: 'binary' }) } },
      },
      304: { description: 'The map is the one that If-None-Match names' },
    },
  }),
  async (c) => {
    const known = c.req.header('if-none-match') ?? null;
    const map = await readMap(c.var.ctx, (tag) => isKnownTag(known, tag));
    return asDocumented(sendBytes(map, TYPE));
  },
);

const mapSongs = defineRoute(
  createRoute({
    method: 'get',
    path: '/trends/map/songs',
    operationId: 'trendMapSongs',
    tags: ['trends'],
    security: needs('tracks:read'),
    middleware: [mayBeStale] as const,
    summary: 'Which songs of the map are about a theme or by an artist',
    description: 'To colour the points of the map. Without a filter, all songs of it.',
    request: { query: MapSongsQuery },
    responses: {
      ...problems('VALIDATION_FAILED', 'NOT_FOUND'),
      200: json(MapSongsSchema, 'Ids of songs'),
    },
  }),
  async (c) => {
    const { theme, artist } = c.req.valid('query');
    const filters = { theme: theme ?? null, artist: artist ?? null };
    return c.json(await readMapSongs(c.var.ctx, filters), 200);
  },
);

export const trendMapRoutes = [trendMap, mapSongs] as const;
