import { createMiddleware } from 'hono/factory';
import { AppError } from '../../lib/errors.ts';
import type { AppEnv } from '../app-env.ts';

/** Names and values together, as characters: more than any client of ours sends, and what most servers take. */
export const MAX_HEADER_CHARACTERS = 16_384;

/** Answers 431 to a request whose headers are larger than any that the API reads. */
export const limitHeaderSize = createMiddleware<AppEnv>(async function limitHeaderSize(c, next) {
  let size = 0;
  c.req.raw.headers.forEach((value, name) => {
    size += name.length + value.length;
  });
  if (size > MAX_HEADER_CHARACTERS)
    throw new AppError(
      'HEADERS_TOO_LARGE',
      `The headers are larger than ${MAX_HEADER_CHARACTERS} characters.`,
    );
  await next();
});
