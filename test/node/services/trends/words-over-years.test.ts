import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../../src/db/client.ts';
import { silentLogger } from '../../../../src/lib/logger.ts';
import type { WordsInput } from '../../../../src/services/trends/words/contract.ts';
import { countDueWords } from '../../../../src/services/trends/words/count-due-words.ts';
import { readTerms } from '../../../../src/services/trends/words/read-terms.ts';
import { wordsOverYears } from '../../../../src/services/trends/words/words-over-years.ts';
import { seedSong } from '../../../support/seed-artist.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

const clock = { now: () => Date.parse('2024-06-01'), sleep: () => Promise.resolve() };

let world: TestDatabase;
beforeAll(async () => {
  world = await startTestDatabase();
}, 120_000);
afterAll(() => world.close());
beforeEach(async () => {
  await world.db.query(sql`delete from tracks`);
  await countDueWords({ sql: world.db });
});

let number = 0;
function add(date: string | null, lyrics: string, rest: { duplicateOf?: number } = {}): Promise<number> {
  number += 1;
  return seedSong(world.db, {
    artist: `Artist ${number % 3}`,
    title: `Song ${number}`,
    lyrics,
    date,
    ...rest,
  });
}

function ask(terms: string, options: Partial<Omit<WordsInput, 'terms'>> = {}) {
  const read = readTerms(terms);
  if (read.terms === null) throw new Error(read.fault);
  return wordsOverYears(
    { sql: world.db, clock, log: silentLogger },
    { terms: read.terms, by: 'year', fromYear: null, toYear: null, ...options },
  );
}

/** Songs and uses of the first term by period. */
async function countsOf(terms: string, options: Partial<Omit<WordsInput, 'terms'>> = {}) {
  const { terms: lines } = await ask(terms, options);
  return Object.fromEntries(
    (lines[0]?.points ?? []).map(({ period, songs, uses }) => [period, [songs, uses]]),
  );
}

/** What the tables hold, to compare with a count from nothing. */
async function tables() {
  const [words, totals] = await Promise.all([
    world.db.query(
      sql`select word, period, uses, songs, (select array_agg(id order by id) from unnest(song_ids) id) as ids
        from word_periods order by 1, 2`,
    ),
    world.db.query(sql`select * from period_words order by 1`),
  ]);
  return { words, totals };
}

