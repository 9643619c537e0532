import { type Operation, sample } from './operations.ts';

/** The path with sample parameters, and with those of `query` set. */
export function pathOf(operation: Operation, query: Record<string, string> = {}, id?: string): string {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = operation.parameters.find((one) => one.in === 'path' && one.name === name);
    return id ?? encodeURIComponent(String(sample(parameter?.schema ?? {})));
  });
  const required = operation.parameters.filter((one) => one.in === 'query' && one.required);
  const search = new URLSearchParams(required.map(({ name, schema }) => [name, String(sample(schema))]));
  for (const [name, value] of Object.entries(query)) search.set(name, value);
  return search.size === 0 ? path : `${path}?${search}`;
}

/** A request that is valid by the operation's schema. */
export function validRequest(
  operation: Operation,
  headers: HeadersInit = {},
): { path: string; init: RequestInit } {
  const all = new Headers(headers);
  if (operation.body === null)
    return { path: pathOf(operation), init: { method: operation.method, headers: all } };
  all.set('content-type', 'application/json');
  const body = JSON.stringify(sample(operation.body));
  return { path: pathOf(operation), init: { method: operation.method, headers: all, body } };
}
