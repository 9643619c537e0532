import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildTrends, clusterCounts } from '../../../scripts/trends/build-trends.ts';
import { sql } from '../../../src/db/client.ts';
import type { ClusterFilters } from '../../../src/db/queries/cluster-answers.ts';
import { decodeMap } from '../../../src/ml/clusters/map-layout.ts';
import { seeded } from '../../../src/ml/compose/random.ts';
import { readClusters } from '../../../src/services/trends/clusters/read-clusters.ts';
import { readMap, readMapSongs } from '../../../src/services/trends/clusters/read-map.ts';
import { MODEL, seedSong } from '../../support/seed-artist.ts';
import { startTestDatabase, type TestDatabase } from '../../support/test-database.ts';

const GROUPS = [
  { front: [1, 0, 0], words: 'harbour lantern boats' },
  { front: [0, 1, 0], words: 'kettle kitchen sunday' },
  { front: [0, 0, 1], words: 'subway ticket turnstile' },
];
const EACH = 15;
const NO_FILTERS: ClusterFilters = { artist: null, language: null, theme: null };
const clock = { now: () => Date.parse('2024-06-01'), sleep: () => Promise.resolve() };

let world: TestDatabase;
const random = seeded(5);
const ids: number[][] = [[], [], []];

/** A song near the middle of its group. */
async function add(group: number, n: number): Promise<number> {
  const { front = [], words = '' } = GROUPS[group] ?? {};
  const vector = [...front, 0, 0, 0, 0].map((value) => value + 0.15 * (random() - 0.5));
  const length = Math.hypot(...vector);
  return seedSong(world.db, {
    artist: `Artist ${group}${n % 4}`,
    title: `Song ${group} ${n}`,
    lyrics: `${words} ${words} number${group}x${n} over and over`,
    date: `${2015 + (n % 9)}-0${1 + (n % 9)}-03`,
    vector: vector.map((value) => value / length),
  });
}

beforeAll(async () => {
  world = await startTestDatabase();
  await world.db.query(
    sql`insert into embedding_models (model) values (${MODEL}::text) on conflict (id) do update set model = excluded.model`,
  );
}, 120_000);
afterAll(() => world.close());

const build = (seed = 1) => buildTrends({ sql: world.db, seed, clusters: null, onStep: () => {} });
const clusters = (filters: Partial<ClusterFilters> = {}, months = 120) =>
  readClusters({ sql: world.db, clock }, { filters: { ...NO_FILTERS, ...filters }, months });
const map = async () => {
  const { bytes, tag } = await readMap({ sql: world.db }, () => false);
  return { tag, ...decodeMap(bytes ?? new Uint8Array()) };
};

