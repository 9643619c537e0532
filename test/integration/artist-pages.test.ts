import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { sql } from '../../src/db/client.ts';
import type { ArtistPageSchema } from '../../src/http/schemas/artists.ts';
import { openBarline, type TestBarline } from '../support/test-barline.ts';

type ArtistPage = z.output<typeof ArtistPageSchema>;

const NAMES = [
  'ana',
  'Bram',
  'bram 2',
  'Céline',
  'Dé',
  '100%',
  'a_b',
  '\\',
  'Zed',
  'zed zed',
  'Øyvind',
  'the 7th',
];

let barline: TestBarline;
beforeAll(async () => {
  barline = await openBarline({});
  for (const [n, name] of NAMES.entries()) await addTracks(name, n % 4);
  await addTracks(`${'long '.repeat(20)}one`, 1);
  await addTracks(`${'long '.repeat(20)}two`, 1);
});

async function addTracks(name: string, count: number): Promise<void> {
  await barline.sql.batch([
    sql`insert into artists (name) values (${name}::text) on conflict do nothing`,
    sql`insert into tracks (artist_id, source, artist, title, lyrics_state)
      select a.id, 'import', a.name, 'Title ' || n, 'instrumental'
      from artists a, generate_series(1, ${count}::int) n where a.name = ${name}::text`,
  ]);
}

const page = async (query: Record<string, string>): Promise<ArtistPage> => {
  const { body } = await barline.call<ArtistPage>(`/artists?${new URLSearchParams(query)}`);
  return body;
};

describe('pages of artists', () => {
  it('hold every existing artist once and in order while artists are added', async () => {
    let added = 0;
    const walk = fc.record({
      sort: fc.constantFrom('name', 'tracks'),
      limit: fc.integer({ min: 1, max: 7 }),
      inserts: fc.array(
        fc.record({ name: fc.constantFrom(...NAMES, 'new'), tracks: fc.integer({ min: 0, max: 5 }) }),
        {
          maxLength: 4,
        },
      ),
    });
    await fc.assert(
      fc.asyncProperty(walk, async ({ sort, limit, inserts }) => {
        const before = (await page({ sort, limit: '100' })).items;
        const seen: ArtistPage['items'] = [];
        let cursor: string | null = null;
        do {
          const one: ArtistPage = await page({
            sort,
            limit: String(limit),
            ...(cursor === null ? {} : { cursor }),
          });
          seen.push(...one.items);
          cursor = one.next_cursor;
          const insert = inserts.shift();
          if (insert !== undefined) {
            added += 1;
            await addTracks(insert.name === 'new' ? `new ${added}` : insert.name, insert.tracks);
          }
        } while (cursor !== null);
        const ids = seen.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const known = new Set(before.map(({ id }) => id));
        expect(ids.filter((id) => known.has(id))).toEqual(before.map(({ id }) => id));
      }),
      { numRuns: 15 },
    );
  });

  it('keep the track counts of the first page for ordering', async () => {
    const { items } = await page({ sort: 'tracks', limit: '100' });
    const counts = items.map(({ tracks }) => tracks);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(counts[0]).toBeGreaterThan(0);
  });

  it('reject a cursor of another order or name', async () => {
    const { next_cursor } = await page({ limit: '1' });
    const cursor = next_cursor ?? '';
    for (const other of [{ sort: 'tracks' }, { name: 'a' }]) {
      const { status, body } = await barline.call(
        `/artists?${new URLSearchParams({ limit: '1', cursor, ...other })}`,
      );
      expect({ status, body }).toMatchObject({ status: 400, body: { code: 'INVALID_CURSOR' } });
    }
  });

  it.each([
    ['bram', ['Bram', 'bram 2']],
    ['BRAM 2', ['bram 2']],
    ['celine', ['Céline']],
    ['oyvind', ['Øyvind']],
    ['zedd', ['Zed', 'zed zed']],
    ['%', ['100%']],
    ['_', ['a_b']],
    ['\\', ['\\']],
    ['nobody at all', []],
    ["'; drop table artists; --", []],
  ])('filtered by the name %s hold %j', async (name, expected) => {
    const { items } = await page({ name });
    const names = items.map((artist) => artist.name).filter((one) => !one.startsWith('new '));
    for (const one of expected) expect(names).toContain(one);
    if (expected.length === 0 || name.length === 1) expect(names).toEqual(expected);
  });
});
