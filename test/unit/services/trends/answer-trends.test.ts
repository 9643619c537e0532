import { describe, expect, it } from 'vitest';
import type { Statement } from '../../../../src/db/client.ts';
import type { TrendFilters } from '../../../../src/db/queries/trend-songs.ts';
import { answerCurrent, answerForecast } from '../../../../src/services/trends/answer-trends.ts';
import {
  type CurrentTrends,
  CurrentTrendsSchema,
  TrendForecastsSchema,
} from '../../../../src/services/trends/contract.ts';
import { createFakeContext } from '../../../support/fake-context.ts';
import { packSongs } from '../../../support/pack-songs.ts';
import { plantedSongs, type TrendSong, toPackedSongs } from '../../../support/seed-trends.ts';

const TODAY = '2026-03-01';
const NO_FILTERS: TrendFilters = { artist: null, language: null, theme: null };

/** A database that holds these songs and answers the statements of the trends. */
function holding(songs: readonly TrendSong[], waiting = 0) {
  const artists = [...new Set(songs.map(({ artist }) => artist))].sort();
  const released = songs.filter(({ date }) => date !== null && date <= TODAY);
  const dates = released.map(({ date }) => date).toSorted();
  const answer = ({ text }: Statement) => {
    if (text.includes('newest.day::text'))
      return [
        {
          newest: dates.at(-1) ?? null,
          songs: songs.length,
          undated: songs.filter(({ date }) => date === null).length,
          announced: songs.filter(({ date }) => date !== null && date > TODAY).length,
          waiting,
        },
      ];
    if (text.includes('string_agg'))
      return [{ songs: Buffer.from(packSongs(toPackedSongs(released))).toString('base64') }];
    if (text.includes('near')) return [{ id: 1, name: artists[0], near: [] }];
    if (text.includes('from artists')) return artists.map((name, n) => ({ id: n + 1, name }));
    return songs.map(({ artist, date }, n) => ({
      id: n + 1,
      artist,
      title: `Song ${n + 1}`,
      release_date: date,
    }));
  };
  return createFakeContext(answer).ctx;
}

const current = async (songs: readonly TrendSong[], months = 120, filters = NO_FILTERS) =>
  CurrentTrendsSchema.parse(await answerCurrent(holding(songs), { filters, months }));
const forecast = async (songs: readonly TrendSong[], months = 120) =>
  TrendForecastsSchema.parse(await answerForecast(holding(songs), { filters: NO_FILTERS, months }));
const seriesOf = ({ series }: CurrentTrends, name: string) => series.find((one) => one.name === name);
const many = (count: number, song: (n: number) => Partial<TrendSong>): TrendSong[] =>
  Array.from({ length: count }, (_, n) => ({ artist: `Artist ${n % 9}`, date: '2020-05-01', ...song(n) }));

