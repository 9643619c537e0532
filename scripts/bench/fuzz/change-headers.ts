import type { Change } from './change.ts';

export const changeMethod: Change = (draft, { draw }) => {
  draft.method = draw.pick(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND']);
};

export const changeAccept: Change = (draft, { draw }) => {
  draft.headers.accept = draw.pick([
    'text/html',
    'text/event-stream',
    'text/csv',
    'application/x-ndjson',
    'application/json;q=0',
    '*/*;q=0.1, text/csv;q=0.9',
    'nonsense',
    'image/*',
    '',
  ]);
};

export const addConditions: Change = (draft, { draw }) => {
  const [name, value] = draw.pick([
    ['if-none-match', '*'],
    ['if-none-match', '"abc", W/"def"'],
    ['if-none-match', '"unclosed'],
    ['if-match', '"abc"'],
    ['if-modified-since', 'Thu, 01 Jan 1970 00:00:00 GMT'],
    ['if-modified-since', 'yesterday'],
    ['range', 'bytes=0-10'],
    ['range', 'bytes=99999999-'],
    ['range', 'lines=1'],
    ['if-range', '"abc"'],
    ['accept-encoding', 'br'],
    ['accept-encoding', 'gzip'],
    ['accept-encoding', '*'],
    ['expect', ''],
    ['x-request-id', 'a'.repeat(200)],
    ['x-request-id', 'own-request-id-1'],
    ['x-forwarded-for', '1.2.3.4'],
    ['x-http-method-override', 'DELETE'],
    ['idempotency-key', 'same-key-for-all'],
    ['idempotency-key', 'short'],
    ['last-event-id', '\u00e9'.repeat(201)],
    ['origin', 'https://example.com'],
    ['cookie', 'a=b'],
    ['traceparent', '00-0-0-00'],
  ] as const);
  if (value !== '') draft.headers[name] = value;
};
