import { z } from '@hono/zod-openapi';
import { FailureCauseSchema } from '../../lib/failure-cause.ts';
import { page } from './paging.ts';

export const DeadLetterSchema = z
  .object({
    id: z.int(),
    queue: z.string(),
    message_id: z.string(),
    message_type: z.string().nullable(),
    body: z.unknown(),
    error: z.string().nullable(),
    cause: FailureCauseSchema.nullable(),
    attempts: z.int(),
    created_at: z.string(),
    replayed_at: z.string().nullable(),
  })
  .openapi('DeadLetter');

export const DeadLetterPageSchema = page(DeadLetterSchema).openapi('DeadLetterPage');

export const DeadLetterGroupsSchema = z
  .object({
    items: z.array(
      z.object({
        type: z.string(),
        code: z.string(),
        upstream: z.string(),
        count: z.int(),
        first_at: z.string(),
        last_at: z.string(),
        message: z.string().nullable(),
        example_ids: z.array(z.int()),
      }),
    ),
  })
  .openapi('DeadLetterGroups');
