import { z } from '@hono/zod-openapi';
import { EXAMPLE_TAKEDOWN_ID } from './examples.ts';
import { idParam, page, pageQuery } from './paging.ts';
import { MAX_INTEGER } from './parameters.ts';
import { filledText } from './text.ts';

const kind = z.enum(['track', 'artist']);

export const TakedownPath = z.object({ id: idParam('id') });
export const TakedownListQuery = z.strictObject(pageQuery);

export const TakeDownBody = z
  .strictObject({
    kind: kind.openapi({
      description: 'Whether a song with its versions is removed, or all songs of an artist',
    }),
    id: z.int().min(1).max(MAX_INTEGER).openapi({ description: 'The id of the song or of the artist' }),
    reason: filledText(1, 500).openapi({ description: 'Who asked for it and why; shown to operators only' }),
  })
  .openapi({ example: { kind: 'track', id: EXAMPLE_TAKEDOWN_ID, reason: 'Asked for by the writer' } });

export const TakedownSchema = z
  .object({
    id: z.int(),
    kind,
    subject: z.string(),
    reason: z.string(),
    removed_tracks: z.array(z.int()).openapi({ description: 'The ids that the removed songs had' }),
    created_by: z.string(),
    created_at: z.string(),
    lifted_at: z.string().nullable(),
  })
  .openapi('Takedown');

export const TakedownPageSchema = page(TakedownSchema).openapi('TakedownPage');
