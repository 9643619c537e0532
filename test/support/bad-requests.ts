import {
  type JsonSchema,
  type Operation,
  type Parameter,
  resolve,
  sample,
} from '../../scripts/openapi/operations.ts';
import { pathOf } from '../../scripts/openapi/valid-request.ts';
import { maxBodyBytes } from '../../src/http/middleware/limit-body.ts';
import { encodeCursor } from '../../src/lib/cursor.ts';

/** A request that must be refused, the allowed statuses, and the expected path in the problem. */
export interface BadRequest {
  name: string;
  path: string;
  body?: BodyInit | undefined;
  contentType?: string | null;
  expected: readonly number[];
  /** The `path` of one of the problem's errors. */
  fault?: string;
}

const UNKNOWN = 'no_such_field';

const typesOf = (schema: JsonSchema): string[] => {
  const choices = (schema.anyOf ?? schema.oneOf ?? [schema]).map(resolve);
  return choices.flatMap((choice) => choice.type ?? []).flat();
};

const below = ({ minimum, exclusiveMinimum }: JsonSchema): number[] =>
  minimum !== undefined ? [minimum - 1] : exclusiveMinimum !== undefined ? [exclusiveMinimum] : [];
const above = ({ maximum }: JsonSchema): number[] => (maximum === undefined ? [] : [maximum + 1]);

/** JSON values of other types than the property's. */
function wrongValues(schema: JsonSchema): unknown[] {
  const types = typesOf(schema);
  const number = types.includes('number') || types.includes('integer');
  const outside = [...below(schema), ...above(schema), ...(types.includes('integer') ? [0.5] : [])];
  return [
    ...(types.includes('null') ? [] : [null]),
    ...(types.includes('string') ? [] : ['three']),
    ...(number ? outside : [17]),
    ...(types.includes('boolean') ? [] : [true]),
    ...(types.includes('array') ? [] : [[]]),
    ...(types.includes('object') ? [] : [{}]),
  ];
}

/** Texts that a schema with these limits rejects. */
function badText(schema: JsonSchema): [string, string][] {
  const { minLength = 0, maxLength } = schema;
  return [
    ...(minLength > 0 ? [['that is too short', 'a'.repeat(minLength - 1)] as [string, string]] : []),
    ...(maxLength === undefined ? [] : [['that is too long', 'a'.repeat(maxLength + 1)] as [string, string]]),
    ['with a NUL byte', `${'word '.repeat(Math.ceil(minLength / 5))}a\u0000`],
  ];
}

function badProperties(operation: Operation, schema: JsonSchema): BadRequest[] {
  const valid = sample(schema) as Record<string, unknown>;
  const path = pathOf(operation);
  return Object.entries(schema.properties ?? {}).flatMap(([name, unresolved]) => {
    const property = resolve(unresolved);
    const fault = `body.${name}`;
    const send = (what: string, value: unknown): BadRequest => ({
      name: `${name} ${what}`,
      path,
      body: JSON.stringify({ ...valid, [name]: value }),
      expected: [422],
      fault,
    });
    const isRequired = (schema.required ?? []).includes(name);
    const free = property.type === 'string' && property.enum === undefined;
    return [
      ...wrongValues(property).map((value) => send(`= ${JSON.stringify(value)}`, value)),
      ...(free ? badText(property).map(([what, value]) => send(what, value)) : []),
      ...(free ? [send('with half a surrogate pair', `${sample(property)}\ud800`)] : []),
      ...(free && isRequired ? [send('of white space', ' '.repeat((property.minLength ?? 0) + 1))] : []),
      ...(property.enum === undefined ? [] : [send('that is none of its values', 'none-of-these')]),
      ...(isRequired ? [send('missing', undefined)] : []),
    ];
  });
}

const NESTED = 200_000;

