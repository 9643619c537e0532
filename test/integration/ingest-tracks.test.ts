import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/client.ts';
import { ADMIN, openBarline, type TestBarline } from '../support/test-barline.ts';
import type { Problem, TrackIngestResult } from '../support/wire-types.ts';

let barline: TestBarline;
beforeAll(async () => {
  barline = await openBarline({ redis: 'auto', artists: [] });
});

const LINES = ['The ladder leans against the barn', 'and nobody has climbed it since the spring'];
const song = (i: number, artist = 'Ada Quill') => ({
  artist,
  title: `Ladder ${i}`,
  lyrics: [`Song number ${i} of ${artist}`, ...LINES, `${artist} counted ${i * 7} rungs`].join('\n'),
});
const csvOf = (songs: ReturnType<typeof song>[], delimiter = ',') =>
  [['artist', 'title', 'lyrics'], ...songs.map(({ artist, title, lyrics }) => [artist, title, `"${lyrics}"`])]
    .map((fields) => fields.join(delimiter))
    .join('\r\n');
const ndjsonOf = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n');

async function send(
  body: BodyInit,
  type: string,
  { query = '', headers = {} }: { query?: string; headers?: Record<string, string> } = {},
) {
  const response = await barline.request(`/ingest/tracks${query}`, {
    method: 'POST',
    headers: { ...ADMIN, 'content-type': type, ...headers },
    body,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  });
  return { status: response.status, body: (await response.json()) as TrackIngestResult & Problem };
}

const storedOf = async (artist: string): Promise<string[]> => {
  const rows = await barline.sql.query<{ title: string }>(
    sql`select title from tracks where artist = ${artist}::text order by title`,
  );
  return rows.map(({ title }) => title);
};

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

