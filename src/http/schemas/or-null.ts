import { z } from '@hono/zod-openapi';

/**
 * The schema or null. A named component is documented as it was first registered, including null: `.nullable()` on one either makes
 * every reference to it nullable, or documents a nullable field as never null.
 */
export const orNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()]);
