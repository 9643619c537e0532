import { z } from '@hono/zod-openapi';
import { omissible } from './examples.ts';
import { filterQuery } from './filters.ts';
import { booleanParam, integerParam, MAX_INTEGER, withDefault } from './parameters.ts';

export const EXPORT_TYPES = { ndjson: 'application/x-ndjson', csv: 'text/csv' } as const;

const exportQuery = {
  ...filterQuery,
  format: z
    .enum(['ndjson', 'csv'])
    .optional()
    .openapi({ description: 'If absent: CSV if Accept names text/csv, otherwise NDJSON' }),
  after: withDefault(integerParam({ min: 0, max: MAX_INTEGER }), 0).openapi({
    description:
      'Only rows after this id; to continue an interrupted export, the id of its last complete row',
  }),
  limit: integerParam({ min: 1, max: 10_000_000 })
    .optional()
    .openapi({ description: 'Maximum number of rows; all if absent', example: 1000 }),
  header: withDefault(booleanParam(), true).openapi({
    description: 'Whether the first line of a CSV holds the column names',
  }),
};

export const ExportTracksQuery = z.strictObject({
  ...exportQuery,
  lyrics: withDefault(booleanParam(), false).openapi({
    description: 'Whether to include the texts; needs the scope lyrics:read where they are not public',
  }),
});

export const ExportAnalysesQuery = z.strictObject({
  ...exportQuery,
  analyzer: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,39}$/, { message: 'must be the name of an analyser, such as algorithmic' })
    .optional()
    .openapi(omissible('Only analyses by this analyser', 'algorithmic')),
  current: withDefault(booleanParam(), false).openapi({
    description: 'Only the current analysis of each text',
  }),
});
