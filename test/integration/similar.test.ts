import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/client.ts';
import { storeAnalysisEmbedding } from '../../src/db/queries/catalogue-analyses.ts';
import { findStoredModel } from '../../src/db/queries/embedding-model.ts';
import { vectorToSql } from '../../src/db/vectors.ts';
import { listNearPairs } from '../../src/services/search/list-near-pairs.ts';
import { type KnownSong, knownSongs, storeKnownSongs } from '../support/search-catalogue.ts';
import { openBarline, type TestBarline } from '../support/test-barline.ts';
import type { Problem, Recommendations, SimilarTracks } from '../support/wire-types.ts';

const COUNT = 60;
const AUDIO_DIMENSIONS = 12;
const songs = knownSongs(COUNT);
const byId = new Map(songs.map((song) => [song.id, song]));
let barline: TestBarline;

const song = (id: number): KnownSong => byId.get(id) as KnownSong;
const cosine = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
const sound = ({ vector }: KnownSong): number[] => {
  const part = vector.slice(0, AUDIO_DIMENSIONS);
  return part.map((x) => x / Math.hypot(...part));
};
/** The vector of a song's analysis is its lyrics vector reversed, so that the two give different orders. */
const said = ({ vector }: KnownSong): number[] => vector.toReversed();

beforeAll(async () => {
  barline = await openBarline();
  const model = barline.vars.EMBEDDINGS_MODEL ?? '';
  await storeKnownSongs(barline.sql, songs, model);
  await barline.sql.batch(
    songs.flatMap((one) => [
      sql`update tracks set audio_embedding = ${vectorToSql(sound(one))}::vector where id = ${one.id}::int`,
      sql`update analysis_results set analysis_embedding = ${vectorToSql(said(one))}::vector,
        embedding_model = ${model}::text where track_id = ${one.id}::int`,
    ]),
  );
}, 60_000);

const similar = async (id: number, query = '') =>
  (await barline.call<SimilarTracks>(`/tracks/${id}/similar?limit=50${query}`)).body;
const originals = songs.filter(({ duplicateOf }) => duplicateOf === null);
/** The other songs, the nearest first. */
const nearest = (id: number, vectorOf: (one: KnownSong) => number[]): number[] =>
  originals
    .filter((one) => one.id !== id)
    .toSorted((a, b) => cosine(vectorOf(b), vectorOf(song(id))) - cosine(vectorOf(a), vectorOf(song(id))))
    .map((one) => one.id);

/** The other songs by the weighted mean of their cosines in several spaces, the best first. */
const rankedByMean = (id: number, spaces: [number, (one: KnownSong) => number[]][]) => {
  const total = spaces.reduce((sum, [weight]) => sum + weight, 0);
  const score = (one: KnownSong): number =>
    spaces.reduce((sum, [weight, of]) => sum + (weight * cosine(of(one), of(song(id)))) / total, 0);
  return originals
    .filter((one) => one.id !== id)
    .map((one) => ({ id: one.id, score: score(one) }))
    .toSorted((a, b) => b.score - a.score);
};

