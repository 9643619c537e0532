import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readLexicon } from '../../../../scripts/read-lexicon.ts';
import { type Row, sql } from '../../../../src/db/client.ts';
import {
  computeMeasureQuantiles,
  findMeasureQuantiles,
  refreshMeasureQuantiles,
} from '../../../../src/db/queries/measure-quantiles.ts';
import { analyzeLyrics } from '../../../../src/lyrics/analyze.ts';
import type { AlgorithmicAnalysis } from '../../../../src/lyrics/contract.ts';
import { openLexicon } from '../../../../src/lyrics/phonetics/lexicon.ts';
import { rhymedEnds, scoreMeasures } from '../../../../src/lyrics/scores/measures.ts';
import { THEMES } from '../../../../src/lyrics/themes/theme-names.ts';
import { MEASURES } from '../../../../src/ml/trends/measures.ts';
import { unpackSongs, valueAt } from '../../../../src/ml/trends/packed-songs.ts';
import { VERSE } from '../../../support/seed.ts';
import {
  type SeededAnalysis,
  type SeededSong,
  seedAnalysis,
  seedSong,
} from '../../../support/seed-artist.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

let world: TestDatabase;
let analysis: AlgorithmicAnalysis;
beforeAll(async () => {
  world = await startTestDatabase();
  analysis = analyzeLyrics(VERSE, { lexicon: openLexicon(await readLexicon()) });
}, 120_000);
afterAll(() => world.close());
beforeEach(() => world.db.batch([sql`delete from analysis_results`, sql`delete from tracks`]));

const SONG = { artist: 'Mara Lune', title: 'Lamps', lyrics: 'A lamp along the lane', date: '2020-05-01' };
const add = (song: Partial<SeededSong> = {}) => seedSong(world.db, { ...SONG, analysis: {}, ...song });
const rows = () => world.db.query(sql`select * from track_measures order by track_id`);
const rowOf = async (id: number): Promise<Row> => (await rows()).find((row) => row.track_id === id) ?? {};
const counted = async () => (await rows()).map((row) => row.track_id);

async function unpacked() {
  const [row] = await world.db.query<{ songs: string }>(
    sql`select encode(string_agg(packed, '' order by track_id), 'base64') as songs from track_measures`,
  );
  return unpackSongs(Uint8Array.from(Buffer.from(row?.songs ?? '', 'base64')));
}

