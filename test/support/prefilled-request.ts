import { type Operation, type Parameter, sample } from '../../scripts/openapi/operations.ts';

export interface PrefilledRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  body: unknown;
}

/** The value that Swagger UI puts into a field: an `example` or a default. `examples` of a schema are only shown. */
function prefilled({ schema }: Parameter): string | null {
  const value = schema.example ?? schema.default;
  return value === undefined ? null : String(value);
}

/**
 * The request that Swagger UI sends after "Try it out" and "Execute" when the reader types only `typed`. Throws if a
 * required value is then still missing.
 */
export function prefilledRequest(
  { method, path, parameters, body }: Operation,
  typed: Readonly<Record<string, string>>,
): PrefilledRequest {
  const query: Record<string, string> = {};
  let address = path;
  for (const parameter of parameters) {
    const { name, required } = parameter;
    const value = typed[name] ?? prefilled(parameter);
    if (value === null && required) throw new Error(`${method} ${path}: nothing is filled in for ${name}`);
    if (value === null) continue;
    if (parameter.in === 'path') address = address.replace(`{${name}}`, encodeURIComponent(value));
    else query[name] = value;
  }
  return { method, path: address, query, body: body === null ? null : sample(body) };
}