/** Bodies that every operation must refuse, independent of its schema. */
export function badBodies(operation: Operation, schema: JsonSchema): BadRequest[] {
  const path = pathOf(operation);
  const valid = sample(schema) as Record<string, unknown>;
  const text = JSON.stringify(valid);
  const bad = (
    name: string,
    body: BodyInit | undefined,
    expected: number[],
    rest: Partial<BadRequest> = {},
  ) => ({
    name,
    path,
    body,
    expected,
    ...rest,
  });
  return [
    ...badProperties(operation, schema),
    bad('an unknown field', JSON.stringify({ ...valid, [UNKNOWN]: 1 }), [422], { fault: `body.${UNKNOWN}` }),
    bad('a field named __proto__', text.replace('{', '{"__proto__":{"admin":true},'), [422]),
    bad('no body', undefined, [400, 415, 422]),
    bad('an empty body', '', [400, 415]),
    bad('an empty object', '{}', [422]),
    bad('a list of one', `[${text}]`, [422], { fault: 'body' }),
    ...['null', '17', '"text"', 'true'].map((body) => bad(body, body, [422], { fault: 'body' })),
    bad('broken JSON', text.slice(0, -1), [400]),
    bad('two values', `${text}${text}`, [400]),
    bad('a byte that is no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), [400]),
    bad('deep nesting', '['.repeat(NESTED), [413, 422]),
    bad('deep nesting that is closed', '['.repeat(NESTED) + ']'.repeat(NESTED), [413, 422]),
    bad('plain text', text, [415], { contentType: 'text/plain' }),
    bad('a form', 'a=1', [415], { contentType: 'application/x-www-form-urlencoded' }),
    bad('a type that only begins like JSON', text, [415], { contentType: 'application/jsonp' }),
    bad('no content type', new TextEncoder().encode(text), [415], { contentType: null }),
    bad('too many bytes', JSON.stringify({ ...valid, [UNKNOWN]: 'a'.repeat(maxBodyBytes(path)) }), [413]),
    bad('too many bytes of an unknown length', endless(maxBodyBytes(path)), [413]),
  ];
}

/** Bodies for an operation without a body. */
export const unwantedBodies = (operation: Operation): BadRequest[] => [
  { name: 'plain text', path: pathOf(operation), body: 'a', contentType: 'text/plain', expected: [415] },
  {
    name: 'too many bytes',
    path: pathOf(operation),
    body: 'a'.repeat(maxBodyBytes(pathOf(operation)) + 1),
    expected: [413],
  },
];

/** A streamed body larger than the limit of every path. */
function endless(maxBytes: number): ReadableStream<Uint8Array> {
  const chunk = new TextEncoder().encode(' '.repeat(100_000));
  let sent = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (sent > maxBytes) return controller.close();
      sent += chunk.byteLength;
      controller.enqueue(chunk);
    },
  });
}

const badNumbers = (schema: JsonSchema): string[] => [
  ...['abc', '', '1.5', 'NaN', '1 or 1=1', '99999999999', '1e400'],
  ...[...below(schema), ...above(schema)].map(String),
];

function badValues(parameter: Parameter): string[] {
  const { schema } = parameter;
  if (schema.type === 'integer' || schema.type === 'number') return badNumbers(schema);
  if (schema.type === 'boolean') return ['maybe', ''];
  if (schema.enum !== undefined) return ['none-of-these', ''];
  if (schema.pattern !== undefined) return ["'; drop table tracks; --", '\u0000', ''];
  return badText(schema).map(([, value]) => value);
}

/** Values of path and query that must be refused. */
export function badParameters(operation: Operation): BadRequest[] {
  return operation.parameters.flatMap((parameter) => {
    const { name } = parameter;
    if (parameter.in === 'path') {
      const ids = ['0', '-1', '99999999999', 'abc', '1.5', '%00', '%FF', '%E0%A4%A', "1'", '1e400'];
      return ids.map(
        (id): BadRequest => ({
          name: `${name} = ${id}`,
          path: pathOf(operation, {}, id),
          expected: id.includes('%') ? [400, 422] : [422, 404],
        }),
      );
    }
    const twice = `${pathOf(operation, { [name]: String(sample(parameter.schema)) })}&${name}=1`;
    return [
      ...badValues(parameter).map((value): BadRequest => {
        const expected = name === 'cursor' && value !== '' ? [400, 422] : [422];
        return {
          name: `${name} = ${JSON.stringify(value.slice(0, 20))}`,
          path: pathOf(operation, { [name]: value }),
          expected,
        };
      }),
      { name: `${name} given twice`, path: twice, expected: [422] },
    ];
  });
}

export const badQueries = (operation: Operation): BadRequest[] => [
  {
    name: 'an unknown parameter',
    path: pathOf(operation, { [UNKNOWN]: '1' }),
    expected: [422],
    fault: `query.${UNKNOWN}`,
  },
  {
    name: 'an escape that is none',
    path: `${pathOf(operation)}${pathOf(operation).includes('?') ? '&' : '?'}${UNKNOWN}=%`,
    expected: [400],
  },
];

const NO_CURSORS = ['garbage', '!!!!', 'bnVsbA', 'W10', encodeCursor('another-list', [1])];

/** Cursors that the operation never issued, and modified copies of an issued one. */
export function badCursors(operation: Operation, own: string | null): BadRequest[] {
  const changed = own === null ? [] : tamper(own);
  return [...NO_CURSORS, ...changed].map((cursor) => ({
    name: `the cursor ${cursor}`,
    path: pathOf(operation, { cursor }),
    expected: [400],
  }));
}

/** The cursor with one character changed at a time, cut short, and made longer. */
function tamper(cursor: string): string[] {
  const other = (char: string) => (char === 'A' ? 'B' : 'A');
  const swapped = Array.from(cursor, (char, i) => cursor.slice(0, i) + other(char) + cursor.slice(i + 1));
  return [...swapped, cursor.slice(0, -1), cursor.slice(0, -4), `${cursor}A`, `${cursor}AAAA`];
}
