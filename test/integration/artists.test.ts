import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { sql } from '../../src/db/client.ts';
import type { ArtistComparisonSchema } from '../../src/http/schemas/artist-comparison.ts';
import type { ArtistPageSchema, ArtistSchema } from '../../src/http/schemas/artists.ts';
import { sha256Hex } from '../../src/lib/hash.ts';
import { seedAnalysis, seedSong } from '../support/seed-artist.ts';
import { openBarline, type TestBarline } from '../support/test-barline.ts';
import type { Problem, Track } from '../support/wire-types.ts';

type ArtistPage = z.output<typeof ArtistPageSchema>;
type Artist = z.output<typeof ArtistSchema>;
type Comparison = z.output<typeof ArtistComparisonSchema>;

let barline: TestBarline;
beforeAll(async () => {
  barline = await openBarline({});
});

/** Different words, ten per line. */
const words = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, n) => {
    const letters = String(from + n).replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
    return `w${letters}${n % 10 === 9 ? '\n' : ' '}`;
  }).join('');

const idOf = async (name: string): Promise<number> => {
  const { body } = await barline.call<ArtistPage>(`/artists?name=${encodeURIComponent(name)}`);
  const artist = body.items.find((one) => one.name === name);
  if (artist === undefined) throw new Error(`no artist ${name}`);
  return artist.id;
};
const artist = async (name: string, query = ''): Promise<Artist> => {
  const { body } = await barline.call<Artist>(`/artists/${await idOf(name)}${query}`);
  return body;
};
const profile = async (name: string) => {
  const { profile: found } = await artist(name);
  if (found === null) throw new Error('no profile');
  return found;
};

describe('the vocabulary of an artist', () => {
  it('counts types in the first tokens by order of release, not of storing', async () => {
    const name = 'Orderly Quill';
    // Stored first and released last: its new words lie beyond the first 1,000.
    await seedSong(barline.sql, {
      artist: name,
      title: 'Late',
      lyrics: words(600, 1200),
      date: '2010-01-01',
    });
    await seedSong(barline.sql, { artist: name, title: 'Undated', lyrics: words(2000, 2100) });
    await seedSong(barline.sql, { artist: name, title: 'Early', lyrics: words(0, 600), date: '1999-01-01' });
    await seedSong(barline.sql, {
      artist: name,
      title: 'Middle',
      lyrics: `Before ${words(0, 399)}`,
      date: '2003-01-01',
    });
    const { vocabulary, years, songs } = await profile(name);
    expect(vocabulary).toMatchObject({ lines: 'once', order: 'release', tokens: 1700 });
    expect(vocabulary.types_in_first).toEqual([
      { tokens: 1000, types: 601, reason: null },
      { tokens: 5000, types: null, reason: 'too_few_tokens' },
      { tokens: 35_000, types: null, reason: 'too_few_tokens' },
    ]);
    expect(years).toEqual({ first: 1999, last: 2010, undated: 1 });
    expect(songs).toBe(4);
  });

  it('counts a chorus once and a repeated text once', async () => {
    const name = 'Refrain Mabry';
    const chorus = 'carry the lantern over the hill\n';
    const lyrics = `[Chorus]\n${chorus}${chorus}\n[Verse]\nnine new words stand here between the two of them\n\n[Chorus]\n${chorus}`;
    const first = await seedSong(barline.sql, { artist: name, title: 'Lantern', lyrics });
    await seedSong(barline.sql, {
      artist: name,
      title: 'Lantern (Edit)',
      lyrics: `${lyrics}\nan outro`,
      duplicateOf: first,
    });
    const { counts, profile: found } = await artist(name);
    expect(counts).toMatchObject({ tracks: 2, duplicates: 1 });
    expect(found).toMatchObject({ songs: 1, vocabulary: { tokens: 6 + 10 } });
  });

  it('stops at 35,000 tokens', async () => {
    const name = 'Wordy Castellan';
    for (let n = 0; n < 4; n++) {
      const lyrics = words(n * 9000, (n + 1) * 9000);
      await seedSong(barline.sql, { artist: name, title: `Part ${n}`, lyrics, date: `200${n}-01-01` });
    }
    const { vocabulary } = await profile(name);
    expect(vocabulary.tokens).toBe(35_000);
    expect(vocabulary.types_in_first.map(({ types }) => types)).toEqual([1000, 5000, 35_000]);
  });
});

