import { z } from '@hono/zod-openapi';

/**
 * Text from a request: counted in characters (code points, as JSON Schema does) without trimming, without NUL (which
 * Postgres cannot store) and without lone surrogates (which UTF-8 cannot represent).
 */
export const text = (min: number, max: number) =>
  z
    .string()
    .min(min)
    .max(max)
    .refine((value) => !value.includes('\u0000'), { message: 'must not hold a NUL character' })
    .refine((value) => value.isWellFormed(), { message: 'must not hold a lone surrogate' });

// A character takes one or two units, so that most texts need not be counted.
const hasCharacters = (value: string, min: number): boolean =>
  value.length >= min && (value.length >= min * 2 || Array.from(value).length >= min);

/** Like `text`, and not blank. A text that is too short as it stands has that fault alone. */
export const filledText = (min: number, max: number) =>
  text(min, max).refine((value) => !hasCharacters(value, min) || hasCharacters(value.trim(), min), {
    message:
      min === 1
        ? 'must not be only white space'
        : `must have at least ${min} characters besides white space around them`,
  });

/** A name that is printed in lists: filled text in one line, without control characters, which a terminal would obey. */
export const nameText = (max: number) =>
  filledText(1, max).refine((value) => !/\p{Cc}/u.test(value), {
    message: 'must be one line without control characters',
  });
