import type { ApiOperation } from './api-document.ts';

/** Who sends a request. The token is the whole text after `Bearer `, or null. */
export interface Actor {
  name: string;
  /** The header as it is sent; null: none. */
  authorization: string | null;
  /** What it may do; null: its key does not work; `unknown`: nobody told, as of strangers at a Worker of others. */
  scopes: ReadonlySet<string> | null | 'unknown';
  /** Where it sends from; absent: where it really is. */
  address?: string;
}

/** A request in parts, so that one part can be changed or left out. */
export interface Draft {
  operation: ApiOperation;
  actor: Actor;
  method: string;
  /** Percent-encoded, in place of `{name}`. */
  path: Record<string, string>;
  /** Names and values as they stand in the target, percent-encoded. */
  query: [string, string][];
  headers: Record<string, string>;
  body: DraftBody | null;
  /** What was changed of a valid request. */
  changes: string[];
}

/** A JSON value, or bytes that replace it. */
export type DraftBody = { json: unknown; bytes?: undefined } | { json?: undefined; bytes: Buffer };

/** A request as it is sent. */
export interface WireRequest {
  method: string;
  target: string;
  headers: Record<string, string>;
  body: Buffer | null;
}

export function wireOf(draft: Draft): WireRequest {
  const path = draft.operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => draft.path[name] ?? '1');
  const query = draft.query.map(([name, value]) => `${name}=${value}`).join('&');
  const { authorization, address } = draft.actor;
  return {
    method: draft.method,
    target: query === '' ? path : `${path}?${query}`,
    headers: {
      ...(authorization === null ? {} : { authorization }),
      ...(address === undefined ? {} : { 'cf-connecting-ip': address }),
      ...draft.headers,
    },
    body: draft.body === null ? null : (draft.body.bytes ?? Buffer.from(JSON.stringify(draft.body.json))),
  };
}

/** Deep enough that a change of the copy leaves the draft as it is. */
export const copyDraft = (draft: Draft): Draft => ({
  ...draft,
  path: { ...draft.path },
  query: draft.query.map(([name, value]) => [name, value]),
  headers: { ...draft.headers },
  body:
    draft.body === null || draft.body.bytes !== undefined
      ? draft.body
      : { json: structuredClone(draft.body.json) },
  changes: [...draft.changes],
});

const MAX_SHOWN_BODY = 4000;
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function bodyText(body: Buffer): string {
  const text = body.toString();
  if (!Buffer.from(text).equals(body) || text.includes('\0'))
    return `"$(printf %s ${body.toString('base64').slice(0, MAX_SHOWN_BODY)} | base64 -d)"`;
  return quoted(text.slice(0, MAX_SHOWN_BODY));
}

/** The request as a line for a shell. The token is a variable with the actor's name. */
export function curlOf(url: string, draft: Draft): string {
  const { method, target, headers, body } = wireOf(draft);
  const parts = ['curl', '--path-as-is', '-X', method, quoted(url + target)];
  for (const [name, value] of Object.entries(headers))
    parts.push(
      '-H',
      name === 'authorization' ? `"authorization: Bearer $${draft.actor.name}"` : quoted(`${name}: ${value}`),
    );
  if (body !== null) parts.push('--data-binary', bodyText(body));
  return parts.join(' ');
}