describe('current trends', () => {
  it('say how many songs have no analysis yet, with and without series', async () => {
    const told = async (songs: readonly TrendSong[], waiting: number) => {
      const answer = await answerCurrent(holding(songs, waiting), { filters: NO_FILTERS, months: 120 });
      return answer.notes.filter((note) => note.includes('not analysed'));
    };
    const note = (songs: string) => [`Not counted: ${songs} not analysed yet; the schedule analyses them.`];
    expect(await told(plantedSongs(20), 1)).toEqual(note('1 song'));
    expect(await told(plantedSongs(1), 1990)).toEqual(note('1990 songs'));
    expect(await told([], 2)).toEqual(note('2 songs'));
    expect(await told(plantedSongs(20), 0)).toEqual([]);
  });

  it('are what was planted: one theme rises, one falls, nothing else changes', async () => {
    const answer = await current(plantedSongs(80));
    expect(answer.insufficient).toBeNull();
    expect(answer.window).toMatchObject({
      from: '2016-01-01',
      to: '2025-12-31',
      unit: 'quarter',
      least_songs: 20,
    });
    expect(answer.rising).toEqual(['theme_love']);
    expect(answer.falling).toEqual(['theme_wealth']);
    expect(answer.songs).toMatchObject({ counted: 800, artists: 12, undated: 0 });
    const love = seriesOf(answer, 'theme_love');
    expect(love?.change).toBeGreaterThan(0.5);
    expect(love?.effect).toMatch(
      /^Songs about love: from about \d+\.\d % to \d+\.\d % \(\+\d+\.\d percentage points\)/,
    );
    expect(love?.effect).toMatch(/ between 2016-01 and 2025-12\.$/);
    expect(seriesOf(await current(plantedSongs(8)), 'theme_love')?.effect).toMatch(
      / between 2015-12 and 2025-11\.$/,
    );
    expect(love?.p_adjusted).toBeLessThan(0.01);
    expect(love?.warnings).toEqual([]);
    expect(answer.summary[0]).toMatch(/^Rising\. Songs about love/);
    expect(answer.summary.at(-1)).toMatch(/^Falling\. Songs about wealth/);
  });

  it('do not test a measure that is the same in every song, and show it level', async () => {
    const sentiment = seriesOf(await current(plantedSongs(83)), 'sentiment_score');
    expect(new Set(sentiment?.values)).toEqual(new Set([0.1]));
    expect(sentiment).toMatchObject({ direction: 'level', p: null, slope_per_year: 0 });
  });

  it('name the songs behind them: late ones of a rise, early ones of a theme that goes', async () => {
    const answer = await current(plantedSongs(80));
    const yearsOf = (name: string) =>
      (seriesOf(answer, name)?.songs ?? []).map(({ release_date }) => Number(release_date?.slice(0, 4)));
    expect(yearsOf('theme_love')).toHaveLength(3);
    expect(Math.min(...yearsOf('theme_love'))).toBeGreaterThanOrEqual(2022);
    expect(yearsOf('theme_wealth')).toHaveLength(3);
    expect(Math.max(...yearsOf('theme_wealth'))).toBeLessThanOrEqual(2019);
    for (const { songs } of answer.series)
      expect(new Set(songs.map(({ artist }) => artist)).size).toBe(songs.length);
  });

  it('count back from the newest release, not from today', async () => {
    const old = plantedSongs(80).map((song) => ({
      ...song,
      date: `${Number(song.date?.slice(0, 4)) - 20}${song.date?.slice(4)}`,
    }));
    const answer = await current(old.filter(({ date }) => !date.endsWith('02-29')));
    expect(answer.window).toMatchObject({ to: '2005-12-31' });
    expect(answer.rising).toEqual(['theme_love']);
  });

  it('are the same for the same songs in any order', async () => {
    const songs = plantedSongs(40);
    expect((await current(songs.toReversed())).series.map(({ p }) => p)).toEqual(
      (await current(songs)).series.map(({ p }) => p),
    );
  });

  it('warn where one artist carries a rise, which is then not significant', async () => {
    const drifter = plantedSongs(12).map((song, n) => ({
      ...song,
      artist: 'One Drifter',
      themes: n > 60 ? (['sex'] as const) : [],
    }));
    const sex = seriesOf(await current([...plantedSongs(40), ...drifter]), 'theme_sex');
    expect(sex).toMatchObject({ direction: 'rising', significant: false });
    expect(sex?.carried_by[0]?.artist).toBe('One Drifter');
    expect(sex?.warnings.join()).toContain('without One Drifter');
  });

  it('of one artist are tested over the bins alone, and say so', async () => {
    const songs = plantedSongs(40).map((song) => ({ ...song, artist: 'Mara Lune' }));
    const answer = await current(songs, 120, { ...NO_FILTERS, artist: 'Mara Lune' });
    expect(answer.notes.join()).toContain('one artist');
    expect(answer.rising).toEqual(['theme_love']);
    expect(seriesOf(answer, 'theme_love')?.p_artists).toBeNull();
  });

  it('of songs about a theme leave out the share of that theme', async () => {
    const answer = await current(plantedSongs(40), 120, { ...NO_FILTERS, theme: 'faith' });
    expect(seriesOf(answer, 'theme_faith')).toBeUndefined();
    expect(seriesOf(answer, 'theme_love')).toBeDefined();
  });

  it('say that nothing changes where nothing does', async () => {
    const answer = await current(
      plantedSongs(80).map((song, n) => ({ ...song, themes: n % 3 === 0 ? ['love'] : [] })),
    );
    expect([...answer.rising, ...answer.falling]).toEqual([]);
    expect(answer.summary).toHaveLength(1);
    expect(answer.summary[0]).toMatch(/^None of \d+ series changes by more than chance explains/);
  });

  it('of few songs say that they are few, with a p all the same', async () => {
    const answer = await current(plantedSongs(3));
    expect(answer.window).toMatchObject({ least_songs: 0, unit: 'quarter', width: 4 });
    expect(answer.notes[0]).toContain('Few songs');
    expect(seriesOf(answer, 'theme_love')?.p).not.toBeNull();
  });

  it('tell the songs that stand in no bin, and why', async () => {
    const songs = plantedSongs(40).map((song, n) =>
      n % 10 === 0 ? { ...song, precision: 'year' as const } : song,
    );
    const answer = await current([
      ...songs,
      ...many(5, () => ({ date: null })),
      ...many(3, () => ({ date: '2031-01-01' })),
    ]);
    expect(answer.songs).toMatchObject({
      counted: 360,
      too_coarse: 40,
      undated: 5,
      announced: 3,
      passing: 408,
    });
    expect(answer.notes).toHaveLength(3);
  });

  it('of songs dated by year are counted in years of the calendar', async () => {
    const songs = many(200, (n) => ({ date: `${2010 + (n % 10)}-01-01`, precision: 'year' }));
    const answer = await current(songs);
    expect(answer.window).toMatchObject({ unit: 'year', from: '2010-01-01', to: '2019-12-31' });
    expect(answer.songs).toMatchObject({ counted: 200, too_coarse: 0 });
    expect((await current(songs, 60)).insufficient).toMatchObject({
      reason: 'too_few_bins',
      found: { bins: 5 },
    });
  });
});

