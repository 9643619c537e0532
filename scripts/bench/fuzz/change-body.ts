import { gzipSync } from 'node:zlib';
import { breakJson } from './break-json.ts';
import type { Change } from './change.ts';
import type { Draft } from './draft.ts';

const bytesOf = ({ body }: Draft): Buffer =>
  body === null ? Buffer.alloc(0) : (body.bytes ?? Buffer.from(JSON.stringify(body.json)));

const JSON_TYPE = 'application/json';
const DEEP = 5000;

export const changeJson: Change = (draft, { draw }) => {
  if (draft.body === null || draft.body.bytes !== undefined) return;
  draft.body = { json: breakJson(draw, draft.body.json) };
};

/** Bytes that are no JSON, or JSON of a kind that parsers treat differently. */
export const changeBytes: Change = (draft, { draw }) => {
  const text = bytesOf(draft).toString();
  const raw = draw.pick([
    text.slice(0, -1),
    `${text}${text}`,
    '',
    '{',
    '{"a":1,}',
    "{'a':1}",
    'NaN',
    '[NaN, Infinity]',
    `\ufeff${text}`,
    text.replace('{', '{"__proto__":{"admin":true},'),
    text.replace('{', '{"a":1,"a":2,'),
    text.replaceAll(/\d+/g, '1e400'),
    text.replaceAll(/\d+/g, '9'.repeat(400)),
    text.replace(/"[^"]*"(?=[,}\]])/, '"\\ud800"'),
    '['.repeat(DEEP),
    `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`,
    ' '.repeat(70_000) + text,
  ]);
  const spoiled = Buffer.concat([
    Buffer.from(text.slice(0, 9)),
    Buffer.from([0xff, 0xfe]),
    Buffer.from(text.slice(9)),
  ]);
  draft.body = { bytes: draw.chance(0.1) ? spoiled : Buffer.from(raw) };
  draft.headers['content-type'] ??= JSON_TYPE;
};

export const changeType: Change = (draft, { draw }) => {
  draft.headers['content-type'] = draw.pick([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/json; charset=utf-16',
    'APPLICATION/JSON; Charset="UTF-8"',
    'application/json;',
    'text/html',
    'x'.repeat(300),
    '/',
  ]);
};

export const dropType: Change = (draft) => {
  delete draft.headers['content-type'];
};

export const packBody: Change = (draft, { draw }) => {
  const packed = gzipSync(bytesOf(draft));
  draft.headers['content-encoding'] = draw.pick(['gzip', 'gzip', 'br', 'identity', 'x-unknown']);
  draft.body = {
    bytes: draw.pick([packed, packed.subarray(0, -6), bytesOf(draft), Buffer.concat([packed, packed])]),
  };
};

export const addBody: Change = (draft, { draw }) => {
  if (draft.method === 'GET') return;
  draft.body = { bytes: Buffer.from(draw.pick(['{}', 'a', '[]', '{"a":1}', 'x'.repeat(70_000)])) };
};