describe('similar songs', () => {
  it.each([
    ['lyrics', (one: KnownSong) => one.vector],
    ['audio', sound],
    ['analysis', said],
  ])('by %s are the nearest in that space, without other versions', async (by, vectorOf) => {
    const { items } = await similar(3, `&by=${by}`);
    expect(items.map(({ id }) => id)).toEqual(nearest(3, vectorOf).slice(0, 50));
  });

  it('by all three are ranked by the weighted mean of the similarities', async () => {
    const { items } = await similar(3, '&by=combined&weights=2,1,1');
    const expected = rankedByMean(3, [
      [2, (one) => one.vector],
      [1, sound],
      [1, said],
    ]);
    expect(items.map(({ id }) => id)).toEqual(expected.slice(0, 50).map(({ id }) => id));
    for (const [i, one] of items.entries()) {
      expect(one.score).toBeCloseTo(expected[i]?.score ?? 0, 3);
      const { lyrics_similarity: l, audio_similarity: s, analysis_similarity: a } = one;
      expect(one.score).toBeCloseTo((2 * (l ?? 0) + (s ?? 0) + (a ?? 0)) / 4, 5);
    }
  });

  it('by a space that one of the two songs lacks are compared in the others alone', async () => {
    const [lacks = 0] = nearest(3, ({ vector }) => vector);
    const [stored] = await barline.sql.query<{ vector: string }>(
      sql`select audio_embedding::text as vector from tracks where id = ${lacks}::int`,
    );
    await barline.sql.query(sql`update tracks set audio_embedding = null where id = ${lacks}::int`);
    const { items } = await similar(3, '&by=combined&weights=2,1,1');
    await barline.sql.query(
      sql`update tracks set audio_embedding = ${stored?.vector ?? ''}::vector where id = ${lacks}::int`,
    );
    const lacking = items.find(({ id }) => id === lacks);
    const [inLyrics, inAnalysis] = [
      cosine(song(lacks).vector, song(3).vector),
      cosine(said(song(lacks)), said(song(3))),
    ];
    expect(lacking?.audio_similarity).toBeNull();
    expect(lacking?.score).toBeCloseTo((2 * inLyrics + inAnalysis) / 3, 3);
  });

  it('exclude the artist and respect filters', async () => {
    const { items } = await similar(3, '&exclude_artist=true&language=en&from_year=2000');
    const expected = nearest(3, ({ vector }) => vector).filter(
      (id) => song(id).artist !== song(3).artist && song(id).language === 'en' && song(id).year >= 2000,
    );
    expect(items.map(({ id }) => id)).toEqual(expected);
  });

  it('are distinguished by whether words and music agree in mood', async () => {
    const contrast = await similar(3, '&mood=contrast');
    const agree = await similar(3, '&mood=agree');
    expect(contrast.items.length * agree.items.length).toBeGreaterThan(0);
    for (const { mood } of contrast.items)
      expect(Math.abs((mood.words ?? 0) - (mood.music ?? 0))).toBeGreaterThan(0.5);
    for (const { mood } of agree.items)
      expect(Math.abs((mood.words ?? 0) - (mood.music ?? 0))).toBeLessThanOrEqual(0.5);
  });

  it('return an error for a song without a vector or an unknown song', async () => {
    await barline.sql.query(sql`update tracks set audio_embedding = null where id = 5`);
    expect(await similar(5, '&by=audio')).toMatchObject({ items: [], reason: 'no_vector' });
    expect((await barline.request('/tracks/999999/similar')).status).toBe(404);
  });
});

