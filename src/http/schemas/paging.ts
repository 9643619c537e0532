import { z } from '@hono/zod-openapi';
import { integerParam, MAX_INTEGER, withDefault } from './parameters.ts';

/** The parameters of every list. */
export const pageQuery = {
  limit: withDefault(integerParam({ min: 1, max: 100 }), 20).openapi({ description: 'Rows per page' }),
  cursor: z
    .string()
    .min(1)
    .max(512)
    .optional()
    .openapi({ description: 'The next_cursor of the previous page, unchanged' }),
};

/** The fields of every list's answer. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() });

export const idParam = (name: string) =>
  integerParam({ min: 1, max: MAX_INTEGER }).openapi({
    param: { name, in: 'path' },
    description: 'The id, as returned by lists and searches',
    example: 1,
  });
