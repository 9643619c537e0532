import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { AppError } from '../../lib/errors.ts';
import type { AppEnv } from '../app-env.ts';
import { findJsonExcess, type JsonExcess } from '../json-shape.ts';

interface BodyLimits {
  maxBytes: number;
  /** Maximum number of members of all objects and lists of the body together. */
  maxValues: number;
}

// A text of 5,000 characters takes at most 30,000 bytes, if each character is written as \uXXXX.
const LIMITS: BodyLimits = { maxBytes: 64_000, maxValues: 1000 };
/** Paths with a higher limit: a thousand texts of 5,000 characters at three bytes each, plus the JSON around them. */
const LIMITS_OF: ReadonlyMap<string, BodyLimits> = new Map([
  ['/batch', { maxBytes: 16_000_000, maxValues: 10_000 }],
]);
const MAX_DEPTH = 20;

const limitsOf = (path: string): BodyLimits => LIMITS_OF.get(path) ?? LIMITS;

/** The maximum body size of a path in bytes. */
export const maxBodyBytes = (path: string): number => limitsOf(path).maxBytes;

/** Answers 413 to a body larger than the limit of its path, with a declared length or streamed. */
export const limitBody = createMiddleware<AppEnv>(async function limitBody(c, next) {
  if (c.req.raw.body === null) return await next();
  const maxSize = maxBodyBytes(c.req.path);
  const limit = bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError('PAYLOAD_TOO_LARGE', `The body is larger than ${maxSize} bytes.`);
    },
  });
  return await limit(c, next);
});

/** Answers 422 to a body with more values or levels than its path allows, before it is parsed or validated. */
export const limitBodyShape = createMiddleware<AppEnv>(async function limitBodyShape(c, next) {
  if (c.req.raw.body !== null) {
    const { maxValues } = limitsOf(c.req.path);
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const excess = findJsonExcess(bytes, { maxDepth: MAX_DEPTH, maxValues });
    if (excess !== null) throw shapeError(excess, maxValues);
  }
  await next();
});

function shapeError(excess: JsonExcess, maxValues: number): AppError {
  const message =
    excess === 'too_deep'
      ? `is nested more than ${MAX_DEPTH} levels deep`
      : `holds more than ${maxValues} values`;
  const errors = [{ path: 'body', code: excess.toUpperCase(), message }];
  return new AppError('VALIDATION_FAILED', `The body ${message}.`, { errors });
}
