import type { RouteConfig } from '@hono/zod-openapi';

type Responses = RouteConfig['responses'];

const text = (description: string) => ({ description, required: true, schema: { type: 'string' } }) as const;

/** Headers that the document describes once, by the name of their component. */
export const HEADER_COMPONENTS = {
  RequestId: text("The id of the request in the log: the caller's own `X-Request-Id` if it is well-formed"),
  Challenge: text('`Bearer`: send a key'),
  RetryAfter: {
    description: 'Seconds after which the same request is allowed if the caller sends nothing in between',
    required: true,
    schema: { type: 'integer', minimum: 1 },
  },
} as const;

const refTo = (name: keyof typeof HEADER_COMPONENTS) => ({ $ref: `#/components/headers/${name}` });

/** What every answer of a status has. */
const HEADERS_OF: Readonly<Record<string, Record<string, { $ref: string }>>> = {
  401: { 'WWW-Authenticate': refTo('Challenge') },
  429: { 'Retry-After': refTo('RetryAfter') },
};

/** The responses of a route with the headers that each always has. */
export const withHeaders = (responses: Responses): Responses =>
  Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      { ...response, headers: { 'X-Request-Id': refTo('RequestId'), ...HEADERS_OF[status] } },
    ]),
  );
