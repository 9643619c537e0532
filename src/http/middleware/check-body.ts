import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { AppError } from '../../lib/errors.ts';
import type { AppEnv } from '../app-env.ts';

const METHODS_WITH_BODY = new Set(['POST', 'PUT', 'PATCH']);
const JSON_TYPE = /^application\/json\s*(;|$)/i;

/** Answers 415 to a body that does not say it is JSON, before anything reads it. */
export const requireJson = createMiddleware<AppEnv>(async function requireJson(c, next) {
  const hasBody = METHODS_WITH_BODY.has(c.req.method) && c.req.raw.body !== null;
  if (hasBody && !JSON_TYPE.test(c.req.header('content-type') ?? '')) {
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'Send the body as application/json.');
  }
  await next();
});

/** Answers 413 to a body over `maxBytes`, whether it says its length or streams. */
export const limitBody = (maxBytes: number) =>
  bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw new AppError('PAYLOAD_TOO_LARGE', `The body is larger than ${maxBytes} bytes.`);
    },
  });