const longest = (syllables: number, text: string, second = `${text} again`) => ({
  syllables,
  first: { text },
  second: { text: second },
});

describe('the profile of an artist', () => {
  const name = 'Measured Vale';
  beforeAll(async () => {
    const song = { artist: name, date: '2001-05-05' };
    await seedSong(barline.sql, {
      ...song,
      title: 'One',
      lyrics: 'one line',
      analysis: {
        themes: ['love', 'party'],
        sentiment: 'positive',
        data: {
          sentiment_score: 0.5,
          rhyme: {
            density: 0.2,
            malmi: 1,
            syllables: 100,
            counts: { end: 3, internal: 1, chain: 0, multisyllabic: 4 },
            longest: longest(3, 'one bright evening'),
            schemes: [{ scheme: 'AABBCDCD' }, { scheme: 'AAB' }],
          },
          vocabulary: { mtld: 50, mattr: 0.8 },
          flow: { syllables_per_line: { mean: 10 }, regularity: 0.5 },
          explicit: { rating: 'clean' },
        },
      },
    });
    await seedSong(barline.sql, {
      ...song,
      title: 'Two',
      lyrics: 'two lines',
      analysis: {
        themes: ['love'],
        sentiment: 'negative',
        data: {
          sentiment_score: -0.1,
          rhyme: {
            density: 0.4,
            malmi: null,
            syllables: 100,
            counts: { end: 1, internal: 1, chain: 2, multisyllabic: 0 },
            longest: longest(5, 'another brighter evening'),
            schemes: [{ scheme: 'XXYY' }],
          },
          vocabulary: { mtld: null, mattr: 0.6 },
          explicit: { rating: 'explicit' },
        },
      },
    });
    await seedSong(barline.sql, {
      artist: name,
      date: '2003-01-01',
      title: 'Three',
      lyrics: 'three lines',
      analysis: {
        themes: ['party'],
        sentiment: 'positive',
        // The same words are a refrain, not a rhyme.
        data: {
          rhyme: {
            longest: longest(9, 'once more, brighter evening', 'once more brighter evening'),
            schemes: [],
          },
        },
      },
    });
    await seedSong(barline.sql, {
      artist: name,
      date: '2004-01-01',
      title: 'Four',
      lyrics: 'four, not analysed',
    });
  });

  it('gives the number of songs behind each mean', async () => {
    const { analysed, songs, rhyme, vocabulary, flow, sentiment, explicit } = await profile(name);
    expect({ songs, analysed }).toEqual({ songs: 4, analysed: 3 });
    expect(rhyme).toMatchObject({
      density: { mean: 0.3, songs: 2 },
      malmi: { mean: 1, songs: 1 },
      multisyllabic_per_100_syllables: 2,
      pairs: 8,
      end_share: 0.5,
      internal_share: 0.25,
      chain_share: 0.25,
    });
    expect(vocabulary).toMatchObject({ mtld: { mean: 50, songs: 1 }, mattr: { mean: 0.7, songs: 2 } });
    expect(flow).toMatchObject({
      syllables_per_line: { mean: 10, songs: 1 },
      repeated_lines: { mean: null, songs: 0 },
    });
    expect(sentiment.score).toEqual({ mean: 0.2, songs: 2 });
    expect(sentiment.labels).toEqual({
      songs: 3,
      shares: [
        { value: 'positive', count: 2, share: 0.6667 },
        { value: 'negative', count: 1, share: 0.3333 },
      ],
    });
    expect(explicit.ratings.songs).toBe(2);
  });

  it('names the schemes of four lines independent of the letters in their sections', async () => {
    const { rhyme } = await profile(name);
    expect(rhyme).toMatchObject({ quatrains: 3 });
    expect(rhyme.schemes.map(({ value, count }) => [value, count])).toEqual([
      ['AABB', 2],
      ['ABAB', 1],
    ]);
  });

  it('gives themes for each year that has songs', async () => {
    const { themes } = await profile(name);
    expect(themes.years).toEqual([
      {
        year: 2001,
        songs: 2,
        shares: [
          { value: 'love', count: 2, share: 1 },
          { value: 'party', count: 1, share: 0.5 },
        ],
      },
      { year: 2003, songs: 1, shares: [{ value: 'party', count: 1, share: 1 }] },
    ]);
  });

  it('quotes the longest rhyme only to callers who may read lyrics', async () => {
    const { rhyme } = await profile(name);
    expect(rhyme.longest).toMatchObject({ title: 'Two', syllables: 5, first: 'another brighter evening' });
    const response = await barline.request(`/artists/${await idOf(name)}`);
    const text = await response.text();
    expect(text).toContain('"syllables":5');
    expect(text).not.toContain('brighter');
  });

  it('uses the latest analysis of each song that is not a fallback result, and names its analyser', async () => {
    const artistName = 'Twice Heard';
    const lyrics = 'heard twice';
    const trackId = await seedSong(barline.sql, {
      artist: artistName,
      title: 'Twice',
      lyrics,
      analysis: { model: 'judge', themes: ['faith'] },
    });
    const of = { hash: await sha256Hex(lyrics), trackId };
    await seedAnalysis(barline.sql, of, { model: 'stand-in', themes: ['fame'], degraded: true });
    const { analyzers, themes } = await profile(artistName);
    expect(analyzers).toEqual([
      {
        analyzer: 'algorithmic',
        model_version: 'judge',
        prompt_version: '',
        engine_version: '',
        songs: 1,
        degraded: 0,
      },
    ]);
    expect(themes.shares.map(({ value }) => value)).toEqual(['faith']);
  });

  it('is empty for an artist without songs', async () => {
    await barline.call('/ingest/artists', { name: 'Silent Ottoline' });
    const { counts, profile: found, percentiles } = await artist('Silent Ottoline');
    expect(counts).toMatchObject({ tracks: 0, featured_on: 0 });
    expect(found).toMatchObject({
      songs: 0,
      analysed: 0,
      analyzers: [],
      rhyme: { density: { mean: null, songs: 0 } },
    });
    expect(percentiles).toEqual([]);
  });
});

