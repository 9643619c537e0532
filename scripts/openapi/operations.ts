import { z } from 'zod';
import { createApp } from '../../src/http/app.ts';
import { openApiDocument } from '../../src/http/openapi.ts';

/** The parts of a JSON schema that requests are generated from. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  example?: unknown;
  examples?: unknown[];
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  multipleOf?: number;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: JsonSchema;
}

/** One method on one path, as the OpenAPI document describes it. */
export interface Operation {
  id: string;
  method: string;
  path: string;
  /** Whether callers without a key are never let in. */
  secured: boolean;
  /** The scope that it asks for; null: none. */
  scope: string | null;
  parameters: Parameter[];
  /** Null: no body. */
  body: JsonSchema | null;
  /** The body may be of other types than JSON and is checked row by row: bad ones have tests of their own. */
  streamed: boolean;
  /** Status → codes that a problem of this status may have; empty for a status that is not a problem. */
  statuses: Map<number, string[]>;
  /** Status → media types of its body. */
  types: Map<number, string[]>;
}

const DocumentSchema = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});
const OperationSchema = z.object({
  operationId: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))).default([]),
  parameters: z.array(z.custom<Parameter>()).default([]),
  requestBody: z
    .object({ content: z.looseObject({ 'application/json': z.object({ schema: z.custom<JsonSchema>() }) }) })
    .optional(),
  responses: z.record(
    z.string(),
    z.object({ description: z.string(), content: z.record(z.string(), z.unknown()).default({}) }),
  ),
});

const app = createApp({
  openContext: () => {
    throw new Error('The document is made without a request.');
  },
});
export const document = DocumentSchema.parse(JSON.parse(JSON.stringify(openApiDocument(app))));

/** The schema behind a reference. */
export function resolve(schema: JsonSchema): JsonSchema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : resolve(document.components.schemas[name] as JsonSchema);
}

const CODE = /\b([A-Z][A-Z_]+): /g;

function toOperation(path: string, method: string, value: unknown): Operation {
  const { operationId, security, parameters, requestBody, responses } = OperationSchema.parse(value);
  const schema = requestBody?.content['application/json'].schema;
  return {
    id: operationId,
    method: method.toUpperCase(),
    path,
    secured: security.length > 0 && security.every((alternative) => Object.keys(alternative).length > 0),
    scope: security.flatMap(({ bearer = [] }) => bearer)[0] ?? null,
    // No list of bad values fits every header: each has its own test.
    parameters: parameters
      .filter((one) => one.in !== 'header')
      .map((one) => ({ ...one, schema: resolve(one.schema) })),
    body: schema === undefined ? null : resolve(schema),
    streamed: Object.keys(requestBody?.content ?? {}).length > 1,
    statuses: new Map(
      Object.entries(responses).map(([status, { description }]) => [
        Number(status),
        Array.from(description.matchAll(CODE), ([, code = '']) => code),
      ]),
    ),
    types: new Map(
      Object.entries(responses).map(([status, { content }]) => [Number(status), Object.keys(content)]),
    ),
  };
}

/** Every operation of the API, read from the document. */
export const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, value]) => toOperation(path, method, value)),
);

/** A value that fits the schema: its example, its default, or the smallest of its kind. */
export function sample(unresolved: JsonSchema): unknown {
  const schema = resolve(unresolved);
  const given = schema.example ?? schema.examples?.[0] ?? schema.default ?? schema.const ?? schema.enum?.[0];
  if (given !== undefined) return given;
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (choice !== undefined) return sample(choice);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'string':
      return 'word '.repeat(Math.ceil((schema.minLength ?? 1) / 5) + 1).trim();
    case 'integer':
    case 'number':
      return schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1;
    case 'boolean':
      return true;
    case 'array':
      return Array.from(
        { length: schema.minItems ?? 0 },
        (_, i) => schema.items?.enum?.[i] ?? sample(schema.items ?? {}),
      );
    case 'object':
      return sampleObject(schema);
    default:
      return null;
  }
}

function sampleObject(schema: JsonSchema): Record<string, unknown> {
  const required = schema.required ?? [];
  const entries = Object.entries(schema.properties ?? {}).filter(([name]) => required.includes(name));
  return Object.fromEntries(entries.map(([name, property]) => [name, sample(property)]));
}
