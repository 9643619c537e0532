import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBuildConnection } from '../../../scripts/build-sql.ts';
import { type ModelVersion, readRegistry, writeRegistry } from '../../../scripts/lab/promotion/registry.ts';
import { MODEL_NAMES } from '../../../scripts/lab/train/trainer.ts';
import { type LocalPostgres, startPostgres } from '../../../scripts/local/postgres/server.ts';
import { migrate } from '../../../scripts/migrate.ts';
import { registerModels } from '../../../scripts/register-models.ts';
import { QUALITY_MODEL } from '../../../src/ml/quality/quality-model.ts';
import { connectTo } from '../../support/neon-client.ts';

const FOLDER = join(import.meta.dirname, '../../../migrations');
const files = readdirSync(FOLDER)
  .filter((file) => file !== 'README.md')
  .sort();
const names = files.map((file) => file.replace(/\.\w+$/, ''));

/** How many rows a migration puts into a table itself. */
const FILLED_ROWS: Record<string, number> = { catalogue_word_counts: 1, word_counts: 1, track_words_due: 1 };

const versions = (
  await Promise.all(MODEL_NAMES.map((name) => readRegistry(join(FOLDER, '..'), name)))
).flatMap((registry) => registry.versions);
/** And how many `migrate` notes itself. */
const NOTED_ROWS: Record<string, number> = {
  model_versions: versions.length,
  dataset_versions: new Set(versions.map(({ data }) => data.hash)).size,
};