describe('a profile', () => {
  it('is computed again only when a song is added, changed or deleted', async () => {
    const name = 'Changing Imogen';
    const id = await seedSong(barline.sql, {
      artist: name,
      title: 'First',
      lyrics: 'a first song',
      vector: [1],
    });
    const before = await artist(name);
    expect(before).toMatchObject({ is_current: true, profile: { songs: 1, analysed: 0 } });
    expect((await artist(name)).computed_at).toBe(before.computed_at);
    await seedAnalysis(
      barline.sql,
      { hash: await sha256Hex('a first song'), trackId: id },
      { themes: ['love'] },
    );
    const analysed = await artist(name);
    expect(analysed).toMatchObject({ is_current: true, profile: { analysed: 1 } });
    expect(analysed.computed_at).not.toBe(before.computed_at);
    await seedSong(barline.sql, { artist: name, title: 'Second', lyrics: 'a second song' });
    expect(await profile(name)).toMatchObject({ songs: 2, analysed: 1 });
    await barline.sql.query(sql`delete from tracks where id = ${id}::int`);
    expect(await profile(name)).toMatchObject({ songs: 1, analysed: 0 });
  });

  it('is updated by the schedule for all artists whose songs have changed', async () => {
    const sent = async (time: string) => {
      const before = barline.queues.sent.length;
      await barline.runSchedule(new Date(time));
      const jobs = barline.queues.sent.slice(before).map(({ body }) => body as { type: string });
      await barline.deliver();
      return jobs.filter(({ type }) => type === 'artist.profile');
    };
    const id = await seedSong(barline.sql, {
      artist: 'Unasked Bram',
      title: 'Alone',
      lyrics: 'nobody asks for it',
    });
    const { body: track } = await barline.call<Track>(`/tracks/${id}`);
    expect(await sent('2026-05-01T00:00:00Z')).toContainEqual({
      type: 'artist.profile',
      artist_id: track.artist_id,
    });
    expect(await sent('2026-05-01T00:15:00Z')).toEqual([]);
    expect(await artist('Unasked Bram')).toMatchObject({ is_current: true, profile: { songs: 1 } });
  });
});

