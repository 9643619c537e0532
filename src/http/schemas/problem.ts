import { z } from '@hono/zod-openapi';
import { ERROR_TABLE, type ErrorCode } from '../../lib/errors.ts';
import { EVENT_STREAM } from '../event-stream.ts';
import { MAX_FAULTS, PROBLEM_TYPE } from '../problem.ts';

export const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.enum(Object.keys(ERROR_TABLE) as [ErrorCode, ...ErrorCode[]]),
    requestId: z.string(),
    errors: z
      .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
      .max(MAX_FAULTS)
      .optional(),
    errors_total: z
      .int()
      .optional()
      .openapi({ description: 'Total number of faults, if `errors` lists only the first of them' }),
  })
  .openapi('Problem');

// Every route can return these.
const COMMON = [
  'MALFORMED_URL',
  'UNAUTHENTICATED',
  'KEY_EXPIRED',
  'KEY_REVOKED',
  'KEY_REPLACED',
  'KEY_OF_OTHER_ENVIRONMENT',
  'FORBIDDEN',
  'VALIDATION_FAILED',
  'HEADERS_TOO_LARGE',
  'RATE_LIMITED',
  'INTERNAL',
  'DATABASE_UNAVAILABLE',
  'QUERY_TIMEOUT',
  'CONFIG_INVALID',
] as const;

interface DocumentedProblem {
  description: string;
  content: Record<string, { schema: typeof ProblemSchema }>;
}

const describeCode = (code: ErrorCode): string => `${code}: ${ERROR_TABLE[code].title}`;

/** The error responses of a route, grouped by status; their texts come from the error table. */
export function problems(...codes: ErrorCode[]): Record<number, DocumentedProblem> {
  const byStatus = Map.groupBy(new Set([...codes, ...COMMON]), (code) => ERROR_TABLE[code].status);
  return Object.fromEntries(
    Array.from(byStatus, ([status, group]) => [
      status,
      {
        description: group.map(describeCode).join('; '),
        content: { [PROBLEM_TYPE]: { schema: ProblemSchema } },
      },
    ]),
  );
}

/** The codes of a route that takes a JSON body. */
export const BODY_PROBLEMS = [
  'MALFORMED_JSON',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'VALIDATION_FAILED',
] as const satisfies readonly ErrorCode[];

/** The codes of a route without a body, in case a request has one anyway. */
export const NO_BODY_PROBLEMS = [
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
] as const satisfies readonly ErrorCode[];

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A status at which a route answers either its own schema or a problem with one of these codes. */
export const jsonOrProblem = <T extends z.ZodType>(
  schema: T,
  description: string,
  ...codes: ErrorCode[]
) => ({
  description: [description, ...codes.map(describeCode)].join('; '),
  content: { 'application/json': { schema }, [PROBLEM_TYPE]: { schema: ProblemSchema } },
});

/**
 * An event stream. OpenAPI 3.1 has no word for its items, so the schema is that of one event with its name and its data:
 * a route with a stream answers nothing else at that status, or a client would have to tell the two apart.
 */
export const eventStream = <T extends z.ZodType>(event: T, description: string) => ({
  description,
  content: { [EVENT_STREAM]: { schema: event } },
});

/** JSON, or if the request asks for it an event stream, whose schema is that of one event. */
export const jsonOrStream = <T extends z.ZodType, E extends z.ZodType>(
  schema: T,
  event: E,
  description: string,
) => ({
  description,
  content: { 'application/json': { schema }, [EVENT_STREAM]: { schema: event } },
});

export const jsonBody = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
});