/** A row for every table that is empty, inserted as soon as the table exists, so that all later migrations have to handle it. */
const ROWS: Record<string, string> = {
  artists: "insert into artists (name, genius_id) values ('Mara Lune', 7)",
  tracks: `insert into tracks (artist_id, genius_id, source, artist, title, lyrics, lyrics_state, text_hash)
    values (1, 70, 'genius', 'Mara Lune', 'Lamps', 'A lamp along the lane', 'ok', 'h')`,
  track_passages: `insert into track_passages (track_id, ordinal, start_line, end_line, embedding)
    select 1, 0, 0, 1, array_fill(0.1::real, array[512])::halfvec`,
  analysis_results: `insert into analysis_results (track_id, text_hash, analyzer_type, model_version, status, analysis_data)
    values (1, 'h', 'algorithmic', 'engine-0', 'done', '{}')`,
  catalogue_words: "insert into catalogue_words (word, songs) values ('lamp', 1)",
  catalogue_word_counts: 'insert into catalogue_word_counts default values',
  track_words: "insert into track_words (track_id, period, word_count, words) values (1, 0, 1, ' lamp ')",
  word_periods:
    "insert into word_periods (word, period, uses, songs, song_ids) values ('lamp', 0, 1, 1, '{1}')",
  period_words: 'insert into period_words (period, songs, words) values (0, 1, 1)',
  word_counts: 'insert into word_counts default values',
  track_words_due: 'insert into track_words_due (track_id) values (1)',
  cluster_builds: `insert into cluster_builds (id, embedding_model, data_hash, seed, songs, last_song_id, clusters, metrics, map)
    values (1, 'm', 'h', 1, 1, 1, 1, '{}', '')`,
  clusters: `insert into clusters (build_id, key, label, colour, songs, words, artists, examples)
    values (1, 0, 'lamp', '#000000', 1, '[]', '[]', '{1}')`,
  track_clusters: 'insert into track_clusters (track_id, build_id, key, place) values (1, 1, 0, 1)',
  albums: "insert into albums (artist_id, name) values (1, 'Lanes')",
  credits: "insert into credits (track_id, role, name) values (1, 'producer', 'Otis')",
  track_relations: `insert into track_relations (track_id, relation, related_genius_id, related_title, related_artist)
    values (1, 'samples', 71, 'Older', 'Somebody')`,
  track_tags: "insert into track_tags (track_id, tag) values (1, 'boom-bap')",
  next_track_passages: `insert into next_track_passages (track_id, ordinal, start_line, end_line, embedding)
    select 1, 0, 0, 1, array_fill(0.1::real, array[512])::halfvec`,
  embedding_models: 'insert into embedding_models (model) values (null)',
  track_facets: `insert into track_facets (track_id, original_id, artist, featured, has_audio, themes)
    values (1, 1, 'mara lune', '{}', false, '{}')`,
  track_measures: 'insert into track_measures (track_id, artist_id) values (1, 1)',
  measure_quantiles: `insert into measure_quantiles (measure, quantiles, songs, built_at)
    values ('words', array_fill(1::real, array[101]), 30, now())`,
  trend_answers: `insert into trend_answers (analysis_type, time_period, version, answer, track_ids, songs, data_hash, built_at)
    values ('current', '5years', 'v', '{}', '{1}', 1, 'h', now())`,
  artist_profiles: `insert into artist_profiles (artist_id, source_hash, songs, measures, profile, words, lyrics_songs, analysis_songs)
    values (1, 'h', 0, '{}', '{}', '{}', 0, 0)`,
  track_enrichments: "insert into track_enrichments (track_id, status) values (1, 'queued')",
  artist_aliases: "insert into artist_aliases (name, artist_id) values ('M. Lune', 1)",
  scrape_failures:
    "insert into scrape_failures (track_id, outcome, error) values (1, 'parse_error', 'no state')",
  batches: `insert into batches (id, operation, status, items_count, created_by)
    values ('00000000-0000-4000-8000-000000000000', 'analyze', 'queued', 1, 'admin')`,
  batch_items: `insert into batch_items (batch_id, position, lyrics)
    values ('00000000-0000-4000-8000-000000000000', 0, 'A line')`,
  ingest_runs: "insert into ingest_runs (artist_id, trigger) values (1, 'cron')",
  ingest_items: 'insert into ingest_items (run_id, genius_id) values (1, 70)',
  cron_runs: "insert into cron_runs (name, slot) values ('ingest', '2026-01-01')",
  dead_letters: "insert into dead_letters (queue, message_id, body, attempts) values ('q', 'm', '{}', 1)",
  job_failures: "insert into job_failures (job, cause) values ('track.embed:1', '{}')",
  api_keys: "insert into api_keys (id, name, secret_hash, role) values ('k', 'n', 'x', 'reader')",
  audit_log: "insert into audit_log (actor, action) values ('admin', 'test')",
  takedowns:
    "insert into takedowns (kind, subject, reason, created_by) values ('track', 'Somebody, Gone', 'asked', 'admin')",
  takedown_marks: "insert into takedown_marks (takedown_id, kind, value) values (1, 'genius_id', '99')",
  takedown_texts: "insert into takedown_texts (takedown_id, text_number, sketch) values (1, 1, '{1}')",
  takedown_bands: 'insert into takedown_bands (band, takedown_id, text_number) values (1, 1, 1)',
  backups: "insert into backups (id, last_migration, plan) values ('b', '0001', '[]')",
  backup_tables: `insert into backup_tables (backup_id, position, table_name, part_bytes, page_rows)
    values ('b', 0, 'tracks', 1, 1)`,
  backup_parts: `insert into backup_parts (backup_id, position, number, etag, bytes, sha256, rows, ndjson_bytes, ndjson_sha256)
    values ('b', 0, 1, 'e', 1, 's', 0, 0, 's')`,
  restore_drills: "insert into restore_drills (backup_id) values ('b')",
  reevaluations: "insert into reevaluations (track_id, judge) values (1, 'engine')",
  drift_references:
    "insert into drift_references (subject, judge, edges, counts, through_id) values ('score', 'engine', '{}', '{}', 1)",
  drift_measures: "insert into drift_measures (subject, sample_size, judge) values ('score', 0, 'engine')",
  replication_heartbeat: 'insert into replication_heartbeat (beaten_at) values (now())',
  catalogue_counts: "insert into catalogue_counts (subject, state, rows) values ('tracks', 'stored', 1)",
  audit_salts: "insert into audit_salts (day, salt) values ('2026-01-01', 's')",
  dataset_versions: "insert into dataset_versions (content_hash, tracks_count) values ('c', 1)",
  model_versions: "insert into model_versions (name, content_hash) values ('m', 'c')",
};

let server: LocalPostgres;
beforeAll(async () => {
  server = await startPostgres({});
  // The extension belongs to the database; schemas come and go.
  await query('public', 'create extension if not exists vector');
}, 60_000);
afterAll(() => server.close());

/** Over HTTP, because an open TCP connection would block the one of the migrations. */
async function query(schema: string, text: string): Promise<Record<string, unknown>[]> {
  return await connectTo(server, `?schema=${schema}`).query(text);
}

async function tablesOf(schema: string): Promise<string[]> {
  const rows = await query(
    schema,
    `select table_name as name from information_schema.tables
     where table_schema = '${schema}' and table_type = 'BASE TABLE' and table_name <> 'schema_migrations' order by 1`,
  );
  return rows.map((row) => String(row.name));
}

/** Inserts a row into every existing table that is empty, referenced tables first. */
async function fill(schema: string): Promise<void> {
  const tables = new Set(await tablesOf(schema));
  for (const [table, statement] of Object.entries(ROWS)) {
    if (!tables.has(table)) continue;
    if ((await query(schema, `select 1 from ${table}`)).length === 0) await query(schema, statement);
  }
}

