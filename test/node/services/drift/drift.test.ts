import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalChat, startChatSimulator } from '../../../../scripts/local/openai/chat-simulator.ts';
import { type Sql, sql } from '../../../../src/db/client.ts';
import { forgetReferences } from '../../../../src/db/queries/drift.ts';
import { currentAnalyzer } from '../../../../src/services/analysis/current-analyzer.ts';
import { getDrift } from '../../../../src/services/drift/get-drift.ts';
import { judgeName } from '../../../../src/services/drift/judge-name.ts';
import { measureDrift } from '../../../../src/services/drift/measure-drift.ts';
import { reevaluate } from '../../../../src/services/drift/reevaluate.ts';
import { SOUND_REPLY, VERSE } from '../../../support/judged-verse.ts';
import { openModelWorld } from '../../../support/model-world.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

let database: TestDatabase;
let db: Sql;
let chat: LocalChat;
beforeAll(async () => {
  [database, chat] = await Promise.all([startTestDatabase(), startChatSimulator()]);
  db = database.db;
}, 120_000);
afterAll(() => Promise.all([database.close(), chat.close()]));
beforeEach(async () => {
  chat.reset();
  await db.query(
    sql`truncate artists, tracks, analysis_results, drift_references, drift_measures restart identity cascade`,
  );
});

/** A world whose clock stands where a new one begins, so that no circuit stays open. */
const open = (models: LocalChat[] = [chat]) => ({
  ...openModelWorld(models).ctx,
  sql: db,
  random: Math.random,
});

interface Seed {
  shift?: number;
  artist?: string;
  words?: number;
  constant?: boolean;
}

/**
 * Songs with an analysis by the current judge: three of each artist, scores spread evenly and `shift` higher. Without triggers,
 * which take seconds for so many; what they would store of it stands here.
 */
async function seed(songs: number, { shift = 0, artist = 'Artist', words = 1, constant = false }: Seed = {}) {
  const key = currentAnalyzer(open());
  const own = sql`tracks t where t.text_hash like ${artist}::text || '%'`;
  const score = sql`(case when ${constant}::boolean then 0.1 else (t.id % 89) / 100.0 + ${shift}::float8 end)::real`;
  const quality = sql`(case when ${constant}::boolean then 0.5 else (t.id % 97) / 200.0 end)::real`;
  await db.batch([
    sql`set local session_replication_role = 'replica'`,
    sql`insert into artists (name) select ${artist}::text || n from generate_series(1, ${songs}::int / 3) n`,
    sql`
      insert into tracks (artist_id, source, artist, title, language, lyrics, lyrics_state, text_hash)
      select a.id, 'import', a.name, 'Song ' || n, 'en', 'word', 'ok', ${artist}::text || n
      from generate_series(1, ${songs}::int) n join artists a on a.name = ${artist}::text || (n + 2) / 3`,
    sql`
      insert into analysis_results (origin, track_id, text_hash, analyzer_type, model_version, prompt_version,
        engine_version, temperature, status, sentiment, quality_score, analysis_data)
      select 'catalogue', t.id, t.text_hash, ${key.analyzerType}::text, ${key.modelVersion}::text,
        ${key.promptVersion}::text, ${key.engineVersion}::text, ${key.temperature}::real, 'done',
        case when t.id % 2 = 0 or ${constant}::boolean then 'positive' else 'negative' end, ${quality},
        jsonb_build_object('sentiment_score', ${score})
      from ${own}`,
    facetsOf(artist),
    sql`
      insert into track_measures (track_id, artist_id, words, sentiment_score, quality_score)
      select t.id, t.artist_id, (100 + t.id % 211) * ${words}::real, ${score}, ${quality} from ${own}`,
  ]);
}

const facetsOf = (artist: string) => sql`
  insert into track_facets (track_id, original_id, artist, featured, has_audio, analysis_id, themes)
  select t.id, t.id, lower(t.artist), '{}', false, a.id, '{}'
  from tracks t join analysis_results a on a.track_id = t.id where t.text_hash like ${artist}::text || '%'`;

/** The judge asked again about stored songs: its scores `shift` higher, `failed` of ten calls without an answer. */
async function ask(songs: number, { shift = 0, failed = 0 } = {}): Promise<void> {
  const judge = judgeName(currentAnalyzer(open()));
  await db.query(sql`
    insert into reevaluations (track_id, judge, sentiment_before, score_before, quality_before, sentiment, score,
      quality, failure)
    select m.track_id, ${judge}::text, 'positive', m.sentiment_score, m.quality_score, 'positive',
      m.sentiment_score + ${shift}::real, m.quality_score, case when m.track_id % 10 < ${failed}::int then 'timed_out' end
    from track_measures m order by hashint4(m.track_id * 31) limit ${songs}::int`);
}