describe('forecasts', () => {
  it('go on from the last bin, with intervals inside the range of the measure', async () => {
    const answer = await forecast(plantedSongs(100));
    const love = answer.series.find(({ name }) => name === 'theme_love');
    expect(love?.forecast).toHaveLength(4);
    expect(love?.forecast[0]).toMatchObject({ label: '2026-Q1', from: '2026-01-01', to: '2026-03-31' });
    expect(love?.backtest.origins).toBeGreaterThan(3);
    for (const { forecast: points } of answer.series)
      for (const { lower, value, upper } of points) {
        expect(lower).toBeGreaterThanOrEqual(-1);
        expect(lower).toBeLessThanOrEqual(value);
        expect(value).toBeLessThanOrEqual(upper);
        expect(upper).toBeLessThanOrEqual(1);
      }
    expect(love?.text).toMatch(/^Songs about love: about \d+\.\d % in 2026-Q4 \(80 % interval/);
  });

  it('go on with a steady change, and leave out what never moves', async () => {
    const answer = await forecast(plantedSongs(80));
    const love = answer.series.find(({ name }) => name === 'theme_love');
    expect(love?.method).not.toBe('naive');
    expect(love?.forecast.at(-1)?.value).toBeGreaterThan(love?.values.at(-1) ?? 1);
    expect(answer.left_out).toContainEqual({
      name: 'theme_hustle',
      reason: 'it never changes: 0.0 % in every bin',
    });
  });

  it('leave out series with a gap', async () => {
    const answer = await forecast(plantedSongs(100));
    expect(answer.left_out).toContainEqual({ name: 'mtld', reason: expect.stringContaining('no song') });
    expect(answer.series.map(({ name }) => name)).not.toContain('mtld');
  });
});

describe('too little data', () => {
  const one: TrendSong = { artist: 'Mara Lune', date: '2020-05-01' };

  it.each([
    ['no song', [], 'no_songs', 0],
    ['one song', [one], 'too_few_songs', 1],
    ['songs without dates', many(50, () => ({ date: null })), 'no_dates', 0],
    ['songs that are only announced', many(40, () => ({ date: '2099-01-01' })), 'no_dates', 0],
    ['all songs on one day', many(60, () => ({})), 'too_few_bins', 60],
    ['all songs on one leap day', many(60, () => ({ date: '2024-02-29' })), 'too_few_bins', 60],
    ['a decade with one song', [one, ...many(30, () => ({ date: '2009-01-01' }))], 'too_few_songs', 1],
    ['songs of 1901 only', many(30, (n) => ({ date: `1901-0${1 + (n % 3)}-01` })), 'too_few_bins', 30],
    [
      'songs of one artist',
      many(80, (n) => ({ artist: 'Mara Lune', date: `${2011 + (n % 10)}-0${1 + (n % 9)}-01` })),
      'too_few_artists',
      80,
    ],
    [
      'songs of four artists',
      many(80, (n) => ({ artist: `${n % 4}`, date: `${2011 + (n % 10)}-0${1 + (n % 9)}-01` })),
      'too_few_artists',
      80,
    ],
  ])('with %s says so and how much is needed', async (_, songs, reason, counted) => {
    for (const answer of [await current(songs), await forecast(songs)]) {
      expect(answer.insufficient).toMatchObject({ reason, found: { songs: counted } });
      expect(answer.insufficient?.message).toMatch(/It takes at least 20 songs/);
      expect(answer.series).toEqual([]);
    }
  });

  it('without a song says that none passes, and of one it says one', async () => {
    expect((await current([])).insufficient?.message).toMatch(
      /^No analysed song passes the filters\. It takes at least/,
    );
    expect((await current([one])).insufficient?.message).toMatch(
      /^The window holds 1 song by 1 artist in 1 of/,
    );
  });

  it.each([
    [
      'undated',
      many(50, () => ({ date: null })),
      60,
      'No song has a date up to today (50 pass the filters, whenever released; 50 songs without a date).',
    ],
    [
      'announced',
      many(40, () => ({ date: '2099-01-01' })),
      60,
      'No song has a date up to today (40 pass the filters, whenever released; 40 songs dated after today).',
    ],
    [
      'dated by year',
      many(60, () => ({ precision: 'year' })),
      3,
      'The window is shorter than a year (60 pass the filters, whenever released).',
    ],
    [
      'dated by year',
      many(60, () => ({ precision: 'year' })),
      24,
      'Most dates tell only the year: a longer time_period holds more of them.',
    ],
    [
      'dated by month',
      many(60, () => ({ precision: 'month' })),
      6,
      'Most dates tell only the month: a longer time_period holds more of them.',
    ],
  ] as const)('of songs that are %s says what to do (%#)', async (_, songs, months, sentence) => {
    expect((await current(songs, months)).insufficient?.message).toContain(sentence);
  });

  it.each([3, 11, 12, 60, 120])('or enough of it is answered over %i months', async (months) => {
    for (const songs of [[], [one], many(60, () => ({})), plantedSongs(2), plantedSongs(80)]) {
      const answer = await current(songs, months);
      expect(answer.series.length > 0).toBe(answer.insufficient === null);
      await forecast(songs, months);
    }
  });
});
