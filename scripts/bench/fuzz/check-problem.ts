import { type ClosedSchemas, isObject } from '../../openapi/closed-schemas.ts';
import { type Fault, fault } from './fault.ts';
import type { Answer } from './send.ts';

const PROBLEM_TYPE = 'application/problem+json';

/** Headers that a status has by RFC 9110, 15.5, and by this API. */
const HEADERS_OF: Readonly<Record<number, string>> = {
  401: 'www-authenticate',
  405: 'allow',
  429: 'retry-after',
};

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** What the document says of a failure. */
interface DocumentedProblem {
  schemas: ClosedSchemas;
  schema: unknown;
  codes: readonly string[];
}

/** What is wrong with a failure: its type, its body, its headers, its code. Null: the document says nothing of it. */
export function checkProblem(
  { status, headers, body }: Answer,
  documented: DocumentedProblem | null,
): Fault[] {
  const type = headers['content-type'] ?? '';
  if (type !== PROBLEM_TYPE) return [fault('undocumented', `status ${status} with the type "${type}"`)];
  const problem = parse(body);
  if (!isObject(problem))
    return [fault('schema_violations', `status ${status} with a body that is no JSON object`)];
  const faults: Fault[] = [];
  const wrong = (what: string) => faults.push(fault('schema_violations', `problem of ${status}: ${what}`));
  const why = documented === null ? null : documented.schemas.faultOf(documented.schema, problem);
  if (why !== null) wrong(why);
  if (problem.status !== status) wrong('another status than the answer');
  if (problem.requestId !== headers['x-request-id']) wrong('another requestId than X-Request-Id');
  if (documented !== null && !documented.codes.includes(String(problem.code)))
    faults.push(fault('undocumented', `status ${status} with the code ${String(problem.code)}`));
  const needed = HEADERS_OF[status];
  if (needed !== undefined && headers[needed] === undefined)
    faults.push(fault('undocumented', `status ${status} without ${needed}`));
  if (status === 429 && !/^[1-9]\d{0,3}$/.test(headers['retry-after'] ?? ''))
    wrong('Retry-After is not 1 to 9999 seconds');
  return faults;
}
