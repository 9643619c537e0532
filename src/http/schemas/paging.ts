import { z } from '@hono/zod-openapi';
import { integerParam, MAX_INTEGER, withDefault } from './parameters.ts';

/** What every list takes. */
export const pageQuery = {
  limit: withDefault(integerParam({ min: 1, max: 100 }), 20).openapi({ description: 'Rows a page' }),
  cursor: z
    .string()
    .min(1)
    .max(512)
    .optional()
    .openapi({ description: 'The next_cursor of the page before, unchanged' }),
};

/** What every list answers. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() });

export const idParam = (name: string) =>
  integerParam({ min: 1, max: MAX_INTEGER }).openapi({
    param: { name, in: 'path' },
    description: 'The id, as lists and searches answer it',
    example: 1,
  });
