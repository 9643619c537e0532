import { z } from '@hono/zod-openapi';
import { FACETS } from '../../lib/facets.ts';
import { omissible } from './examples.ts';

const FACET_NAME = `(${FACETS.join('|')})`;

/** What the songs of a list or a search are to be counted by. */
export const facetsParam = (counted: string) =>
  z
    .string()
    .transform((names) => [...new Set(names.split(','))])
    .pipe(z.array(z.enum(FACETS)))
    .optional()
    .openapi({
      type: 'string',
      pattern: `^${FACET_NAME}(,${FACET_NAME})*$`,
      ...omissible(
        `Facets to count ${counted} by, separated by commas: ${FACETS.join(', ')}`,
        'artist,decade',
      ),
    });

export const FacetCountsSchema = z
  .partialRecord(z.enum(FACETS), z.array(z.object({ value: z.string(), count: z.int() })))
  .nullable();
