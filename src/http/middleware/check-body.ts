import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { AppError } from '../../lib/errors.ts';
import type { AppEnv } from '../app-env.ts';

const METHODS_WITH_BODY = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const JSON_TYPE = /^application\/json\s*(;|$)/i;

/** Answers 415 to a body that does not say it is JSON, before anything reads it. */
export const requireJson = createMiddleware<AppEnv>(async function requireJson(c, next) {
  const hasBody = METHODS_WITH_BODY.has(c.req.method) && c.req.raw.body !== null;
  if (hasBody && !JSON_TYPE.test(c.req.header('content-type') ?? '')) {
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'Send the body as application/json.');
  }
  await next();
});

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
