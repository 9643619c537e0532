import { dereference, type OutputUnit, type Schema, validate } from '@cfworker/json-schema';
import { document, type Operation } from '../../scripts/openapi/operations.ts';

/** Keywords whose members are schemas by name. */
const MAPS = new Set(['properties', 'schemas', '$defs']);
/** A validator takes an `id` in them for the name of a schema. */
const EXAMPLES = new Set(['example', 'examples']);
const DRAFT = '2020-12';

/** A path whose Accept header selects the answer of another path, which documents it. */
const STREAMS = new Map([['/analyze text/event-stream', '/analyze/stream']]);

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function resolveRef(root: Json, value: unknown): Json {
  if (!isObject(value)) return {};
  if (typeof value.$ref !== 'string') return value;
  const names = value.$ref.slice(2).split('/');
  return resolveRef(
    root,
    names.reduce<unknown>((node, name) => (isObject(node) ? node[name] : undefined), root),
  );
}

/** Merges `allOf` into one object, because only a single object can be closed. */
function merged(root: Json, parts: readonly unknown[]): Json {
  const objects = parts.map((part) => {
    const schema = resolveRef(root, part);
    return Array.isArray(schema.allOf) ? merged(root, schema.allOf) : schema;
  });
  const required = objects.flatMap((one) => (Array.isArray(one.required) ? one.required : []));
  const properties = Object.assign({}, ...objects.map((one) => one.properties));
  return Object.assign({}, ...objects, required.length === 0 ? {} : { properties, required });
}

/** The document with every object closed: a property that it does not name is a fault. */
function closed(root: Json, node: unknown, isMap = false): unknown {
  if (Array.isArray(node)) return node.map((one) => closed(root, one));
  if (!isObject(node)) return node;
  const schema = !isMap && Array.isArray(node.allOf) ? merged(root, node.allOf) : node;
  const entries = Object.entries(schema)
    .filter(([key]) => isMap || !EXAMPLES.has(key))
    .map(([key, value]) => [key, closed(root, value, MAPS.has(key))] as const);
  const open = !isMap && isObject(schema.properties) && schema.additionalProperties === undefined;
  return Object.fromEntries(open ? [...entries, ['additionalProperties', false]] : entries);
}

const root = closed(document, document) as Json;
const lookup = dereference(root as Schema);

const PATHS = Object.entries(document.paths).map(([path, methods]) => ({
  pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  isFixed: !path.includes('{'),
  path,
  methods,
}));

/** The media types of a documented status; null: the operation or the status is not in the document. */
function responseOf(path: string, method: string, status: number): Json | null {
  const found = PATHS.filter(({ pattern }) => pattern.test(path)).sort(
    (a, b) => Number(b.isFixed) - Number(a.isFixed),
  )[0];
  const names = ['paths', found?.path ?? '', method.toLowerCase(), 'responses', String(status)];
  const response = names.reduce<unknown>((node, name) => (isObject(node) ? node[name] : undefined), root);
  return isObject(response) ? response : null;
}

const isKnown = (path: string, method: string): boolean =>
  PATHS.some(({ pattern, methods }) => pattern.test(path) && method.toLowerCase() in methods);

/** The deepest fault: those above it only say that something inside them is wrong. */
const deepest = (errors: readonly OutputUnit[]): string =>
  errors
    .slice(-4)
    .map(({ instanceLocation, error }) => `${instanceLocation} ${error}`)
    .join('; ');

/** What is wrong with a value by a schema of the document, to which nothing may be added; null: nothing. */
export function faultOf(schema: unknown, value: unknown): string | null {
  const { valid, errors } = validate(value, schema as Schema, DRAFT, lookup, false);
  return valid ? null : deepest(errors);
}

/** The text of an answer, unpacked as a client would: inside the runtime nothing else does. */
export async function textOf(response: Response): Promise<string> {
  const isPacked = response.headers.get('content-encoding') === 'gzip';
  if (!isPacked || response.body === null) return await response.text();
  return await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).text();
}

/** What an answer has that the document does not say of it; null: nothing. Streams are read by their own tests. */
export async function undocumented(request: Request, response: Response): Promise<string | null> {
  const { pathname } = new URL(request.url);
  const { method } = request;
  // A client that has disconnected does not read the answer.
  if (response.status === 499 || !isKnown(pathname, method)) return null;
  const at = `${method} ${pathname} answered ${response.status}`;
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  const documented = responseOf(STREAMS.get(`${pathname} ${type}`) ?? pathname, method, response.status);
  if (documented === null) return `${at}, which is not documented`;
  if (documented.content === undefined && type === '' && response.body === null) return null;
  const media = isObject(documented.content) ? documented.content[type] : undefined;
  if (!isObject(media)) return `${at} with the type "${type}", which is not documented`;
  if (type !== 'application/json' && type !== 'application/problem+json') return null;
  const fault = faultOf(media.schema, JSON.parse(await textOf(response.clone())));
  return fault === null ? null : `${at}, not as documented: ${fault}`;
}

const EVENT = /^event: (?<event>.+)\n(?:id: (?<id>.+)\n)?data: (?<data>.+)$/;

/** Properties of a stream's events that the document does not describe. */
export function eventFaults({ path, method }: Operation, response: Response, text: string): string[] {
  if (response.headers.get('content-type') !== 'text/event-stream') return [];
  const content = responseOf(path, method, response.status)?.content;
  const media = isObject(content) ? content['text/event-stream'] : undefined;
  const blocks = text.split('\n\n').filter((block) => block !== '' && !block.startsWith(':'));
  if (blocks.length === 0 || !isObject(media)) return [`${path} has no documented events: ${text}`];
  return blocks.flatMap((block) => {
    const { event, id, data = 'null' } = EVENT.exec(block)?.groups ?? {};
    const fault = faultOf(media.schema, {
      event,
      ...(id === undefined ? {} : { id }),
      data: JSON.parse(data),
    });
    return fault === null ? [] : [`${path} sent the event ${event}, not as documented: ${fault}`];
  });
}
