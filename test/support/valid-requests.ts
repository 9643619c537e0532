import { type Operation, sample } from './api-operations.ts';
import { pathOf } from './bad-requests.ts';

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
