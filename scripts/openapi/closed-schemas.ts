import { dereference, type OutputUnit, type Schema, validate } from '@cfworker/json-schema';

/** Keywords whose members are schemas by name. */
const MAPS = new Set(['properties', 'schemas', '$defs']);
/** A validator takes an `id` in them for the name of a schema. */
const EXAMPLES = new Set(['example', 'examples']);
const DRAFT = '2020-12';
const SHOWN_FAULTS = 4;

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value behind a reference of the document; an empty object where there is none. */
export function resolveRef(root: Json, value: unknown): Json {
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

/** The deepest fault: those above it only say that something inside them is wrong. */
const deepest = (errors: readonly OutputUnit[]): string =>
  errors
    .slice(-SHOWN_FAULTS)
    .map(({ instanceLocation, error }) => `${instanceLocation} ${error}`)
    .join('; ');

/** The schemas of an OpenAPI document with every object closed: a property that it does not name is a fault. */
export interface ClosedSchemas {
  /** The document itself, closed. */
  readonly root: Json;
  /** What is wrong with a value by a schema of `root`; null: nothing. */
  faultOf(schema: unknown, value: unknown): string | null;
}

/** Compiled once for all values. */
export function closeSchemas(document: Json): ClosedSchemas {
  const root = Object.assign({}, closed(document, document));
  const lookup = dereference(root as Schema);
  return {
    root,
    faultOf: (schema, value) => {
      const { valid, errors } = validate(value, schema as Schema, DRAFT, lookup, false);
      return valid ? null : deepest(errors);
    },
  };
}
