import { z } from '@hono/zod-openapi';

/**
 * The schema or null. A named component is documented as it was first seen, null and all: `.nullable()` on one either makes
 * null of every place that names it, or promises none where there is one.
 */
export const orNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()]);
