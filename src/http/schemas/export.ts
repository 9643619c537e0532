import { z } from '@hono/zod-openapi';
import { booleanParam, integerParam, MAX_INTEGER, withDefault } from './parameters.ts';
import { filterQuery } from './tracks.ts';

export const EXPORT_TYPES = { ndjson: 'application/x-ndjson', csv: 'text/csv' } as const;

const exportQuery = {
  ...filterQuery,
  format: z
    .enum(['ndjson', 'csv'])
    .optional()
    .openapi({ description: 'Absent: CSV where Accept names text/csv, else NDJSON' }),
  after: withDefault(integerParam({ min: 0, max: MAX_INTEGER }), 0).openapi({
    description: 'Only rows after this id: the last whole one of an export that broke off',
  }),
  limit: integerParam({ min: 1, max: 10_000_000 })
    .optional()
    .openapi({ description: 'Rows at most; all if absent', example: 1000 }),
  header: withDefault(booleanParam(), true).openapi({
    description: 'Whether the first line of a CSV names the columns',
  }),
};

export const ExportTracksQuery = z.strictObject({
  ...exportQuery,
  lyrics: withDefault(booleanParam(), false).openapi({
    description: 'With the texts, where they may be read',
  }),
});

export const ExportAnalysesQuery = z.strictObject({
  ...exportQuery,
  analyzer: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,39}$/, { message: 'must be the name of an analyser, such as algorithmic' })
    .optional()
    .openapi({ description: 'Only analyses by this one', example: 'algorithmic' }),
  current: withDefault(booleanParam(), false).openapi({
    description: 'Only the analysis that stands for each text',
  }),
});
