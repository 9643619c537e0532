import { z } from '@hono/zod-openapi';
import { filterQuery } from './filters.ts';
import { themeLabel } from './labels.ts';

export const MapSongsQuery = z.strictObject({ theme: themeLabel().optional(), artist: filterQuery.artist });

export const MapSongsSchema = z
  .object({
    build: z.int().openapi({ description: 'Of the map that the songs are on', example: 3 }),
    ids: z.array(z.int()).openapi({ description: 'In ascending order', example: [1, 2, 5] }),
  })
  .openapi('MapSongs');
