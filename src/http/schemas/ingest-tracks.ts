import { z } from '@hono/zod-openapi';
import { ROW_FORMATS } from '../../services/import/reader/row-formats.ts';
import { integerParam, MAX_INTEGER, withDefault } from './parameters.ts';

const SONG = {
  artist: 'Marlow Vane',
  title: 'Harbour Lights',
  lyrics: 'I count the lamps along the lane\nAnd every one is calling out your name',
  year: 2019,
  id: 'mv-17',
};

const text = { type: 'string' } as const;

/** Plain schemas instead of zod's: the reader checks the rows one by one as they arrive. */
export const TRACK_UPLOADS = {
  'application/json': {
    schema: {
      type: 'array' as const,
      description:
        'Also an object with such a list under `tracks`, `songs`, `items`, `data` or `results`, one song, or objects one after the other',
      items: {
        type: 'object' as const,
        properties: { artist: text, title: text, lyrics: text, album: text },
        additionalProperties: true,
      },
      example: [SONG],
    },
  },
  'application/x-ndjson': {
    schema: { ...text, description: 'One JSON object per line', example: `${JSON.stringify(SONG)}\n` },
  },
  'text/csv': {
    schema: {
      ...text,
      description: 'With a header line; comma, semicolon, tab or pipe',
      example: 'artist,title,lyrics\nMarlow Vane,Harbour Lights,"I count the lamps\nalong the lane"\n',
    },
  },
};

export const MAX_ROWS = 5000;
const DEFAULT_ROWS = 2000;

export const IngestTracksQuery = z.strictObject({
  source: z
    .string()
    .regex(/^[\w.-]{1,60}$/, { message: 'is up to 60 letters, digits, dots, dashes and underscores' })
    .default('upload')
    .openapi({
      description: "The source of the rows' own ids: the same id from another source is another song",
      example: 'upload',
    }),
  from_row: withDefault(integerParam({ min: 1, max: MAX_INTEGER }), 1).openapi({
    description: 'The first row to store, from 1: the `next_row` of the answer before, with the same body',
  }),
  limit: withDefault(integerParam({ min: 1, max: MAX_ROWS }), DEFAULT_ROWS).openapi({
    description: 'How many rows are stored at most',
  }),
});

export const IngestTracksAnswer = z
  .object({
    file: z
      .object({
        format: z.enum(ROW_FORMATS),
        compression: z.enum(['gzip']).nullable(),
        encoding: z.string(),
        delimiter: z.string().nullable(),
        columns: z.array(z.object({ name: z.string(), fields: z.array(z.string()) })),
      })
      .openapi({ description: 'What the body was understood to be; a column without fields is left out' }),
    from_row: z.int(),
    rows_read: z.int().openapi({ description: 'Rows from `from_row` on that were stored or refused' }),
    next_row: z.int().nullable().openapi({
      description: 'Send the same body with this `from_row` to continue; null at the end of the file',
    }),
    complete: z.boolean().openapi({ description: 'False: rows are left, or the body broke off' }),
    added: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    duplicates: z
      .int()
      .openapi({ description: 'Songs that were stored before in the same words under another key' }),
    near_duplicates: z
      .int()
      .openapi({ description: 'Of the added songs: those that nearly repeat a stored one' }),
    refused: z.int(),
    refusals: z
      .array(z.object({ row: z.int(), field: z.string().nullable(), reason: z.string() }))
      .max(100)
      .openapi({ description: 'The first hundred refused rows' }),
    notes: z.array(z.string()).openapi({ description: 'What had to be put right, with the number of rows' }),
  })
  .openapi('TrackIngestResult');
