import { expect } from 'vitest';
import type { Operation } from '../../scripts/openapi/operations.ts';
import type { Problem } from './wire-types.ts';

/** Text that belongs in the log and not in an answer: stack traces, paths, SQL, names of errors. */
const LEAK =
  /\n\s+at |node_modules|\bsrc\/|\.ts:\d|NeonDbError|TypeError|ZodError|127\.0\.0\.1|\b(?:select|insert|update|delete) .*\b(?:from|into|set)\b/i;

export const mediaType = (response: Response): string | undefined =>
  response.headers.get('content-type')?.split(';')[0];

/** Reads a problem and checks it against the document and RFC 9457. */
export async function readProblem(operation: Operation, response: Response): Promise<Problem> {
  const text = await response.text();
  expect(text).not.toMatch(LEAK);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = JSON.parse(text) as Problem;
  expect(problem).toMatchObject({
    type: `/docs/#${problem.code}`,
    status: response.status,
    title: expect.any(String),
    detail: expect.any(String),
  });
  expect(problem.requestId).toBe(response.headers.get('x-request-id'));
  expect(operation.statuses.get(response.status) ?? 'no codes: this status is not documented').toContain(
    problem.code,
  );
  return problem;
}