describe('POST /ingest/tracks', () => {
  it.each([
    ['application/json', 'Ann Json', (songs: ReturnType<typeof song>[]) => JSON.stringify(songs)],
    [
      'application/json; charset=utf-8',
      'Ann List',
      (songs: ReturnType<typeof song>[]) => JSON.stringify({ tracks: songs }),
    ],
    ['application/x-ndjson', 'Ann Lines', ndjsonOf],
    ['text/csv', 'Ann Comma', csvOf],
    ['text/csv', 'Ann Semicolon', (songs: ReturnType<typeof song>[]) => csvOf(songs, ';')],
    ['text/tab-separated-values', 'Ann Tab', (songs: ReturnType<typeof song>[]) => csvOf(songs, '\t')],
  ])('stores the songs of a body of %s (%s)', async (type, artist, write) => {
    const { status, body } = await send(write([song(1, artist), song(2, artist)]), type);
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ rows_read: 2, added: 2, refused: 0, complete: true, next_row: null }),
    ]);
    expect(await storedOf(artist)).toEqual(['Ladder 1', 'Ladder 2']);
  });

  it('unpacks gzip, reads the charset of its type, and says what it understood', async () => {
    const { body } = await send(await gzip(csvOf([song(1, 'Gus Zip')], ';')), 'text/csv', {
      headers: { 'content-encoding': 'gzip' },
    });
    expect(body.file).toEqual({
      format: 'csv',
      compression: 'gzip',
      encoding: 'utf-8',
      delimiter: ';',
      columns: ['artist', 'title', 'lyrics'].map((name) => ({ name, fields: [name] })),
    });
    const cyrillic = csvOf([{ ...song(1), artist: 'XX' }]);
    const bytes = Uint8Array.from(cyrillic, (char) => (char === 'X' ? 0xc6 : char.charCodeAt(0)));
    const named = await send(bytes, 'text/csv; charset="windows-1251"');
    expect([named.status, named.body.file.encoding, await storedOf('ЖЖ')]).toEqual([
      200,
      'windows-1251',
      ['Ladder 1'],
    ]);
  });

  it('reads a body that arrives in pieces', async () => {
    const bytes = new TextEncoder().encode(ndjsonOf([song(1, 'Pia Piece'), song(2, 'Pia Piece')]));
    let at = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (at >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(at, at + 11));
        at += 11;
      },
    });
    expect((await send(body, 'application/x-ndjson')).body).toMatchObject({ added: 2, refused: 0 });
  });

  it('changes nothing when it is repeated', async () => {
    const body = ndjsonOf([song(1, 'Rae Peat'), song(2, 'Rae Peat')]);
    await send(body, 'application/x-ndjson');
    expect((await send(body, 'application/x-ndjson')).body).toMatchObject({ added: 0, unchanged: 2 });
  });

  it('continues where it ended, and stores the same as in one go', async () => {
    // Two versions of one song without an id, in different parts.
    const other = {
      ...song(1, 'Cy Part'),
      lyrics: 'Quite another text stands here\nof which no word was in the first',
    };
    const body = ndjsonOf([
      song(1, 'Cy Part'),
      song(2, 'Cy Part'),
      other,
      song(3, 'Cy Part'),
      { artist: 'Cy Part' },
    ]);
    const answers: TrackIngestResult[] = [];
    for (let row: number | null = 1; row !== null; ) {
      const answer: TrackIngestResult = (
        await send(body, 'application/x-ndjson', { query: `?limit=2&from_row=${row}` })
      ).body;
      answers.push(answer);
      row = answer.next_row;
    }
    expect(
      answers.map(({ from_row, rows_read, next_row, complete, added, refused }) => [
        from_row,
        rows_read,
        next_row,
        complete,
        added,
        refused,
      ]),
    ).toEqual([
      [1, 2, 3, false, 2, 0],
      [3, 2, 5, false, 2, 0],
      [5, 1, null, true, 0, 1],
    ]);
    expect(await storedOf('Cy Part')).toEqual(['Ladder 1', 'Ladder 1', 'Ladder 2', 'Ladder 3']);
  });

  it('refuses rows alone, with their number, field and reason', async () => {
    const rows = [
      song(1, 'Nia Row'),
      { title: 'No artist', lyrics: 'words' },
      17,
      { ...song(2, 'Nia Row'), lyrics: '' },
    ];
    const { status, body } = await send(ndjsonOf(rows), 'application/x-ndjson');
    expect([status, body.added, body.refused]).toEqual([200, 1, 3]);
    expect(body.refusals).toEqual([
      { row: 2, field: 'artist', reason: 'artist is missing' },
      { row: 3, field: null, reason: 'not an object with named fields' },
      { row: 4, field: 'lyrics', reason: 'no lyrics' },
    ]);
  });

  it('sends the jobs that embed and analyse the new songs', async () => {
    await barline.deliver();
    const { body } = await send(ndjsonOf([song(1, 'Jo Bell'), song(2, 'Jo Bell')]), 'application/x-ndjson');
    expect(body.added).toBe(2);
    expect((await barline.deliver()).acknowledged).toBe(4);
    await send(ndjsonOf([song(1, 'Jo Bell')]), 'application/x-ndjson');
    expect((await barline.deliver()).acknowledged).toBe(0);
  });

  it.each([
    ['another type', 'a=1', 'application/x-www-form-urlencoded', {}, [415, 'UNSUPPORTED_MEDIA_TYPE']],
    ['no type', new Uint8Array([123]), '', {}, [415, 'UNSUPPORTED_MEDIA_TYPE']],
    [
      'another content encoding',
      'x',
      'text/csv',
      { 'content-encoding': 'br' },
      [415, 'UNSUPPORTED_MEDIA_TYPE'],
    ],
    ['an empty body', '', 'text/csv', {}, [422, 'VALIDATION_FAILED']],
    ['a header without rows', 'artist,title,lyrics\n', 'text/csv', {}, [422, 'VALIDATION_FAILED']],
    ['a CSV without lyrics', 'artist,title\na,b\n', 'text/csv', {}, [422, 'VALIDATION_FAILED']],
    ['a zip', 'PK\u0003\u0004', 'text/csv', {}, [422, 'VALIDATION_FAILED']],
    ['a text', '"text"', 'application/json', {}, [422, 'VALIDATION_FAILED']],
    ['broken JSON', '[{"artist":"x"', 'application/json', {}, [422, 'VALIDATION_FAILED']],
    ['deep nesting', '['.repeat(200_000), 'application/json', {}, [422, 'VALIDATION_FAILED']],
    [
      'an unknown charset',
      'artist,title,lyrics\na,b,c',
      'text/csv; charset=utf-9',
      {},
      [422, 'VALIDATION_FAILED'],
    ],
    [
      'only rows without lyrics',
      '[{"artist":"a","title":"b"}]',
      'application/json',
      {},
      [422, 'VALIDATION_FAILED'],
    ],
  ])('refuses %s', async (_, text, type, headers, expected) => {
    const { status, body } = await send(text, type, { headers });
    expect([status, body.code]).toEqual(expected);
    expect(JSON.stringify(body).length).toBeLessThan(20_000);
  });

  it('names each refused row if none can be stored', async () => {
    const { body } = await send(ndjsonOf([{ artist: 'a' }, 'x']), 'application/x-ndjson');
    expect(body.errors).toEqual([
      { path: 'body.1.title', code: 'REFUSED_ROW', message: 'title is missing' },
      { path: 'body.2', code: 'REFUSED_ROW', message: 'not an object with named fields' },
    ]);
  });

  it('refuses a body over its limit, declared or not', async () => {
    const chunk = new Uint8Array(1_000_000).fill(0x20);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        if (sent > 110) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const { status, body: problem } = await send(body, 'application/x-ndjson');
    expect([status, problem.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    const declared = await send('{}', 'application/x-ndjson', { headers: { 'content-length': '200000000' } });
    expect(declared.status).toBe(413);
  });

  it('needs the token before it reads the body', async () => {
    const request = (headers: Record<string, string>) =>
      barline.request('/ingest/tracks', {
        method: 'POST',
        headers: { 'content-type': 'text/csv', ...headers },
        body: 'x',
      });
    expect((await request({})).status).toBe(401);
    expect((await request({ authorization: 'Bearer wrong' })).status).toBe(401);
  });
});
