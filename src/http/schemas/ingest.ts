import { z } from '@hono/zod-openapi';
import { page, pageQuery } from './paging.ts';
import { filledText } from './text.ts';

export const WatchArtistBody = z
  .strictObject({
    name: filledText(1, 300).openapi({ example: 'Marlow Vane' }),
    genius_id: z.int().positive().max(2_147_483_647).optional(),
    priority: z
      .int()
      .min(1)
      .max(9)
      .optional()
      .openapi({ description: 'Priority: 1 is scraped first; new artists have 5' }),
    limit: z
      .int()
      .min(1)
      .max(10_000)
      .optional()
      .openapi({ description: 'Maximum number of songs in this run; all if absent' }),
  })
  .openapi({ example: { name: 'Marlow Vane', limit: 20 } });

export const RunSchema = z
  .object({
    id: z.int(),
    artist_id: z.int(),
    artist: z.string(),
    trigger: z.enum(['cron', 'api', 'cli']),
    status: z.enum(['listing', 'running', 'parked', 'done', 'failed']),
    song_limit: z.int().nullable(),
    reason: z.string().nullable().openapi({ description: 'Why the run is waiting or was stopped' }),
    next_try_at: z.string().nullable(),
    started_at: z.string(),
    updated_at: z.string(),
    finished_at: z.string().nullable(),
  })
  .openapi('IngestRun');

export const RunWithCountsSchema = RunSchema.extend({
  counts: z.object({
    queued: z.int(),
    failed: z.int(),
    added: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    rejected: z.int().openapi({ description: 'Entries of the list that could not be read' }),
    outcomes: z.record(z.string(), z.int()),
  }),
  songs_per_second: z.number().nullable(),
}).openapi('IngestRunWithCounts');

export const WatchArtistAnswer = z
  .object({
    artist_id: z.int(),
    run: RunSchema,
    opened: z.boolean().openapi({ description: 'False: a run was already open' }),
  })
  .openapi('WatchArtistAnswer');

export const RunListQuery = z.strictObject(pageQuery);
export const RunPageSchema = page(RunWithCountsSchema).openapi('IngestRunPage');