describe('recommendations', () => {
  const recommend = (body: object) => barline.call<Recommendations & Problem>('/recommendations', body);
  const meanOf = (ids: readonly number[], vectorOf: (one: KnownSong) => number[]): number[] =>
    vectorOf(song(1)).map(
      (_, i) => ids.reduce((sum, id) => sum + (vectorOf(song(id))[i] ?? 0), 0) / ids.length,
    );

  it('are nearest to liked and far from disliked songs by words, analysis and labels, and contain neither', async () => {
    const { body } = await recommend({ liked: [2, 3], disliked: [4], diversity: 0, limit: 50 });
    const nearness = (vectorOf: (one: KnownSong) => number[]) => {
      const centre = meanOf([2, 3], vectorOf).map((x, i) => 0.75 * x - 0.15 * (vectorOf(song(4))[i] ?? 0));
      return (one: KnownSong): number => cosine(vectorOf(one), centre) / Math.hypot(...centre);
    };
    const byWords = nearness(({ vector }) => vector);
    const byAnalysis = nearness(said);
    const shareOf = (one: KnownSong, ids: readonly number[]): number => {
      const labels = ids.flatMap((id) => [
        ...song(id).themes.map((name) => [name, 2]),
        [song(id).sentiment, 0.5],
      ]);
      const own: unknown[] = [...one.themes, one.sentiment];
      const sum = (some: typeof labels) => some.reduce((all, [, weight]) => all + Number(weight), 0);
      return sum(labels.filter(([name]) => own.includes(name))) / sum(labels);
    };
    const worth = (one: KnownSong): number =>
      0.55 * byWords(one) + 0.25 * byAnalysis(one) + 0.2 * (shareOf(one, [2, 3]) - 0.2 * shareOf(one, [4]));
    const expected = originals
      .filter(({ id }) => ![2, 3, 4].includes(id))
      .toSorted((a, b) => worth(b) - worth(a))
      .map(({ id }) => id);
    expect(body.items.map(({ track }) => track.id)).toEqual(expected.slice(0, 50));
    expect(body.items[0]?.relevance).toBeCloseTo(worth(song(expected[0] ?? 0)), 3);
    expect(body.items.map((item) => item.rank_by_relevance)).toEqual(
      Array.from({ length: body.items.length }, (_, i) => i + 1),
    );
  });

  it('say what each has in common with the liked songs', async () => {
    const { body } = await recommend({ liked: [2, 3], limit: 20 });
    for (const { track, shared } of body.items) {
      const liked = [song(2), song(3)];
      const themes = song(track.id).themes.filter((theme) => liked.some((one) => one.themes.includes(theme)));
      expect(shared.themes.toSorted()).toEqual(themes.toSorted());
      const own = song(track.id);
      expect(shared.language).toBe(
        liked.some(({ language }) => language === own.language) ? own.language : null,
      );
      expect(shared.artist).toBe(liked.some(({ artist }) => artist === own.artist) ? own.artist : null);
      const best = liked.toSorted(
        (a, b) => cosine(said(b), said(song(track.id))) - cosine(said(a), said(song(track.id))),
      );
      expect(shared.nearest_liked?.id).toBe(best[0]?.id);
    }
  });

  it('are less similar to each other with more diversity', async () => {
    const likeness = async (diversity: number): Promise<number> => {
      const { body } = await recommend({ liked: [2], diversity, limit: 8 });
      const vectors = body.items.map(({ track }) => said(song(track.id)));
      const pairs = vectors.flatMap((a, i) => vectors.slice(i + 1).map((b) => cosine(a, b)));
      return pairs.reduce((sum, x) => sum + x, 0) / pairs.length;
    };
    expect(await likeness(0.9)).toBeLessThan(await likeness(0));
  });

  it('follow a described profile, within filters and without liked artists', async () => {
    const { status, body } = await recommend({
      liked: [2],
      profile: 'hopeful songs about leaving home',
      exclude_artists: true,
      filters: { language: 'en', explicit: true },
    });
    expect(status).toBe(200);
    expect(body.items.length).toBeGreaterThan(0);
    for (const { track } of body.items) {
      expect(track).toMatchObject({ language: 'en', explicit: true });
      expect(track.artist).not.toBe(song(2).artist);
    }
  });

  it('of a description answer it by words, and say which', async () => {
    const { body } = await recommend({
      profile: 'songs about a marble lamp',
      disliked: [4],
      diversity: 0,
      limit: 5,
    });
    expect(body.items).toHaveLength(5);
    const [first] = body.items;
    expect(song(first?.track.id ?? 0).lyrics).toMatch(/marble/);
    expect(song(first?.track.id ?? 0).lyrics).toMatch(/lamp/);
    expect(first).toMatchObject({
      shared: { words: ['marble', 'lamp'], nearest_liked: null, language: null },
    });
    expect(first?.reason).toContain('says "marble", "lamp"');
    const themed = await recommend({ profile: 'songs about grieving', limit: 5 });
    expect(themed.body.items[0]).toMatchObject({ shared: { themes: ['loss_grief'] } });
    expect(themed.body.items[0]?.reason).toMatch(/^about loss grief/);
  });

  it.each([
    [{ liked: [999_999] }, 422, 'body.liked.0'],
    [{ liked: [2], disliked: [3, 2] }, 422, 'body.disliked.1'],
    [{ liked: [] }, 422, 'body.liked'],
  ])('for %j are rejected', async (body, status, path) => {
    const answer = await recommend(body);
    expect(answer.status).toBe(status);
    expect(answer.body.errors?.map((error) => error.path)).toEqual([path]);
  });

  it('wait for an analysis with a vector', async () => {
    await barline.sql.query(sql`update analysis_results set analysis_embedding = null, embedding_model = null
      where track_id = 9`);
    expect(await recommend({ liked: [9] })).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
  });
});

