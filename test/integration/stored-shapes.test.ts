import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { sql } from '../../src/db/client.ts';
import type { ArtistComparisonSchema } from '../../src/http/schemas/artist-comparison.ts';
import type { ArtistSchema } from '../../src/http/schemas/artists.ts';
import { seedTrack, VERSE } from '../support/seed.ts';
import { seedSong } from '../support/seed-artist.ts';
import { ADMIN, openBarline, type TestBarline } from '../support/test-barline.ts';
import type { AnalyzedLyrics, BatchResultPage, SubmittedBatch, TrackDetail } from '../support/wire-types.ts';

type Artist = z.output<typeof ArtistSchema>;
type Comparison = z.output<typeof ArtistComparisonSchema>;

/** Values that another version may have stored; the last one lacks a nested field. */
const SHAPES = [
  ['a list', sql`'[]'::jsonb`],
  ['a text', sql`'"calm"'::jsonb`],
  ['other fields', sql`'{"mood": "calm", "score": 1}'::jsonb`],
  ['a field of another type', sql`jsonb_set(analysis_data, '{vocabulary,tokens}', '"many"')`],
  ['a field missing', sql`analysis_data #- '{provenance,degraded}'`],
  ['a measure that is a text', sql`jsonb_set(analysis_data, '{rhyme,malmi}', '"dense"')`],
] as const;

let barline: TestBarline;
beforeAll(async () => {
  barline = await openBarline();
}, 60_000);

describe.each(SHAPES)('a stored analysis that is %s', (_, shape) => {
  const spoil = () => barline.sql.query(sql`update analysis_results set analysis_data = ${shape}`);
  let song: number;
  beforeEach(async () => {
    await barline.sql.batch([sql`delete from tracks`, sql`delete from analysis_results`]);
    song = await seedTrack(barline.sql);
    barline.queues.add('barline-analysis', { type: 'track.analyze', track_id: song });
    await barline.deliver();
  });

  it('is left out of its song, which says so, for every reader', async () => {
    await spoil();
    const { status, body } = await barline.call<TrackDetail>(`/tracks/${song}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ lyrics: VERSE, analysis: null, analysis_status: 'unreadable' });
    const anyone = await barline.request(`/tracks/${song}`);
    expect(await anyone.json()).toMatchObject({ analysis: null, analysis_status: 'unreadable' });
  });

  it('fails neither the profile of its artist nor an export', async () => {
    await barline.sql.query(sql`delete from artist_profiles`);
    await spoil();
    const [row] = await barline.sql.query<{ artist_id: number }>(
      sql`select artist_id from tracks where id = ${song}::int`,
    );
    const { status, body } = await barline.call<Artist>(`/artists/${row?.artist_id}`);
    expect(status).toBe(200);
    expect(body.profile?.songs).toBe(1);
    for (const path of ['/export/analyses', '/export/tracks']) {
      const lines = await (await barline.request(path, { headers: ADMIN })).text();
      expect(lines.trim().split('\n')).toHaveLength(1);
    }
  });

  it('is an error of its batch item, not of the batch', async () => {
    const items = ['one', 'two'].map((word) => ({ lyrics: `${VERSE}\nVersion ${word}` }));
    const { body: batch } = await barline.call<SubmittedBatch>('/batch', { items });
    await barline.deliver();
    await barline.sql.query(sql`
      update analysis_results set analysis_data = ${shape} where id = (select analysis_id from batch_items
        where batch_id = ${batch.batch_id}::uuid and position = 0)`);
    const path = `/batch/${batch.batch_id}/results`;
    const { body } = await barline.call<BatchResultPage>(path);
    expect(body.items).toMatchObject([
      {
        status: 'done',
        analysis: null,
        error: { code: 'INTERNAL', message: expect.stringContaining('submit') },
      },
      { status: 'done', analysis: { provenance: { analyzer: 'algorithmic' } }, error: null },
    ]);
    const lines = (await (await barline.request(`${path}?format=ndjson`)).text()).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(body.items);
  });

  it('is replaced when the text is analysed again', async () => {
    const body = { lyrics: `${VERSE}\nA line of its own`, analyzer: 'algorithmic' };
    const first = await barline.call<AnalyzedLyrics>('/analyze', body);
    await spoil();
    const second = await barline.call<AnalyzedLyrics>('/analyze', body);
    expect(second.body).toMatchObject({ cached: false, analysis: { themes: first.body.analysis.themes } });
    const third = await barline.call<AnalyzedLyrics>('/analyze', body);
    expect(third.body).toMatchObject({ cached: true, analysis: { themes: first.body.analysis.themes } });
  });
});

describe('stored results of another shape', () => {
  it('of a validated text are an error of the batch item', async () => {
    const request = { items: [{ lyrics: VERSE }], operation: 'validate' };
    const { body: batch } = await barline.call<SubmittedBatch>('/batch', request);
    await barline.deliver();
    await barline.sql.query(sql`
      update batch_items set result = '{"ok": true}' where batch_id = ${batch.batch_id}::uuid`);
    const { body } = await barline.call<BatchResultPage>(`/batch/${batch.batch_id}/results`);
    expect(body.items).toMatchObject([{ status: 'done', validation: null, error: { code: 'INTERNAL' } }]);
  });

  it('that are sections are computed again from the text', async () => {
    const song = await seedTrack(barline.sql, { title: 'Sections' });
    await barline.sql.query(sql`update tracks set sections = '[{"name": "Verse"}]' where id = ${song}::int`);
    const { body } = await barline.call<TrackDetail>(`/tracks/${song}`);
    expect(body.sections.map(({ label, start_line, end_line }) => [label, start_line, end_line])).toEqual([
      ['Verse 1', 1, 6],
      ['Chorus', 7, 11],
    ]);
  });
});

describe.each([
  ['a list', '[]'],
  ['other fields', '{"songs": "three"}'],
])('a stored profile that is %s', (_, shape) => {
  const names = ['Arden Pike', 'Bela Stone'];
  const idOf = async (name: string): Promise<number> => {
    const rows = await barline.sql.query<{ id: number }>(
      sql`select id from artists where name = ${name}::text`,
    );
    return rows[0]?.id ?? 0;
  };
  const read = async (name: string) => (await barline.call<Artist>(`/artists/${await idOf(name)}`)).body;

  it.each(['profile', 'measures'])('in place of its %s is computed again', async (column) => {
    for (const artist of names)
      await seedSong(barline.sql, {
        artist,
        title: `Song ${column} ${shape}`,
        lyrics: `${artist} ${column} ${shape}`,
      });
    const before = await read('Arden Pike');
    const spoil = () =>
      barline.sql.query({ text: `update artist_profiles set ${column} = $1::jsonb`, params: [shape] });
    await spoil();
    const { computed_at, ...after } = await read('Arden Pike');
    expect(after).toEqual({ ...before, computed_at: undefined });
    await spoil();
    const ids = await Promise.all(names.map(idOf));
    const { status, body } = await barline.call<Comparison>(`/artists/compare?ids=${ids.join(',')}`);
    expect(status).toBe(200);
    expect(body.artists.map(({ name, songs }) => [name, songs])).toEqual([
      ['Arden Pike', before.profile?.songs],
      ['Bela Stone', before.profile?.songs],
    ]);
  });

  it('does not fail the ranking of other artists', async () => {
    await read('Bela Stone');
    await barline.sql.query(sql`
      update artist_profiles set songs = 9, measures = ${shape}::jsonb || '{"mtld": "high"}'
      where artist_id = ${await idOf('Bela Stone')}::int`);
    expect((await read('Arden Pike')).percentiles).toEqual(expect.any(Array));
  });
});