describe('the migrations', () => {
  it('are numbered, with each number used once', () => {
    const numbers = files.map((file) => file.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const file of files) expect(file).toMatch(/^\d{4}_[a-z][a-z0-9_]*\.(?:sql|js)$/);
  });

  it('have a README that says what bounds the growth of every table', () => {
    const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
    const told = readme.split('\n').flatMap((line) => (line.startsWith('| `') ? line.split('|')[1] : []));
    const tables = told.flatMap((cell) => [...(cell ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name));
    expect(tables.sort()).toEqual([...Object.keys(ROWS), 'schema_migrations'].sort());
  });

  // Spellings of an artist who stays, and whom all they own has moved to: artist-keys.test.ts proves it.
  const MERGES = [
    'delete from artists a using merged_artists m where a.id = m.old_id',
    'delete from artist_aliases a using artist_aliases b\nwhere artist_key(a.name) = artist_key(b.name)',
  ];
  // Words that only a migration wrote, which queries are read by now.
  const OWN_WORDS = 'drop table search_meanings';

  it('are forward-only and drop no data', () => {
    for (const file of files) {
      const text = readFileSync(join(FOLDER, file), 'utf8');
      expect(text, file).not.toMatch(/^--\s*down migration/im);
      // The body of a function is not executed by the migration.
      const kept = [...MERGES, OWN_WORDS].reduce((rest, merge) => rest.replace(merge, ''), text);
      const done = kept.replaceAll(/create (?:or replace )?function[^;]*?\$\$[\s\S]*?\$\$/gi, '');
      expect(done, file).not.toMatch(/\b(?:drop\s+table|truncate|delete\s+from)\b/i);
    }
  });

  it('create the schema in an empty database with the committed models noted, and change nothing the second time', async () => {
    expect(await migrate(server.migrationUrl, { schema: 'whole' })).toEqual(names);
    expect(await migrate(server.migrationUrl, { schema: 'whole' })).toEqual([]);
    expect(await tablesOf('whole')).toEqual(Object.keys(ROWS).sort());
    const models = await query(
      'whole',
      `select name, m.content_hash as version, d.content_hash as data, state, metrics -> 'model' -> 'mae' as mae
       from model_versions m join dataset_versions d on d.id = m.dataset_version_id order by name`,
    );
    const { version, data, metrics } = QUALITY_MODEL;
    expect(models.filter(({ state }) => state === 'in_use').map(({ name }) => name)).toEqual([
      'quality',
      'themes',
      'tone',
    ]);
    expect(models.find(({ name, state }) => name === 'quality' && state === 'in_use')).toEqual({
      name: 'quality',
      version,
      data: data.hash,
      state: 'in_use',
      mae: metrics.model.mae,
    });
  }, 60_000);

  it('apply one by one to a database with rows and keep every row', async () => {
    for (const name of names) {
      expect(await migrate(server.migrationUrl, { schema: 'filled', count: 1 })).toEqual([name]);
      await fill('filled');
    }
    for (const table of await tablesOf('filled')) {
      const rows = await query('filled', `select 1 from ${table}`);
      const noted = NOTED_ROWS[table] ?? 0;
      expect({ table, rows: rows.length }).toEqual({ table, rows: noted + (FILLED_ROWS[table] ?? 1) });
    }
  }, 60_000);

  it('produce the same schema with and without rows', async () => {
    const describeSchema = async (schema: string) => {
      const rows = await query(
        schema,
        `select table_name, column_name, data_type, is_nullable, column_default, ordinal_position
         from information_schema.columns where table_schema = '${schema}' order by table_name, ordinal_position`,
      );
      return JSON.parse(JSON.stringify(rows).replaceAll(`${schema}.`, '')) as unknown;
    };
    expect(await describeSchema('filled')).toEqual(await describeSchema('whole'));
  });
});

describe('the versions of models', () => {
  const statesOf = (schema: string) =>
    query(schema, "select content_hash as version, state from model_versions where name = 'old' order by id");

  it('noted before states existed: the last one of each name is in use', async () => {
    const place = names.indexOf('0047_model_states');
    await migrate(server.migrationUrl, { schema: 'models', count: place });
    await query(
      'models',
      `insert into model_versions (name, content_hash, created_at) values
       ('old', 'first', '2026-01-01'), ('old', 'last', '2026-03-01'), ('old', 'second', '2026-02-01')`,
    );
    await migrate(server.migrationUrl, { schema: 'models' });
    expect(await statesOf('models')).toEqual([
      { version: 'first', state: 'retired' },
      { version: 'last', state: 'in_use' },
      { version: 'second', state: 'retired' },
    ]);
  }, 60_000);

  it('follow a registry that promotes and rolls back, with one in use at any time', async () => {
    const project = await mkdtemp(join(tmpdir(), 'barline-models-'));
    const version = (digit: number, state: ModelVersion['state']): ModelVersion => ({
      version: `tone-${String(digit).repeat(12)}`,
      state,
      built_at: '2026-01-01T00:00:00Z',
      promoted_at: state === 'rejected' ? null : '2026-01-02T00:00:00Z',
      withdrawn_at: null,
      method: 'm',
      data: { hash: `data ${digit}`, examples: 1, artists: 1, labelled_by: 'x', licence: 'y' },
      metrics: {},
      comparison: null,
      seen: { names: [], beginnings: [] },
      files: {},
    });
    const noted = async (versions: ModelVersion[]) => {
      await writeRegistry(project, { name: 'tone', versions });
      const client = await openBuildConnection(server.migrationUrl);
      await client.query('set search_path to models, public');
      await registerModels(client, project).finally(() => client.end());
      const rows = await query(
        'models',
        "select content_hash as version, state from model_versions where content_hash ~ '^tone-(1|2|3){12}$' order by 1",
      );
      return rows.map(({ state }) => state);
    };
    expect(await noted([version(1, 'in_use')])).toEqual(['in_use']);
    expect(await noted([version(1, 'retired'), version(2, 'in_use'), version(3, 'rejected')])).toEqual([
      'retired',
      'in_use',
      'rejected',
    ]);
    expect(await noted([version(1, 'in_use'), version(2, 'retired'), version(3, 'rejected')])).toEqual([
      'in_use',
      'retired',
      'rejected',
    ]);
    await rm(project, { recursive: true });
    await expect(
      query('models', "update model_versions set state = 'in_use' where name = 'tone'"),
    ).rejects.toMatchObject({ code: '23505' });
  }, 60_000);
});

describe('the schema', () => {
  const refused = async (statement: string) => {
    const error: unknown = await query('filled', statement).then(
      () => null,
      (reason: unknown) => reason,
    );
    return (error as { code?: string } | null)?.code;
  };
  const CHECK = '23514';
  const UNIQUE = '23505';
  const NOT_NULL = '23502';

  it.each([
    ['a song that is ok without words', 'update tracks set lyrics = null', CHECK],
    ['an instrumental with words', "update tracks set lyrics_state = 'instrumental'", CHECK],
    [
      'a vector without the name of its model',
      'update tracks set lyrics_embedding = array_fill(1, array[512])::vector',
      CHECK,
    ],
    ['a state that nobody knows', "update tracks set lyrics_state = 'lost'", CHECK],
    [
      'a second analysis of one origin, text, analyser, model, prompt and temperature',
      `insert into analysis_results (origin, text_hash, analyzer_type, model_version, status, analysis_data)
      values ('catalogue', 'h', 'algorithmic', 'engine-0', 'done', '{}')`,
      UNIQUE,
    ],
    [
      "an analysis of a text that somebody sent as a track's",
      `insert into analysis_results (origin, track_id, text_hash, analyzer_type, model_version, status, analysis_data)
      values ('ad_hoc', 1, 'h', 'algorithmic', 'engine-0', 'done', '{}')`,
      CHECK,
    ],
    [
      'an analysis of which nobody says whose it is',
      `insert into analysis_results (text_hash, analyzer_type, model_version, status, analysis_data)
      values ('h', 'algorithmic', 'engine-0', 'done', '{}')`,
      NOT_NULL,
    ],
    [
      'a finished analysis without its data',
      `insert into analysis_results (origin, text_hash, analyzer_type, model_version, status)
      values ('catalogue', 'i', 'algorithmic', 'engine-0', 'done')`,
      CHECK,
    ],
    ['two artists of one Genius id', "insert into artists (name, genius_id) values ('Other', 7)", UNIQUE],
    ['two open runs of one artist', "insert into ingest_runs (artist_id, trigger) values (1, 'api')", UNIQUE],
    [
      'one slot of a schedule twice',
      "insert into cron_runs (name, slot) values ('ingest', '2026-01-01')",
      UNIQUE,
    ],
    [
      'one message buried twice',
      "insert into dead_letters (queue, message_id, body, attempts) values ('q', 'm', '{}', 1)",
      UNIQUE,
    ],
  ])('rejects %s', async (_, statement, code) => {
    expect(await refused(statement)).toBe(code);
  });

  it('finds words of a title before words of the lyrics', async () => {
    const rank = async (word: string) => {
      const [row] = await query(
        'filled',
        `select ts_rank_cd(search_vector, websearch_to_tsquery('simple', '${word}')) as rank from tracks`,
      );
      return Number(row?.rank);
    };
    expect(await rank('lamps')).toBeGreaterThan(await rank('lane'));
    expect(await rank('lane')).toBeGreaterThan(0);
  });
});