describe('comparisons of artists', () => {
  const near = ['North Pell', 'Nearby Pell', 'Further Pell', 'Opposite Pell'];
  const directions = [
    [1, 0],
    [0.9, 0.1],
    [0.5, 0.5],
    [-1, 0],
  ];
  beforeAll(async () => {
    for (const [n, name] of near.entries()) {
      for (let song = 0; song < 5; song++) {
        const [x = 0, y = 0] = directions[n] ?? [];
        await seedSong(barline.sql, {
          artist: name,
          title: `Song ${song}`,
          lyrics: `${name} sings number ${song}`,
          vector: [x, y, song / 100],
          analysis: { themes: n === 3 ? ['battle'] : ['love'], data: { rhyme: { density: n / 10 } } },
        });
      }
    }
    for (const name of near) await artist(name);
  });

  it('list the nearest artists first, by the mean of their songs', async () => {
    const { nearest_artists } = await artist('North Pell', '?nearest=2');
    const [lyrics] = nearest_artists;
    expect(lyrics).toMatchObject({ by: 'lyrics', own_songs: 5, compared: 3 });
    expect(lyrics?.items.map(({ name, songs }) => [name, songs])).toEqual([
      ['Nearby Pell', 5],
      ['Further Pell', 5],
    ]);
    expect(lyrics?.items[0]?.similarity).toBeCloseTo(0.9939, 3);
  });

  it('give percentiles only when there are enough artists', async () => {
    const rankOf = async (name: string) =>
      (await artist(name)).percentiles.find(({ measure }) => measure === 'rhyme_density');
    expect(await rankOf('Opposite Pell')).toMatchObject({ value: 0.3, percentile: null, artists: 3 });
    for (let n = 0; n < 2; n++) {
      for (let song = 0; song < 5; song++) {
        await seedSong(barline.sql, {
          artist: `Ranked ${n}`,
          title: `Song ${song}`,
          lyrics: `ranked ${n} sings number ${song}`,
          analysis: { data: { rhyme: { density: n === 0 ? 0.3 : 0.9 } } },
        });
      }
      await artist(`Ranked ${n}`);
    }
    // Greater than three, equal to one, less than one.
    expect(await rankOf('Opposite Pell')).toMatchObject({ percentile: 0.7, artists: 5 });
  });

  it('state what two artists share and where they differ', async () => {
    const ids = await Promise.all(['North Pell', 'Opposite Pell', 'Orderly Quill'].map(idOf));
    const { body, status } = await barline.call<Comparison>(`/artists/compare?ids=${ids.join(',')}`);
    expect(status).toBe(200);
    expect(body.artists.map(({ id }) => id)).toEqual(ids);
    expect(body.pairs.map(({ first, second }) => [first, second])).toEqual([
      [ids[0], ids[1]],
      [ids[0], ids[2]],
      [ids[1], ids[2]],
    ]);
    const [pair] = body.pairs;
    expect(pair).toMatchObject({
      differences: { rhyme_density: -0.3 },
      vocabulary: { tokens: null, reason: 'too_few_tokens' },
      themes: { overlap: 0 },
      nearest_songs: { first_songs: 5, second_songs: 5, is_exact: true },
    });
    expect(pair?.lyrics_similarity).toBeLessThan(-0.99);
    expect(pair?.nearest_songs.items).toHaveLength(3);
    const used = pair?.nearest_songs.items.flatMap(({ first, second }) => [first.id, second.id]) ?? [];
    expect(new Set(used).size).toBe(6);
  });

  it('compare vocabulary in the largest number of tokens that both have', async () => {
    const ids = await Promise.all(['Orderly Quill', 'Wordy Castellan'].map(idOf));
    const { body } = await barline.call<Comparison>(`/artists/compare?ids=${ids.join(',')}`);
    expect(body.pairs[0]?.vocabulary).toEqual({
      tokens: 1000,
      first_types: 601,
      second_types: 1000,
      shared_types: 600,
      jaccard: 0.5994,
      reason: null,
    });
  });

  it.each([
    ['1', 422, 'query.ids'],
    ['1,2,3,4,5,6', 422, 'query.ids'],
    ['1,1', 422, 'query.ids'],
    ['1,2,', 422, 'query.ids'],
    ['1,99999999999', 422, 'query.ids'],
    ['1,4294967297', 422, 'query.ids'],
    ['1,-2', 422, 'query.ids'],
    ['1,2000000000', 404, undefined],
  ])('reject %s', async (ids, status, path) => {
    const { body, status: answered } = await barline.call<Problem>(`/artists/compare?ids=${ids}`);
    expect(answered).toBe(status);
    expect(body.errors?.[0]?.path).toBe(path);
  });
});