describe('words over the years', { timeout: 60_000 }, () => {
  it('counts uses and songs of a word in each period, with the songs and what they are shares of', async () => {
    const first = await add('2019-02-03', 'money on my mind\nmoney over there');
    await add('2019-05-03', 'nothing at all');
    await add('2021-08-01', 'the money came');
    const answer = await ask('money');
    expect(answer.periods).toEqual([
      { period: '2019', songs: 2, words: 10 },
      { period: '2021', songs: 1, words: 3 },
    ]);
    expect(answer.terms[0]).toMatchObject({
      term: 'money',
      read_as: ['money'],
      songs: 2,
      uses: 3,
      read_share: 1,
    });
    expect(answer.terms[0]?.points[0]).toMatchObject({
      songs: 1,
      uses: 2,
      share_of_songs: 0.5,
      per_million: 200_000,
      examples: [first],
    });
    expect(answer.songs.map(({ track_id }) => track_id)).toContain(first);
    expect(await countsOf('money', { by: 'quarter' })).toEqual({
      '2019-Q1': [1, 2],
      '2019-Q2': [0, 0],
      '2021-Q3': [1, 1],
    });
  });

  it('puts the true share between the limits of the interval, which reach from 0 to 1 at most', async () => {
    for (let n = 0; n < 4; n++) await add('2020-01-01', n === 0 ? 'a lantern' : 'a kettle');
    const point = (await ask('lantern')).terms[0]?.points[0];
    // Wilson for 1 of 4: .0456 to .6994 (R: binom::binom.wilson(1, 4)).
    expect(point?.share_interval.low).toBeCloseTo(0.0456, 3);
    expect(point?.share_interval.high).toBeCloseTo(0.6994, 3);
  });

  it('counts a song once for alternatives and for all words with a beginning', async () => {
    await add('2020-01-01', 'run running runner');
    await add('2020-01-01', 'runs away, cash');
    await add('2020-01-01', 'nothing');
    expect(await countsOf('run*')).toEqual({ '2020': [2, 4] });
    expect(await countsOf('run|running|cash')).toEqual({ '2020': [2, 3] });
    expect((await ask('run*')).terms[0]?.matched_words).toEqual([
      { word: 'run', songs: 1 },
      { word: 'runner', songs: 1 },
      { word: 'running', songs: 1 },
      { word: 'runs', songs: 1 },
    ]);
  });

  it.each([
    ['run|RUN|run', ['run'], 2],
    ["don't|dont|don’t", ['dont'], 2],
    ['run|run*', ['run*'], 5],
    ['runn*|ru*|running', ['ru*'], 6],
    ['run away|run', ['run'], 2],
    ['run away|run away', ['run away'], 1],
    ['run aw*|run away', ['run aw*'], 1],
    ['run away|run*', ['run*'], 5],
    ['away run|run away', ['away run', 'run away'], 2],
  ])('counts a place that several alternatives find once: %s', async (terms, readAs, uses) => {
    await add('2020-01-01', "run running runner runs don't rust dont\nand so\naway run away");
    expect((await ask(terms)).terms[0]).toMatchObject({ read_as: readAs, songs: 1, uses });
  });

  it('counts a song once for a word that two beginnings stand for', async () => {
    await add('2020-01-01', 'running');
    expect((await ask('run*|ru*')).terms[0]?.matched_words).toEqual([{ word: 'running', songs: 1 }]);
  });

  it('finds phrases as often as they are sung, in a row, across lines and punctuation, with words and beginnings', async () => {
    await add('2020-01-01', 'on my mind on my mind,\nOn my\nmind');
    await add('2020-01-01', 'mind on my');
    await add('2020-01-01', 'on my mindset');
    expect(await countsOf('on my mind')).toEqual({ '2020': [1, 3] });
    expect(await countsOf('"on my mi*"')).toEqual({ '2020': [2, 4] });
    expect(await countsOf('on my mind|mindset|mind')).toEqual({ '2020': [3, 5] });
    expect(await countsOf('never there')).toEqual({ '2020': [0, 0] });
  });

  it.each([
    ['RUNNIN’', 'runnin', [1, 1]],
    ["y'all", 'yall', [1, 1]],
    ['café', 'cafe', [1, 1]],
    ['hip-hop', 'hip hop', [1, 1]],
    ['the', 'the', [1, 2]],
    ['to be or not to be', 'to be or not to be', [1, 1]],
    ['🔥', 'fire', [1, 1]],
    ['$100', '100', [1, 1]],
    ["'; drop table tracks; --", 'drop table tracks', [0, 0]],
    ["robert') or 1=1", 'robert or 1 1', [0, 0]],
    ['100%', '100', [1, 1]],
    ['_', null, null],
    ['ночь', 'ночь', [1, 1]],
    ['東京', '東 京', [1, 1]],
    ['京', '京', [1, 2]],
    ['ﬁre', 'fire', [1, 1]],
  ])('reads %s as %s', async (term, readAs, counts) => {
    await add(
      '2020-01-01',
      "running y'all Café hip-hop the the\nto be or not to be fire 100\nночь 東京 北京",
    );
    if (readAs === null) return expect(readTerms(term).fault).toContain('no letter or digit');
    const { terms } = await ask(term);
    expect(terms[0]?.read_as).toEqual([readAs === 'runnin' ? 'running' : readAs]);
    expect(await countsOf(term)).toEqual({ '2020': counts });
  });

  it('does not count header lines, nor songs that nearly repeat another', async () => {
    const original = await add('2020-01-01', '[Chorus: Money]\nmoney');
    await add('2020-01-01', 'money money money', { duplicateOf: original });
    expect(await countsOf('money')).toEqual({ '2020': [1, 1] });
  });

  it('says which songs stand in no period', async () => {
    await add(null, 'money');
    const [year] = await Promise.all([add('2020-01-01', 'money')]);
    await world.db.query(sql`update tracks set release_date_precision = 'year' where id = ${year}::int`);
    const byQuarter = await ask('money', { by: 'quarter' });
    expect(byQuarter.left_out).toEqual({ without_date: 1, announced: 0, only_year: 1 });
    expect(byQuarter.reason).toContain('by=year');
    await add('2024-05-01', 'money');
    await add('9999-12-31', 'money');
    expect((await ask('money')).left_out).toEqual({ without_date: 1, announced: 1, only_year: 0 });
    expect(await countsOf('money')).toEqual({ '2020': [1, 1], '2024': [1, 1] });
    expect(await countsOf('money', { by: 'quarter' })).toEqual({ '2024-Q2': [1, 1] });
  });

  it('answers for an empty catalogue, and for years without songs, with the reason', async () => {
    expect(await ask('money')).toMatchObject({ periods: [], reason: 'The catalogue has no lyrics.' });
    await add('2020-01-01', 'money');
    expect(await ask('money', { fromYear: 2021, toYear: 2022 })).toMatchObject({
      periods: [],
      reason: 'No song with a date is from these years.',
    });
  });

  it('refuses a beginning beside a phrase in one term, and beginnings that too many words have', async () => {
    await add('2020-01-01', 'money on my mind');
    await expect(ask('mon*|on my mind')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await world.db.query(sql`
      insert into word_periods (word, period, uses, songs, song_ids)
      select 'zz' || n, 10101, 1, 1, '{1}' from generate_series(1, 20000) n`);
    await expect(ask('zz*')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await world.db.query(sql`delete from word_periods where word like 'zz%'`);
  });

  it('refuses words that stand in too many songs to be counted together, but not one of them', async () => {
    await add('2020-01-01', 'money');
    await world.db.query(sql`
      insert into word_periods (word, period, uses, songs, song_ids)
      values ('zzone', 10101, 300000, 300000, '{1}'), ('zztwo', 10101, 300000, 300000, '{1}')`);
    for (const together of ['zz*', 'zzone|zztwo'])
      await expect(ask(together)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    expect(await countsOf('zzone')).toEqual({ '2020': [1, 300_000] });
    await world.db.query(sql`delete from word_periods where word like 'zz%'`);
  });

  it('joins alternatives and beginnings of several terms apart from each other', async () => {
    const [both, one] = [await add('2020-01-01', 'money cash'), await add('2021-01-01', 'cash moneyed')];
    const { terms, songs } = await ask('mon*,money|cash,cash');
    expect(
      terms.map(({ points }) => points.map((point) => [point.songs, point.uses, point.examples])),
    ).toEqual([
      [
        [1, 1, [both]],
        [1, 1, [one]],
      ],
      [
        [1, 2, [both]],
        [1, 1, [one]],
      ],
      [
        [1, 1, [both]],
        [1, 1, [one]],
      ],
    ]);
    expect(songs.map(({ track_id }) => track_id)).toEqual([both, one]);
  });
});

describe('the counts', { timeout: 60_000 }, () => {
  it('follow edits, new dates, duplicates and removals, and equal a count from nothing', async () => {
    const edited = await add('2019-01-01', 'money money here');
    const moved = await add('2019-01-01', 'money there');
    const repeated = await add('2019-01-01', 'money everywhere');
    const removed = await add('2019-01-01', 'money nowhere, a lantern');
    await add('2018-01-01', 'nothing');
    expect(await countsOf('money')).toEqual({ '2018': [0, 0], '2019': [4, 5] });
    await world.db.batch([
      sql`update tracks set lyrics = 'no more of it, money' where id = ${edited}::int`,
      sql`update tracks set release_date = '2022-01-01' where id = ${moved}::int`,
      sql`update tracks set duplicate_of = ${moved}::int where id = ${repeated}::int`,
      sql`delete from tracks where id = ${removed}::int`,
    ]);
    expect(await countsOf('money')).toEqual({ '2018': [0, 0], '2019': [1, 1], '2022': [1, 1] });
    expect(await countsOf('lantern')).toEqual({ '2018': [0, 0], '2019': [0, 0], '2022': [0, 0] });
    const followed = await tables();
    await world.db.batch([
      sql`truncate word_periods, period_words, track_words, track_words_due`,
      sql`insert into track_words_due (track_id) select id from tracks`,
    ]);
    await countDueWords({ sql: world.db });
    expect(await tables()).toEqual(followed);
  });

  it('change nothing when songs are noted that did not change', async () => {
    await add('2019-01-01', 'money money here');
    await countDueWords({ sql: world.db });
    const before = await tables();
    await world.db.query(sql`insert into track_words_due (track_id) select id from tracks`);
    expect(await countDueWords({ sql: world.db })).toEqual({ songs: 1 });
    expect(await tables()).toEqual(before);
  });

  it('leave a song that cannot be counted now to the schedule', async () => {
    await add('2020-01-01', 'money');
    const warnings: string[] = [];
    const log = { ...silentLogger, warn: (message: string) => void warnings.push(message) };
    const broken = { ...world.db, batch: () => Promise.reject(new Error('lock timeout')) };
    const terms = readTerms('money').terms ?? [];
    const input = { terms, by: 'year' as const, fromYear: null, toYear: null };
    const answer = await wordsOverYears({ sql: broken, clock, log }, input);
    expect(answer.counted.waiting).toBe(1);
    expect(warnings).toEqual(['words of new songs not counted']);
    expect(await countsOf('money')).toEqual({ '2020': [1, 1] });
  });

  it('leave many new songs to the schedule, and say how many wait', async () => {
    await world.db.query(sql`insert into artists (name) values ('Busy')`);
    await world.db.query(sql`
      insert into tracks (artist_id, source, artist, title, release_date, lyrics, lyrics_state)
      select (select id from artists where name = 'Busy'), 'import', 'Busy', 'Song ' || n, '2020-01-01', 'money', 'ok'
      from generate_series(1, 101) n`);
    expect((await ask('money')).counted.waiting).toBe(101);
    expect(await countDueWords({ sql: world.db }, { rounds: 2, atOnce: 50 })).toEqual({ songs: 100 });
    expect(await countsOf('money')).toEqual({ '2020': [101, 101] });
  });
});
