import { z } from '@hono/zod-openapi';

const INTEGER = /^-?(0|[1-9]\d{0,14})$/;
/** 15 digits are exact in a double, and 20 decimal places stay far from where Postgres' real underflows (1e-38). */
const DECIMAL = /^-?(0|[1-9]\d{0,14})(\.\d{1,20})?$/;

/** Highest value of Postgres' integer, the type of every id. */
export const MAX_INTEGER = 2_147_483_647;

interface Range {
  min: number;
  max: number;
}

/** A whole number in decimal digits in a path or query: no `0x10`, no `1e3`, no blank, not empty. */
export const integerParam = ({ min, max }: Range) =>
  z
    .string()
    .regex(INTEGER, { message: 'must be a whole number in decimal digits, such as 10' })
    .transform(Number)
    .pipe(z.int().min(min).max(max))
    .openapi({ type: 'integer', minimum: min, maximum: max });

/** A number in decimal digits with at most 20 places; no exponent. */
export const decimalParam = ({ min, max }: Range) =>
  z
    .string()
    .regex(DECIMAL, { message: 'must be a decimal number such as 0.25' })
    .transform(Number)
    .pipe(z.number().min(min).max(max))
    .openapi({ type: 'number', minimum: min, maximum: max });

/** `true` or `false`, in these letters. */
export const booleanParam = () =>
  z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .openapi({ type: 'boolean' });

/** The parameter with its default value, which is also documented. */
export const withDefault = <T extends z.ZodType<number | boolean>>(
  param: T,
  value: z.core.util.NoUndefined<z.output<T>>,
) => param.default(value).openapi({ default: value });