describe('the measures of a song', () => {
  it('are those of the analysis, as the engine counts them', async () => {
    const { rhyme, flow, vocabulary, emotional_profile: felt } = analysis;
    const id = await add({
      lyrics: VERSE,
      analysis: {
        sentiment: 'positive',
        themes: analysis.themes.map(({ theme }) => theme),
        data: JSON.parse(JSON.stringify(analysis)) as Record<string, unknown>,
      },
    });
    const scored = scoreMeasures(rhyme, flow, vocabulary);
    const expected: Record<string, number | null> = {
      words: vocabulary.as_sung.tokens,
      tokens: vocabulary.tokens,
      types: vocabulary.types,
      mattr: vocabulary.mattr,
      mtld: vocabulary.mtld,
      mean_word_length: scored.mean_word_length,
      rhyme_density: rhyme.density,
      rhymed_ends: rhymedEnds(rhyme),
      malmi: rhyme.malmi,
      multisyllabic_rhymes: scored.multisyllabic_rhymes,
      internal_rhymes: scored.internal_rhymes,
      syllables_per_line: scored.syllables_per_line,
      regularity: flow.regularity,
      repeated_lines: flow.repeated_lines,
      explicit: 0,
      strong_words: 0,
      sentiment_score: analysis.sentiment_score,
      complexity_score: null,
      quality_score: null,
      ...felt.scores,
    };
    expect(Object.keys(expected).toSorted()).toEqual(MEASURES.map(({ name }) => name).toSorted());
    const row = await rowOf(id);
    const songs = await unpacked();
    expect([...songs.trackIds]).toEqual([id]);
    for (const { name, scale } of MEASURES) {
      const value = expected[name];
      if (value === null || value === undefined) {
        expect(row[name], name).toBeNull();
        expect(valueAt(songs.measures[name], 0), name).toBeNaN();
      } else {
        expect(row[name], name).toBeCloseTo(value, 4);
        expect(Math.abs(valueAt(songs.measures[name], 0) - value), name).toBeLessThanOrEqual(0.5001 / scale);
      }
    }
  });

  it('keep each theme as the bit of its place in the list', async () => {
    for (const theme of THEMES) await add({ title: theme, lyrics: theme, analysis: { themes: [theme] } });
    expect((await rows()).map((row) => row.theme_bits)).toEqual(THEMES.map((_, place) => 2 ** place));
    await add({ title: 'all', lyrics: 'all', analysis: { themes: [...THEMES, 'a theme of later'] } });
    expect((await rows()).at(-1)?.theme_bits).toBe(2 ** THEMES.length - 1);
    const songs = await unpacked();
    expect(songs.themeBits.at(-1)).toBe(2 ** THEMES.length - 1);
  });

  it('say nothing of themes and feelings in a language that is not judged', async () => {
    const id = await add();
    const data = {
      emotional_profile: { scores: { joy: 0 } },
      explicit: { rating: 'unknown', per_100_words: 0 },
    };
    await world.db.query(sql`
      update analysis_results set sentiment = null, themes = '{}', analysis_data = ${JSON.stringify(data)}::jsonb`);
    expect(await rowOf(id)).toMatchObject({
      theme_bits: null,
      joy: null,
      explicit: null,
      strong_words: null,
    });
    expect((await unpacked()).themeBits[0]).toBe(-1);
  });

  it.each([
    ['no object', 'null'],
    ['a list', '[1, 2]'],
    ['a text', '"analysis"'],
    [
      'texts where numbers belong',
      '{"rhyme": {"density": "dense", "schemes": 4}, "sentiment_score": "glad"}',
    ],
    [
      'numbers that no real holds',
      '{"rhyme": {"density": 1e999, "malmi": 1e-999}, "vocabulary": {"tokens": -1e300}}',
    ],
    [
      'parts of another kind',
      '{"rhyme": [], "flow": 7, "vocabulary": "many", "explicit": [], "emotional_profile": {"scores": 3}}',
    ],
    [
      'lists of another kind',
      '{"rhyme": {"schemes": [1, null, {"scheme": 5}], "counts": []}, "flow": {"lines": {}}}',
    ],
  ])('are null for what is stored as %s, and the song is stored all the same', async (_, data) => {
    const id = await add();
    await world.db.query(sql`update analysis_results set analysis_data = ${data}::jsonb`);
    const row = await rowOf(id);
    expect(row).toMatchObject({ rhyme_density: null, words: null, sentiment_score: null, tokens: null });
    expect((await unpacked()).count).toBe(1);
  });
});