describe('the vector of an analysis', () => {
  it('is stored only on the current analysis of its text', async () => {
    const insert = (version: string, degraded: boolean) => sql`
      insert into analysis_results (origin, track_id, text_hash, analyzer_type, model_version, status, analysis_data,
        degraded)
      values ('catalogue', 11, 'known-11', 'hybrid', ${version}::text, 'done', '{}', ${degraded}::boolean) returning id, updated_at::text as version`;
    const [[better], [standIn]] = [
      await barline.sql.query<{ id: number; version: string }>(insert('better', false)),
      await barline.sql.query<{ id: number; version: string }>(insert('stand-in', true)),
    ];
    for (const row of [better, standIn])
      await storeAnalysisEmbedding(barline.sql, {
        analysisId: row?.id ?? 0,
        version: row?.version ?? '',
        model: (await findStoredModel(barline.sql)) ?? '',
        vector: said(song(11)),
      });
    const rows = await barline.sql.query<{ id: number }>(
      sql`select id from analysis_results where text_hash = 'known-11' and analysis_embedding is not null`,
    );
    expect(rows).toEqual([{ id: better?.id }]);
  });
});

describe('the published SQL queries', () => {
  const titlesNear = (vector: readonly number[]) => sql`
    select title, artist, lyrics_embedding <=> ${vectorToSql(vector)}::vector as distance
    from tracks where lyrics_embedding is not null order by distance limit 5`;

  it('finds the nearest lyrics', async () => {
    const rows = await barline.sql.query<{ title: string }>(titlesNear(song(8).vector));
    expect(rows[0]?.title).toBe(song(8).title);
  });

  it('joins pairs of songs within an audio distance', async () => {
    const rows = await barline.sql.query<{ a: number; b: number; distance: number }>(sql`
      select t1.id as a, t2.id as b, t1.audio_embedding <-> t2.audio_embedding as distance
      from tracks t1 join tracks t2 on t1.id < t2.id
      where t1.audio_embedding <-> t2.audio_embedding < ${0.9}::float8 order by distance`);
    for (const { a, b, distance } of rows) {
      const [x, y] = [sound(song(a)), sound(song(b))];
      expect(Number(distance)).toBeCloseTo(Math.hypot(...x.map((value, i) => value - (y[i] ?? 0))), 4);
    }
    expect(rows.length).toBeGreaterThan(0);
  });

  it.each(['audio', 'lyrics'] as const)(
    'finds the same pairs by %s as the index song by song',
    async (space) => {
      const vectorOf = space === 'audio' ? sound : (one: KnownSong) => one.vector;
      const maxDistance = space === 'audio' ? 0.4 : 0.95;
      const there = songs.filter(({ id }) => id !== 5);
      const original = (one: KnownSong): number => one.duplicateOf ?? one.id;
      const expected = there.flatMap((a) =>
        there.flatMap((b) =>
          a.id < b.id && original(a) !== original(b) && 1 - cosine(vectorOf(a), vectorOf(b)) <= maxDistance
            ? [`${a.id} ${b.id}`]
            : [],
        ),
      );
      const found: string[] = [];
      for await (const pairs of listNearPairs(
        { sql: barline.sql },
        { space, maxDistance, neighbours: COUNT },
      ))
        found.push(...pairs.map(({ id, other_id }) => `${Math.min(id, other_id)} ${Math.max(id, other_id)}`));
      expect(found.filter((pair) => !pair.split(' ').includes('5')).toSorted()).toEqual(expected.toSorted());
      expect(expected.length).toBeGreaterThan(5);
    },
  );

  it('matches analyses with their songs', async () => {
    const rows = await barline.sql.query<{ title: string; sentiment: string }>(sql`
      select t.title, t.artist, ar.sentiment, ar.themes, ar.analysis_embedding <=> ${vectorToSql(said(song(8)))}::vector as d
      from analysis_results ar join tracks t on t.id = ar.track_id
      where ar.analysis_embedding is not null order by d limit 3`);
    expect(rows[0]).toMatchObject({ title: song(8).title, sentiment: song(8).sentiment });
  });
});
