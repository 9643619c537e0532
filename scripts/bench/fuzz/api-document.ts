import {
  type ClosedSchemas,
  closeSchemas,
  isObject,
  type Json,
  resolveRef,
} from '../../openapi/closed-schemas.ts';
import type { JsonSchema } from '../../openapi/operations.ts';

export interface ApiParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description: string;
  schema: JsonSchema;
}

export interface ApiResponse {
  /** Schema by media type; empty: no body. */
  content: ReadonlyMap<string, unknown>;
  /** Names of the headers that it always has, in small letters. */
  headers: readonly string[];
  /** Codes that a problem of this status may have. */
  codes: readonly string[];
}

/** What an operation takes. */
export interface ApiInput {
  parameters: readonly ApiParameter[];
  /** Schema of the body by media type; empty: it takes none. */
  bodies: ReadonlyMap<string, JsonSchema>;
}

/** One method on one path, as the document that a Worker serves describes it. */
export interface ApiOperation extends ApiInput {
  id: string;
  method: string;
  path: string;
  /** The scope that it asks for; null: none. */
  scope: string | null;
  /** The same input with schemas that values can be checked against; those above have examples. */
  checked: ApiInput;
  responses: ReadonlyMap<number, ApiResponse>;
}

export interface Api {
  operations: readonly ApiOperation[];
  /** Of requests, as they are in the document. */
  resolve(schema: JsonSchema): JsonSchema;
  schemas: ClosedSchemas;
}

const CODE = /\b([A-Z][A-Z_]+): /g;

const entries = (value: unknown): [string, unknown][] => (isObject(value) ? Object.entries(value) : []);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function responseOf(root: Json, value: unknown): ApiResponse {
  const { description, content, headers } = resolveRef(root, value);
  return {
    content: new Map(entries(content).map(([type, media]) => [type, resolveRef(root, media).schema])),
    headers: entries(headers)
      .filter(([, header]) => resolveRef(root, header).required === true)
      .map(([name]) => name.toLowerCase()),
    codes: Array.from(String(description).matchAll(CODE), ([, code = '']) => code),
  };
}

function scopeOf(security: unknown): string | null {
  const scopes = list(security).flatMap((choice) => entries(choice).flatMap(([, names]) => list(names)));
  return scopes.length === 0 ? null : String(scopes[0]);
}

const PLACES = ['path', 'query', 'header'] as const;

/** None of a place that no request is drawn for, such as a cookie. */
function parameterOf(root: Json, parameter: Json): ApiParameter[] {
  const place = PLACES.find((one) => one === parameter.in);
  if (place === undefined) return [];
  const { name, required, description, schema } = parameter;
  return [
    {
      name: String(name),
      in: place,
      required: required === true,
      description: String(description ?? ''),
      schema: resolveRef(root, schema),
    },
  ];
}

function operationOf(root: Json, { path, method, value }: { path: string; method: string; value: Json }) {
  const bodies = entries(resolveRef(root, value.requestBody).content);
  return {
    id: String(value.operationId),
    method: method.toUpperCase(),
    path,
    scope: scopeOf(value.security),
    parameters: list(value.parameters).flatMap((one) => parameterOf(root, resolveRef(root, one))),
    bodies: new Map(bodies.map(([type, media]) => [type, resolveRef(root, resolveRef(root, media).schema)])),
    responses: new Map(
      entries(value.responses).map(([status, response]) => [Number(status), responseOf(root, response)]),
    ),
  };
}

/** Reads an OpenAPI document. */
export function readDocument(document: Json): Api {
  const schemas = closeSchemas(document);
  const operations = entries(document.paths).flatMap(([path, methods]) =>
    entries(methods).map(([method, value]) => ({
      request: operationOf(document, { path, method, value: resolveRef(document, value) }),
      closed: operationOf(schemas.root, { path, method, value: operationIn(schemas.root, path, method) }),
    })),
  );
  return {
    operations: operations.map(({ request, closed }) => ({
      ...request,
      checked: { parameters: closed.parameters, bodies: closed.bodies },
      responses: closed.responses,
    })),
    resolve: (schema) => resolveRef(document, schema),
    schemas,
  };
}

function operationIn(root: Json, path: string, method: string): Json {
  return resolveRef(root, resolveRef(root, resolveRef(root, root.paths)[path])[method]);
}