describe('a song counts', () => {
  it('once it has an analysis, and no more when its words are taken down', async () => {
    const id = await seedSong(world.db, SONG);
    expect(await counted()).toEqual([]);
    const [track] = await world.db.query(sql`select text_hash from tracks`);
    await seedAnalysis(world.db, { hash: String(track?.text_hash), trackId: id }, {});
    expect(await counted()).toEqual([id]);
    await world.db.query(sql`
      update tracks set lyrics = null, lyrics_state = 'instrumental', text_hash = null where id = ${id}::int`);
    expect(await counted()).toEqual([]);
  });

  it('no more when the words go and the hash stays, or when the track is deleted', async () => {
    const id = await add();
    await world.db.query(
      sql`update tracks set lyrics = null, lyrics_state = 'blocked' where id = ${id}::int`,
    );
    expect(await counted()).toEqual([]);
    await world.db.query(sql`update tracks set lyrics = 'A lamp', lyrics_state = 'ok' where id = ${id}::int`);
    expect(await counted()).toEqual([id]);
    await world.db.query(sql`delete from tracks where id = ${id}::int`);
    expect(await counted()).toEqual([]);
  });

  it('not as long as it repeats another song, which counts', async () => {
    const first = await add();
    const second = await add({ title: 'Lamps (edit)', lyrics: 'A lamp along the lanes', duplicateOf: first });
    expect(await counted()).toEqual([first]);
    await world.db.query(sql`update tracks set duplicate_of = null where id = ${second}::int`);
    expect(await counted()).toEqual([first, second]);
    await world.db.query(sql`update tracks set duplicate_of = ${second}::int where id = ${first}::int`);
    expect(await counted()).toEqual([second]);
    await world.db.query(sql`delete from tracks where id = ${second}::int`);
    expect(await counted()).toEqual([first]);
  });

  it('with the values of its new text after a re-scrape, once that is analysed', async () => {
    const id = await add({ analysis: { data: { rhyme: { density: 0.25 } } } });
    expect(await rowOf(id)).toMatchObject({ rhyme_density: 0.25 });
    await world.db.query(
      sql`update tracks set lyrics = 'new words', text_hash = 'new' where id = ${id}::int`,
    );
    expect(await counted()).toEqual([]);
    const analysis: SeededAnalysis = { data: { rhyme: { density: 0.5 } } };
    await seedAnalysis(world.db, { hash: 'new', trackId: id }, analysis);
    expect(await rowOf(id)).toMatchObject({ rhyme_density: 0.5 });
  });

  it('under the date, its precision, the language and the artist that it has now', async () => {
    const id = await add();
    const other = await add({ artist: 'Otis Vane', lyrics: 'other words' });
    await world.db.query(sql`
      update tracks set release_date = '1999-01-01', release_date_precision = 'year' where id = ${id}::int`);
    await world.db.query(sql`update tracks set language = 'es' where id = ${id}::int`);
    await world.db.query(sql`
      update tracks set artist_id = (select artist_id from tracks where id = ${other}::int) where id = ${id}::int`);
    expect(await rowOf(id)).toMatchObject({
      released_precision: 'year',
      language: 'es',
      artist_id: (await rowOf(other)).artist_id,
    });
    const { days, precisions } = await unpacked();
    expect(days[0]).toBe(Date.UTC(1999, 0, 1) / 86_400_000);
    expect([...precisions]).toEqual([2, 0]);
  });

  it('without a date, but stands in no series', async () => {
    const id = await add({ date: null });
    expect(await rowOf(id)).toMatchObject({ released: null, packed: null });
    expect((await unpacked()).count).toBe(0);
  });
});

describe('the quantiles of a measure', () => {
  const MEASURED = ['rhyme_density', 'joy', 'malmi'];

  it('run from the least to the greatest value of the songs that have it', async () => {
    for (const density of [0.1, 0.2, 0.3, 0.4])
      await add({ lyrics: `${density}`, analysis: { data: { rhyme: { density, malmi: null } } } });
    await add({ lyrics: 'no rhyme' });
    await refreshMeasureQuantiles(world.db, MEASURED);
    const { rows: stored } = await findMeasureQuantiles(world.db);
    for (const rows of [await computeMeasureQuantiles(world.db, MEASURED), stored]) {
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({ measure: 'rhyme_density', songs: 4 });
      const quantiles = rows[0]?.quantiles ?? [];
      expect(quantiles).toHaveLength(101);
      expect([quantiles[0], quantiles[50], quantiles[100]]).toEqual([0.1, 0.25, 0.4]);
    }
  });

  it('are outdated once a song changes', async () => {
    await add({ analysis: { data: { rhyme: { density: 0.1 } } } });
    await refreshMeasureQuantiles(world.db, MEASURED);
    expect(await findMeasureQuantiles(world.db)).toMatchObject({ songs: 1, is_outdated: false });
    await add({ lyrics: 'another', analysis: { data: { rhyme: { density: 0.9 } } } });
    expect(await findMeasureQuantiles(world.db)).toMatchObject({ songs: 2, is_outdated: true });
    await refreshMeasureQuantiles(world.db, MEASURED);
    expect(await findMeasureQuantiles(world.db)).toMatchObject({ songs: 2, is_outdated: false });
  });

  it('are never asked of a column that is no name', async () => {
    expect(() => computeMeasureQuantiles(world.db, ['joy) from tracks; --'])).toThrow();
  });
});
