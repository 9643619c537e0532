import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/client.ts';
import type { TakedownDto } from '../../src/services/takedowns/takedown-dto.ts';
import { ADMIN, openBarline, type TestBarline } from '../support/test-barline.ts';
import type { AnalyzedLyrics, TrackDetail, TrackIngestResult, TrackPage } from '../support/wire-types.ts';

/** One with an instrumental and a remix, and one that is taken down as a whole. */
const ARTISTS = ['Oda Brightwater', 'Kilo Meridian'];

const SONGS = 3;

let barline: TestBarline;
let song: TrackDetail;
let line: string;

const pageOf = async (artist: string) => {
  const query = new URLSearchParams({ limit: '100', artist });
  return (await barline.call<TrackPage>(`/tracks?${query}`)).body.items;
};
const detailOf = async (id: number) => (await barline.call<TrackDetail>(`/tracks/${id}`)).body;
const takeDown = (kind: 'track' | 'artist', id: number) =>
  barline.call<TakedownDto & { code: string }>('/admin/takedowns', { kind, id, reason: 'Asked for' });

async function scrapeAgain(name: string): Promise<void> {
  await barline.call('/ingest/artists', { name, limit: SONGS });
  await barline.deliver();
}

let rows = 0;

/** Imports a song together with one that nobody took down. */
async function importSong(given: { artist: string; title: string; lyrics: string }) {
  rows += 1;
  const free = {
    artist: 'Anybody',
    title: `Free ${rows}`,
    lyrics: `Nobody took down number ${rows}\nof these`,
  };
  const response = await barline.request('/ingest/tracks', {
    method: 'POST',
    headers: { ...ADMIN, 'content-type': 'application/x-ndjson' },
    body: [given, free].map((row) => JSON.stringify(row)).join('\n'),
  });
  const body = (await response.json()) as TrackIngestResult;
  return { added: body.added, refused: body.refusals.map(({ reason }) => reason) };
}