describe('a build of clusters and map', { timeout: 60_000 }, () => {
  it('is missing at first, and needs a number of songs, which is said', async () => {
    expect(await clusters()).toMatchObject({ build: null, clusters: [], stale: { is_stale: false } });
    await expect(readMap({ sql: world.db }, () => false)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(readMapSongs({ sql: world.db }, { artist: null, theme: null })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await add(0, 0).then((id) => ids[0]?.push(id));
    await expect(build()).rejects.toThrow('1 songs with a vector; clusters need 20 at least');
  });

  it('finds the groups, with their words, artists, years and examples, and a map on which they lie apart', async () => {
    for (const group of [0, 1, 2])
      for (let n = ids[group]?.length ?? 0; n < EACH; n++) ids[group]?.push(await add(group, n));
    const report = await build();
    expect(report).toMatchObject({ build: 1, songs: 45, matched: null });
    const answer = await clusters();
    expect(answer).toMatchObject({ songs: 45, insufficient: null, stale: { is_stale: false } });
    expect(answer.clusters.map(({ songs }) => songs)).toEqual([15, 15, 15]);
    const harbour = answer.clusters.find(({ label }) => label.includes('harbour'));
    expect(
      harbour?.of_all.words
        .slice(0, 3)
        .map(({ word }) => word)
        .sort(),
    ).toEqual(['boats', 'harbour', 'lantern']);
    expect(harbour?.of_all.artists.map(({ artist }) => artist).sort()).toEqual([
      'Artist 00',
      'Artist 01',
      'Artist 02',
      'Artist 03',
    ]);
    expect(harbour?.of_all.years).toEqual({ first: 2015, median: 2018, last: 2023 });
    expect(harbour?.examples.every(({ id }) => ids[0]?.includes(id))).toBe(true);
    const { points, legend } = await map();
    expect(points).toHaveLength(45);
    expect(legend).toHaveLength(3);
    const keyOf = new Map(points.map(({ id, cluster }) => [id, cluster]));
    expect(new Set(ids[0]?.map((id) => keyOf.get(id))).size).toBe(1);
  });

  it('counts only songs of the window that pass the filters', async () => {
    const one = await clusters({ artist: 'artist 01' });
    expect(one.songs).toBe(4);
    expect(one.clusters[0]).toMatchObject({ songs: 4, share: 1 });
    await world.db.query(sql`
      insert into artist_aliases (name, artist_id) select 'Number One', id from artists where name = 'Artist 01'`);
    for (const spelling of ['ARTIST 01', 'number one'])
      expect((await clusters({ artist: spelling })).songs).toBe(4);
    expect((await clusters({ artist: 'Nobody' })).songs).toBe(0);
    const recent = await clusters({}, 12);
    expect(recent.window).toEqual({ from: '2022-10-01', to: '2023-09-30' });
    expect((await clusters({}, 3)).window).toEqual({ from: '2023-06-05', to: '2023-09-03' });
    expect(recent.clusters[0]?.years.map(({ year }) => year)).toEqual([2023]);
    expect(await clusters({ language: 'fr' })).toMatchObject({
      songs: 0,
      insufficient: expect.stringContaining('No dated song'),
    });
  });

  it('tells which songs of the map are by an artist or about a theme', async () => {
    const songsOf = (filters: Parameters<typeof readMapSongs>[1]) => readMapSongs({ sql: world.db }, filters);
    const { build: number, points } = await map();
    const all = await songsOf({ artist: null, theme: null });
    expect(all).toEqual({ build: number, ids: points.map(({ id }) => id).sort((a, b) => a - b) });
    const own = await songsOf({ artist: 'ARTIST 01', theme: null });
    expect(own.ids).toEqual(ids[0]?.filter((_, n) => n % 4 === 1));
    expect((await songsOf({ artist: 'Artist 01', theme: 'love' })).ids).toEqual([]);
  });

  it('is the same for the same songs and seed, and keeps names, colours and places with another seed', async () => {
    const before = await clusters();
    const places = new Map((await map()).points.map((point) => [point.id, point]));
    await build();
    // Turned to where it was, a place is rounded again.
    for (const { id, x, y } of (await map()).points) {
      expect(Math.abs(x - (places.get(id)?.x ?? 0))).toBeLessThan(5);
      expect(Math.abs(y - (places.get(id)?.y ?? 0))).toBeLessThan(5);
    }
    expect(await build(77)).toMatchObject({ build: 3, matched: 3 });
    const after = await clusters();
    const names = (one: typeof before) =>
      one.clusters.map(({ key, label, colour }) => [key, label, colour]).sort();
    expect(names(after)).toEqual(names(before));
    const { points } = await map();
    expect(points.every(({ id, cluster }) => places.get(id)?.cluster === cluster)).toBe(true);
  });

  it('loses songs that are removed, repeat another or change, from clusters and map, and says that it is stale', async () => {
    const { tag } = await map();
    const [removed = 0, repeats = 0, edited = 0, kept = 0] = ids[1] ?? [];
    await world.db.batch([
      sql`delete from tracks where id = ${removed}::int`,
      sql`update tracks set duplicate_of = ${kept}::int where id = ${repeats}::int`,
      sql`update tracks set lyrics = 'another text' where id = ${edited}::int`,
    ]);
    expect(await clusters()).toMatchObject({ songs: 42, stale: { is_stale: true, removed_songs: 3 } });
    const lost = await map();
    expect(lost.tag).not.toBe(tag);
    expect(lost.points.filter(({ id }) => id === 0)).toHaveLength(3);
    expect(lost.points.map(({ id }) => id)).not.toContain(removed);
    const shown = (await clusters()).clusters.flatMap(({ of_all }) => of_all.examples);
    expect(shown.filter((id) => [removed, repeats, edited].includes(id))).toEqual([]);
    await world.db.query(sql`delete from tracks where artist = 'Artist 01'`);
    const artists = (await clusters()).clusters.flatMap(({ of_all }) =>
      of_all.artists.map(({ artist }) => artist),
    );
    expect(artists).toContain('Artist 02');
    expect(artists).not.toContain('Artist 01');
    await add(2, 40);
    await build();
    expect(await clusters()).toMatchObject({
      songs: 39,
      stale: { is_stale: false, removed_songs: 0, newer_songs: 0 },
    });
    expect((await map()).points).toHaveLength(39);
  });

  it('sends no map to a reader who has it', async () => {
    const { tag } = await map();
    expect(await readMap({ sql: world.db }, (one) => one === tag)).toEqual({ tag, bytes: null });
  });
});

describe('numbers of clusters', () => {
  it.each([
    [20, 2, 2],
    [79, 2, 9],
    [500, 6, 40],
    [57_718, 6, 40],
  ])('for %d songs are from %d to %d', (songs, least, most) => {
    const counts = clusterCounts(songs);
    expect(counts[0]).toBe(least);
    expect(counts.at(-1)).toBeLessThanOrEqual(most);
    expect(counts.at(-1)).toBeGreaterThan(most * 0.8);
  });
});
