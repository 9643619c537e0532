import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { workerFiles } from '../../../scripts/restore/worker-files.ts';

const ID = '20261126T030000Z-abcdef';
const BYTES = Buffer.from('0123456789');

let server: Server;
let url: string;
/** Answers before the right ones. */
let refusals: number[];
let asked: { path: string; range: string | undefined; key: string | undefined }[];

beforeEach(async () => {
  refusals = [];
  asked = [];
  server = createServer((request, response) => {
    const { range, authorization } = request.headers;
    asked.push({ path: request.url ?? '', range, key: authorization });
    const refusal = refusals.shift();
    if (refusal === 0)
      return response.writeHead(200, { 'content-length': 10 }).end('012', () => response.destroy());
    if (refusal !== undefined) return response.writeHead(refusal).end('{"detail":"No."}');
    if (request.url === '/admin/backups') {
      const items = [
        { id: '20261127T030000Z-abcdef', status: 'running' },
        { id: ID, status: 'complete' },
        { id: '20261125T030000Z-abcdef', status: 'complete' },
      ];
      return response.end(JSON.stringify({ items, database_answers: false }));
    }
    if (request.url === '/admin/backups/takedowns') return response.end('{"id":1}\n{"id":2}\n');
    if (!request.url?.endsWith('/files/tracks.ndjson.gz')) return response.writeHead(404).end('{}');
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
    if (from === undefined || Number(from) >= BYTES.length) return response.end(BYTES);
    const piece = BYTES.subarray(Number(from), Number(to) + 1);
    response.writeHead(206, {
      'content-range': `bytes ${from}-${Number(from) + piece.length - 1}/${BYTES.length}`,
    });
    return response.end(piece);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const open = (id?: string) => workerFiles(url, { token: 'secret', id, pausesMs: [0, 0] });

it('chooses the newest complete backup, or the one that is named', async () => {
  expect((await open()).id).toBe(ID);
  expect((await open('20261125T030000Z-abcdef')).id).toBe('20261125T030000Z-abcdef');
  await expect(open('20261127T030000Z-abcdef')).rejects.toThrow(
    `has no complete backup 20261127T030000Z-abcdef. It has ${ID}, `,
  );
});

it('asks for ranges with the key, and gives what there is of them', async () => {
  const files = await open();
  const text = async (offset: number, length: number) =>
    Buffer.from(await files.read('tracks.ndjson.gz', { offset, length })).toString();
  expect(await text(2, 3)).toBe('234');
  expect(asked.at(-1)).toEqual({
    path: `/admin/backups/${ID}/files/tracks.ndjson.gz`,
    range: 'bytes=2-4',
    key: 'Bearer secret',
  });
  expect(await text(8, 5)).toBe('89');
  expect(await text(20, 5)).toBe('');
});

it('tells sizes, and which files are missing', async () => {
  const files = await open();
  expect(await files.sizeOf('tracks.ndjson.gz')).toBe(10);
  expect(await files.sizeOf('artists.ndjson.gz')).toBe(null);
  expect(await files.readTakedowns()).toEqual([
    { name: '1', text: '{"id":1}' },
    { name: '2', text: '{"id":2}' },
  ]);
});

it('asks again when the Worker fails or breaks off, and not when it refuses', async () => {
  const files = await open();
  refusals = [503, 0];
  expect(Buffer.from(await files.read('tracks.ndjson.gz', { offset: 0, length: 10 })).toString()).toBe(
    '0123456789',
  );
  refusals = [503, 503, 503];
  await expect(files.read('tracks.ndjson.gz', { offset: 0, length: 10 })).rejects.toThrow(
    'answered 503: No.',
  );
  asked = [];
  refusals = [403];
  await expect(files.manifest()).rejects.toThrow('answered 403: No.');
  expect(asked).toHaveLength(1);
});