/** Every table with a row that holds the text in any column. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await barline.sql.query<{ name: string }>(sql`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'`);
  const found: string[] = [];
  for (const { name } of tables) {
    const statement = {
      text: `select 1 from ${name} t where t::text ilike $1 limit 1`,
      params: [`%${text}%`],
    };
    if ((await barline.sql.query(statement)).length > 0) found.push(name);
  }
  return found;
}

const analyze = async () =>
  (await barline.call<AnalyzedLyrics>('/analyze', { lyrics: song.lyrics, analyzer: 'algorithmic' })).body;

beforeAll(async () => {
  barline = await openBarline({ redis: 'auto', artists: ARTISTS, vars: { PUBLIC_LYRICS: 'true' } });
  for (const name of ARTISTS) await scrapeAgain(name);
  await barline.runSchedule(new Date('2026-06-01T00:00:00Z'));
  await barline.deliver();
  const songs = await pageOf('Oda Brightwater');
  const withWords = await Promise.all(songs.map(({ id }) => detailOf(id)));
  const chosen = withWords.find(({ lyrics, duplicate_of }) => lyrics !== null && duplicate_of === null);
  if (chosen === undefined) throw new Error('no song with words');
  song = chosen;
  line = song.lyrics?.split('\n').find((one) => one.length > 25 && !one.includes("'")) ?? '';
  await analyze();
}, 120_000);

describe('taking down a song of a few words', () => {
  it('keeps songs of others that have the same few words', async () => {
    const hooks = [
      { artist: 'Zed One', title: 'Hook', lyrics: 'Yeah yeah yeah\nYeah yeah yeah' },
      { artist: 'Why Two', title: 'Interlude', lyrics: '[Intro]\nYeah, yeah, yeah!\nYeah yeah yeah' },
    ];
    for (const hook of hooks) expect((await importSong(hook)).refused).toEqual([]);
    const [asked] = await pageOf('Zed One');
    const { body } = await takeDown('track', asked?.id ?? 0);
    expect(body.removed_tracks).toEqual([asked?.id]);
    expect(await pageOf('Why Two')).toHaveLength(1);
    const later = { artist: 'Ex Three', title: 'Skit', lyrics: 'yeah yeah yeah yeah yeah yeah' };
    expect((await importSong(later)).refused).toEqual([]);
    const [same] = hooks;
    expect(same && (await importSong(same)).refused).toEqual(['it was taken down']);
  });
});

describe('taking down a song', () => {
  it('removes it from everything that is stored and answered', async () => {
    expect(await tablesWith(line)).toContain('tracks');
    expect((await analyze()).cached).toBe(true);
    const counted = sql`select 1 from word_periods where song_ids @> array[${song.id}::int] limit 1`;
    expect(await barline.sql.query(counted)).toHaveLength(1);
    const { status, body } = await takeDown('track', song.id);
    expect(status).toBe(201);
    expect(body).toMatchObject({ kind: 'track', subject: `Oda Brightwater, ${song.title}`, lifted_at: null });
    expect(body.removed_tracks).toContain(song.id);
    expect(await tablesWith(line)).toEqual([]);
    for (const id of body.removed_tracks)
      expect((await barline.request(`/tracks/${id}`, { headers: ADMIN })).status).toBe(404);
    const exported = await (await barline.request('/export/tracks?lyrics=true', { headers: ADMIN })).text();
    expect(exported).toContain('Kilo Meridian');
    expect(exported).not.toContain(line);
    const found = await (await barline.request(`/search?${new URLSearchParams({ q: line })}`)).text();
    expect(found.replace(/"query":"[^"]*"/, '')).not.toContain(`"id":${song.id},`);
    const left = await barline.sql.query(sql`
      select 1 from track_passages where track_id = ${song.id}::int
      union all select 1 from track_words where track_id = ${song.id}::int
      union all select 1 from word_periods where song_ids @> array[${song.id}::int]
      union all select 1 from analysis_results where text_hash not in (select text_hash from tracks where text_hash is not null)
        and origin = 'catalogue'`);
    expect(left).toEqual([]);
    expect((await analyze()).cached).toBe(false);
  });

  it('keeps it from being scraped again', async () => {
    await barline.sql.query(sql`update tracks set lyrics_updated_at = null, scraped_at = null`);
    await scrapeAgain('Oda Brightwater');
    const songs = await pageOf('Oda Brightwater');
    expect(songs.length).toBeGreaterThan(0);
    expect(songs.map(({ title }) => title)).not.toContain(song.title);
  });

  it('refuses a song that was being scraped meanwhile, without failing its run', async () => {
    const [run] = await barline.sql.query<{ run_id: number }>(sql`
      with run as (
        insert into ingest_runs (artist_id, trigger, status, listed)
        select id, 'api', 'running', true from artists where name = 'Oda Brightwater' returning id)
      insert into ingest_items (run_id, genius_id)
      select run.id, m.value::int from run, takedown_marks m where m.kind = 'genius_id' limit 1 returning run_id, genius_id`);
    const [item] = await barline.sql.query<{ genius_id: number }>(
      sql`select genius_id from ingest_items where run_id = ${run?.run_id ?? 0}::int`,
    );
    barline.queues.add('barline-ingest', {
      type: 'song.scrape',
      run_id: run?.run_id,
      genius_id: item?.genius_id,
    });
    await barline.deliver();
    const items = await barline.sql.query(
      sql`select status, outcome from ingest_items where run_id = ${run?.run_id ?? 0}::int`,
    );
    expect(items).toEqual([{ status: 'done', outcome: 'taken_down' }]);
    expect(await tablesWith(line)).toEqual([]);
  });

  it('refuses it in an import under any name, and stores the other rows', async () => {
    const lyrics = song.lyrics ?? '';
    const [first = '', ...rest] = lyrics.split('\n');
    const versions = [
      { artist: 'Oda Brightwater', title: song.title, lyrics: 'Other words\nof the same name' },
      {
        artist: 'ODA  BRIGHTWATER',
        title: song.title.toUpperCase(),
        lyrics: 'Other words\nin capital letters',
      },
      { artist: 'Somebody Else', title: 'Another Name', lyrics },
      { artist: 'Somebody Else', title: 'Nearly', lyrics: [...rest, `${first} oh`].join('\n') },
    ];
    for (const [i, version] of versions.entries())
      expect(await importSong(version), `version ${i}`).toEqual({ added: 1, refused: ['it was taken down'] });
    expect(await tablesWith(line)).toEqual([]);
  });

  it('is recorded, listed, and can be lifted: then the song may come back', async () => {
    const { body } = await barline.call<{ items: TakedownDto[] }>('/admin/takedowns');
    const [takedown] = body.items;
    expect(takedown?.reason).toBe('Asked for');
    const lifted = await barline.request(`/admin/takedowns/${takedown?.id}`, {
      method: 'DELETE',
      headers: ADMIN,
    });
    expect(((await lifted.json()) as TakedownDto).lifted_at).not.toBeNull();
    await scrapeAgain('Oda Brightwater');
    expect((await pageOf('Oda Brightwater')).map(({ title }) => title)).toContain(song.title);
    const audit = await barline.call<{ items: { action: string }[] }>('/admin/audit?limit=5');
    expect(audit.body.items.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['liftTakedown', 'watchArtist']),
    );
  });

  it.each(['track', 'artist'] as const)(
    'answers 404 for a %s that does not exist, and marks nothing',
    async (kind) => {
      const before = await barline.sql.query(sql`select count(*) from takedown_marks`);
      expect(await takeDown(kind, 987_654)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
      expect(await barline.sql.query(sql`select count(*) from takedown_marks`)).toEqual(before);
    },
  );
});

describe('taking down an artist', () => {
  it('removes all songs, stops watching, and refuses both to come back', async () => {
    const songs = await pageOf('Kilo Meridian');
    const [one] = songs;
    const { lyrics, artist_id } = (await detailOf(one?.id ?? 0)) as TrackDetail & { artist_id: number };
    const artist =
      artist_id ??
      (await barline.sql.query<{ id: number }>(sql`select id from artists where name = 'Kilo Meridian'`))[0]
        ?.id;
    const other = (await pageOf('Oda Brightwater')).length;
    const { status, body } = await takeDown('artist', artist);
    expect(status).toBe(201);
    expect(body.removed_tracks).toEqual(songs.map(({ id }) => id).toSorted((a, b) => a - b));
    expect(await pageOf('Kilo Meridian')).toEqual([]);
    expect((await pageOf('Oda Brightwater')).length).toBe(other);
    expect(await barline.call('/ingest/artists', { name: 'kilo meridian' })).toMatchObject({ status: 409 });
    const watched = await barline.sql.query(
      sql`select 1 from artists where name = 'Kilo Meridian' and watched`,
    );
    expect(watched).toEqual([]);
    const words = 'A song that was never stored\nby an artist who is gone';
    expect(await importSong({ artist: 'KILO MERIDIAN', title: 'New', lyrics: words })).toEqual({
      added: 1,
      refused: ['it was taken down'],
    });
    expect(await importSong({ artist: 'A Stranger', title: 'Borrowed', lyrics: lyrics ?? '' })).toEqual({
      added: 1,
      refused: ['it was taken down'],
    });
    const profiles = await barline.sql.query(
      sql`select 1 from artist_profiles where artist_id = ${artist}::int`,
    );
    expect(profiles).toEqual([]);
  });
});
