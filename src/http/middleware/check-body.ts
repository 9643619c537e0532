import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { AppError } from '../../lib/errors.ts';
import type { AppEnv } from '../app-env.ts';

const MAX_BYTES = 1_000_000;
/** Paths that take more: a thousand texts of 5,000 characters, three bytes each, and what is around them. */
const MAX_BYTES_OF: Readonly<Record<string, number>> = { '/batch': 16_000_000 };

/** The bytes that a path takes. */
export const maxBodyBytes = (path: string): number => MAX_BYTES_OF[path] ?? MAX_BYTES;

/** Answers 413 to a body that is larger than its path takes, whether it says its length or streams. */
export const limitBody = createMiddleware<AppEnv>(async function limitBody(c, next) {
  const maxSize = maxBodyBytes(c.req.path);
  const limit = bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError('PAYLOAD_TOO_LARGE', `The body is larger than ${maxSize} bytes.`);
    },
  });
  return await limit(c, next);
});