const stateOf = async (subject: string) =>
  (await getDrift({ sql: db })).distributions.find((one) => one.subject === subject)?.state;

describe('drift', () => {
  it('of an empty database has too few songs for everything', async () => {
    expect(await getDrift({ sql: db })).toMatchObject({ judge: null, distributions: [] });
    expect(await reevaluate(open())).toEqual({ answered: 0, failed: 0, not_asked: 0 });
    await measureDrift(open());
    const { answers, distributions } = await getDrift({ sql: db });
    expect(answers).toEqual({ held: null, failed: null, songs: 0 });
    expect(new Set(distributions.map(({ state }) => state))).toEqual(new Set(['too_few']));
  });

  it('keeps a reference, and calls answers as before stable', async () => {
    await seed(600);
    expect(await measureDrift(open())).toMatchObject({ references: 4 });
    await ask(400);
    await measureDrift(open());
    expect(await stateOf('judge_sentiment_score')).toBe('stable');
    expect((await getDrift({ sql: db })).answers).toEqual({ held: 1, failed: 0, songs: 400 });
  });

  it('tells a judge that changed under its name, and holds to the reference', async () => {
    await seed(600);
    await measureDrift(open());
    await ask(400, { shift: 0.5 });
    for (const _ of ['one run', 'and another']) {
      expect(await measureDrift(open())).toMatchObject({ references: 0 });
      expect(await stateOf('judge_sentiment_score')).toBe('large');
    }
    expect(await stateOf('judge_quality')).toBe('stable');
    expect((await getDrift({ sql: db })).answers.held).toBe(0);
  });

  it('counts failures apart, and not as answers', async () => {
    await seed(600);
    await measureDrift(open());
    await ask(400, { failed: 5 });
    await measureDrift(open());
    const { answers } = await getDrift({ sql: db });
    expect(answers.failed).toBeGreaterThan(0.4);
    expect(answers.held).toBe(1);
  });

  it('tells new songs that are unlike those before', async () => {
    await seed(600);
    await measureDrift(open());
    await seed(600, { artist: 'Newcomer', words: 3 });
    await measureDrift(open());
    expect(await stateOf('input_words')).toBe('large');
    expect(await stateOf('input_mtld')).toBe('too_few');
  });

  it('of equal answers notices the first other ones', async () => {
    await seed(600, { constant: true });
    await measureDrift(open());
    await ask(400);
    await measureDrift(open());
    expect(await stateOf('judge_sentiment_score')).toBe('stable');
    await ask(400, { shift: 0.05 });
    await measureDrift(open());
    expect(await stateOf('judge_sentiment_score')).toBe('large');
  });

  it('starts anew with another model, and where an operator says so', async () => {
    await seed(600);
    await measureDrift(open());
    const other = { ...chat, model: 'another-model' } as LocalChat;
    expect(await measureDrift(open([other]))).toMatchObject({ references: 0 });
    expect(await stateOf('judge_quality')).toBe('too_few');
    expect(await forgetReferences(db, ['judge_quality'])).toBe(1);
    expect(await measureDrift(open())).toMatchObject({ references: 1 });
  });
});

describe('judging again', () => {
  it('keeps both answers, changes no analysis, and keeps a failure as one', async () => {
    await seed(60);
    await db.batch([
      sql`set local session_replication_role = 'replica'`,
      sql`update tracks set lyrics = ${VERSE}::text`,
    ]);
    const before = await db.query(sql`select * from analysis_results order by id`);
    chat.script({ content: SOUND_REPLY, times: 2 }, { status: 403, times: 0 });
    const ctx = open();
    expect(await reevaluate({ ...ctx, random: () => 0.2 })).toEqual({ answered: 1, failed: 0, not_asked: 0 });
    expect(await reevaluate({ ...ctx, random: () => 0.7 })).toMatchObject({ answered: 1 });
    expect(await reevaluate({ ...ctx, random: () => 0.4 })).toEqual({ answered: 0, failed: 1, not_asked: 0 });
    const rows = await db.query(
      sql`select sentiment, score, quality, failure from reevaluations order by id`,
    );
    expect(rows[0]).toEqual({ sentiment: 'mixed', score: 0.1, quality: 0.6667, failure: null });
    expect(rows[2]).toMatchObject({ sentiment: null, failure: 'upstream_rejected' });
    expect(await db.query(sql`select * from analysis_results order by id`)).toEqual(before);
  });

  it('asks nothing about songs that another judge has judged', async () => {
    await seed(60);
    expect(await reevaluate(open([]))).toEqual({ answered: 0, failed: 0, not_asked: 0 });
  });
});
