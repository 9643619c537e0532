import { isObject } from '../../openapi/closed-schemas.ts';
import type { ApiOperation, ApiParameter } from './api-document.ts';
import type { Actor, Draft } from './draft.ts';
import type { Draw } from './draw.ts';
import { collectionOf, type KnownValues } from './known-values.ts';
import type { ValueMaker } from './make-value.ts';

const OPTIONAL_SHARE = 0.2;
const KNOWN_SHARE = 0.8;
const CSV = 'text/csv';
/** Takes songs away for good: drawn requests ask for songs that do not exist, a chain for its own. */
export const REMOVES = 'takeDown';
const UNKNOWN_IDS = [1_500_000_000, 2_000_000_000] as const;

export interface MakerParts {
  draw: Draw;
  known: KnownValues;
  values: ValueMaker;
}

const encode = (value: unknown): string => encodeURIComponent(String(value).toWellFormed());

/** A parameter's value, percent-encoded. */
function parameterValue(
  { draw, known, values }: MakerParts,
  operation: ApiOperation,
  one: ApiParameter,
): string {
  if (one.in === 'path') {
    const id = draw.maybe(known.ids(collectionOf(operation.path)));
    if (id !== null && draw.chance(KNOWN_SHARE)) return encode(id);
  }
  if (one.name === 'cursor') return encode(draw.maybe(known.cursors(operation.id)) ?? 'none');
  if (one.name === 'ids') {
    const ids = known.ids('/artists').slice(0, draw.int(2, 5));
    if (ids.length > 1) return encode(ids.join(','));
  }
  return encode(values.make(one.schema, one.name));
}

function headerValue(parts: MakerParts, one: ApiParameter): string {
  return String(parts.values.make(one.schema, one.name)).replaceAll(/[^\x20-\x7e]/gu, 'x');
}

const csvCell = (value: unknown): string => `"${String(value).replaceAll('"', '""')}"`;

/** A body of one of the documented types, and the header that names it. */
function bodyOf({ draw, values }: MakerParts, { id, bodies }: ApiOperation): Pick<Draft, 'body' | 'headers'> {
  const type = draw.maybe([...bodies.keys()]);
  if (type === null) return { body: null, headers: {} };
  const headers = { 'content-type': type };
  const schema = bodies.get('application/json') ?? {};
  const json = values.make(schema, '');
  if (id === REMOVES && isObject(json)) json.id = draw.int(...UNKNOWN_IDS);
  if (type === 'application/json') return { body: { json }, headers };
  const rows = [{ artist: 'Marlow Vane', title: values.verse(5, 30), lyrics: values.verse(60, 300) }];
  const header = 'artist,title,lyrics';
  const text =
    type === CSV
      ? [header, ...rows.map((row) => [row.artist, row.title, row.lyrics].map(csvCell).join(','))].join('\n')
      : rows.map((row) => JSON.stringify(row)).join('\n');
  return { body: { bytes: Buffer.from(text) }, headers };
}

/** A request that fits the document, with some of its optional parameters. */
export function makeDraft(parts: MakerParts, operation: ApiOperation, actor: Actor): Draft {
  const wanted = operation.parameters.filter(
    (one) => one.required || one.in === 'path' || parts.draw.chance(OPTIONAL_SHARE),
  );
  const { body, headers } = bodyOf(parts, operation);
  const draft: Draft = {
    operation,
    actor,
    method: operation.method,
    path: {},
    query: [],
    headers,
    body,
    changes: [],
  };
  for (const one of wanted) {
    if (one.in === 'path') draft.path[one.name] = parameterValue(parts, operation, one);
    else if (one.in === 'query') draft.query.push([one.name, parameterValue(parts, operation, one)]);
    else draft.headers[one.name] = headerValue(parts, one);
  }
  return draft;
}

/** A request with the examples of the document and no more than it needs. */
export function exampleDraft(parts: MakerParts, operation: ApiOperation, actor: Actor): Draft {
  const draft = makeDraft(parts, operation, actor);
  const schema = operation.bodies.get('application/json');
  const example = schema?.example;
  const wanted = operation.parameters.filter((one) => one.required && one.in === 'query');
  return {
    ...draft,
    query: wanted.map(({ name, schema: { example: value, examples } }) => [
      name,
      encode(value ?? examples?.[0] ?? 'a'),
    ]),
    headers: schema === undefined ? {} : { 'content-type': 'application/json' },
    body: example === undefined ? draft.body : { json: example },
  };
}
