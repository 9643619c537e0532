import type { ClosedSchemas } from '../../openapi/closed-schemas.ts';
import type { ApiOperation } from './api-document.ts';
import { checkBody } from './check-body.ts';
import { checkProblem } from './check-problem.ts';
import type { Draft, WireRequest } from './draft.ts';
import { namesUnknownThing, type Validity } from './expectation.ts';
import { type Fault, fault } from './fault.ts';
import type { LeakFinder } from './leaks.ts';
import { matchPath } from './match-path.ts';
import type { Answer } from './send.ts';
import { structuralFaults } from './structural-faults.ts';

export interface Exchange {
  draft: Draft;
  wire: WireRequest;
  answer: Answer;
  validity: Validity;
}

export interface Checks {
  schemas: ClosedSchemas;
  leaks: LeakFinder;
  /** All operations, because another method or spelling may ask for another one. */
  operations: readonly ApiOperation[];
}

const BASE = 'http://worker';

/** A parser of URLs takes `..` for the folder above, and so does the server. */
const pathOf = ({ target }: WireRequest): string =>
  URL.canParse(target, BASE) ? new URL(target, BASE).pathname : target;

/** The operation that a request asks for: the one it was made for, unless its path or method became another. */
function askedOperation({ operations }: Checks, { wire }: Exchange): ApiOperation | null {
  const path = pathOf(wire);
  const method = wire.method === 'HEAD' ? 'GET' : wire.method;
  const fitting = operations.filter((one) => one.method === method && matchPath(one.path, path) !== null);
  return fitting.find((one) => !one.path.includes('{')) ?? fitting[0] ?? null;
}

/** `/analyze` answers like `/analyze/stream` where the client asks for a stream. */
function responsesOf(checks: Checks, operation: ApiOperation, type: string): ApiOperation['responses'] {
  const isStream = type === 'text/event-stream';
  const stream = checks.operations.find((one) => one.path === `${operation.path}/stream`);
  return isStream && stream !== undefined ? stream.responses : operation.responses;
}

/** Everything that is wrong with an answer. */
export function checkAnswer(checks: Checks, exchange: Exchange): Fault[] {
  const { answer, draft } = exchange;
  // The platform serves the first page of the UI before the Worker is asked.
  if (pathOf(exchange.wire) === '/') return leakFaults(checks, exchange);
  const operation = askedOperation(checks, exchange);
  const faults = [
    ...checkStatus(exchange),
    ...leakFaults(checks, exchange),
    ...(operation === null ? checkUnknown(exchange) : checkDocumented(checks, operation, exchange)),
  ];
  if (operation === draft.operation && exchange.wire.method === operation.method)
    faults.push(...checkJudgement(exchange, operation));
  const isPage = operation === null && answer.headers['content-type']?.startsWith('text/html') === true;
  if (answer.headers['x-request-id'] === undefined && !isPage)
    faults.push(fault('undocumented', 'no X-Request-Id'));
  return faults;
}

function checkStatus({ answer }: Exchange): Fault[] {
  return answer.status >= 500 ? [fault('responses_5xx', `status ${answer.status}`)] : [];
}

function leakFaults({ leaks }: Checks, { answer, wire }: Exchange): Fault[] {
  const sent = `${decodeURI(encodeURI(wire.target))} ${wire.body?.toString() ?? ''} ${Object.values(wire.headers).join(' ')}`;
  const text = `${answer.body.toString()}\n${Object.values(answer.headers).join('\n')}`;
  return leaks
    .leaksIn({ text, sent, failed: answer.status >= 400 })
    .map((name) => fault('canary_leaks', `shows ${name}`));
}

/** A path or method without an operation. */
function checkUnknown({ answer, wire }: Exchange): Fault[] {
  const { status, headers } = answer;
  // A page of the UI.
  if (status < 400 && (headers['content-type'] ?? '').startsWith('text/html')) return [];
  if (wire.method === 'OPTIONS' && (status === 204 || status === 200)) return [];
  const faults =
    status < 400 ? [fault('undocumented', `${wire.method} is not documented and answered ${status}`)] : [];
  if (status === 405 && headers.allow === undefined) faults.push(fault('undocumented', '405 without Allow'));
  if (status >= 400 && wire.method !== 'HEAD' && !(headers['content-type'] ?? '').startsWith('text/html'))
    faults.push(...checkProblem(answer, null));
  return faults;
}

function checkDocumented(checks: Checks, operation: ApiOperation, { answer, wire }: Exchange): Fault[] {
  const type = answer.headers['content-type']?.split(';')[0] ?? '';
  const documented = responsesOf(checks, operation, type).get(answer.status);
  const other = answer.status === 404 && operation.path.includes('{');
  if (documented === undefined) {
    // An id that ends the path early, or is taken for another path's word.
    if (other || answer.status === 405) return checkProblem(answer, null);
    return [fault('undocumented', `status ${answer.status}`)];
  }
  const missing = documented.headers
    .filter((name) => answer.headers[name] === undefined)
    .map((name) => fault('undocumented', `status ${answer.status} without ${name}`));
  if (wire.method === 'HEAD' || (documented.content.size === 0 && answer.body.length === 0)) return missing;
  if (!documented.content.has(type))
    return [...missing, fault('undocumented', `status ${answer.status} with the type "${type}"`)];
  const { schemas } = checks;
  const schema = documented.content.get(type);
  if (type === 'application/problem+json')
    return [...missing, ...checkProblem(answer, { schemas, schema, codes: documented.codes })];
  return [...missing, ...checkBody(schemas, { answer, type, schema, wire })];
}

/** Whether a parameter of the request needs a scope of its own, as its description says. */
const asksForMore = ({ operation, query }: Draft): boolean =>
  operation.parameters.some(
    ({ name, description }) => /\bscope\b/.test(description) && query.some(([asked]) => asked === name),
  );

/** Whether the answer is right for this request and this caller. */
function checkJudgement({ draft, answer, validity }: Exchange, operation: ApiOperation): Fault[] {
  const ok = answer.status < 300;
  const { scopes } = draft.actor;
  if (scopes === 'unknown') return [];
  const may = operation.scope === null ? scopes !== null : scopes?.has(operation.scope) === true;
  if (ok && !may)
    return [fault('undocumented', `${answer.status} for a caller who may not (${draft.actor.name})`)];
  if (ok && validity === 'invalid')
    return [fault('schema_violations', 'accepts a request that is not valid')];
  if (ok && namesUnknownThing(draft.path))
    return [fault('schema_violations', `${answer.status} for an unknown id`)];
  if (validity !== 'valid' || !may) return [];
  if ((answer.status === 401 || answer.status === 403) && !asksForMore(draft))
    return [fault('undocumented', `${answer.status} for a caller who may`)];
  if (answer.status === 415) return [fault('schema_violations', 'refuses the type of a valid request')];
  if (answer.status !== 422 && answer.status !== 400) return [];
  return structuralFaults(answer.body).map((what) =>
    fault('schema_violations', `refuses a valid request: ${what}`),
  );
}
