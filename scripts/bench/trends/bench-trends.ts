import { execFile } from 'node:child_process';
import { loadavg } from 'node:os';
import { promisify } from 'node:util';
import { createSql, type Sql, sql } from '../../../src/db/client.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { createLogger } from '../../../src/lib/logger.ts';
import { refreshTrends } from '../../../src/services/trends/stored-trends.ts';
import { countDueWords } from '../../../src/services/trends/words/count-due-words.ts';
import { type Barline, startBarline, UNLIMITED } from '../../local/start-barline.ts';
import { buildDatabase } from '../search/build-database.ts';
import { seriesRequests } from './series-requests.ts';
import { measureStoring, type StoringCost } from './storing-cost.ts';
import { type TrendTiming, timeRequests } from './time-requests.ts';
import { BARE_REQUESTS, MAP_REQUESTS, wordRequests } from './trend-requests.ts';

export interface TrendBenchOptions {
  tracks: number;
  analyses: number;
  seed: string;
  queries: number;
  rounds: number;
  onStep: (step: string) => void;
}

export interface TrendBench {
  tracks: number;
  requests: Record<string, TrendTiming>;
  /** Counting the words of all songs from nothing; null: they were counted by an earlier run. */
  counting: { seconds: number; ms_per_song: number } | null;
  /** The schedule's step that stores the unfiltered answers, when all of them are due. */
  series: { answers: number; seconds: number };
  word_tables_mb: number;
  build: {
    seconds: number;
    peak_memory_mb: number;
    clusters: number;
    silhouette: number | null;
    map_bytes: number;
  };
  storing: StoringCost;
  /** Counting the words of a new song later, by the schedule. */
  counting_new_ms_per_song: number;
  load_average: number;
}

const SHARED_BUFFERS = '1GB';
const BUILD_TIMEOUT_MS = 30 * 60_000;

/** Synthetic songs are loaded without triggers. */
const noteSongs = sql`
  insert into track_words_due (track_id) select id from tracks
  where lyrics is not null and duplicate_of is null and id not in (select track_id from track_words) on conflict do nothing`;

/** Nor is the model of their vectors noted as the one in use. */
const noteModel = sql`
  update embedding_models set model = (select embedding_model from tracks where embedding_model is not null limit 1)
  where model is null`;

async function countAll(db: Sql, onStep: (step: string) => void): Promise<TrendBench['counting']> {
  await db.query(noteSongs);
  const since = performance.now();
  let [total, counted] = [0, 0];
  do {
    counted = (await countDueWords({ sql: db }, { rounds: 4 })).songs;
    total += counted;
    onStep(`counting words ${total}`);
  } while (counted > 0);
  const ms = performance.now() - since;
  if (total === 0) return null;
  return { seconds: Number((ms / 1000).toFixed(1)), ms_per_song: Number((ms / total).toFixed(2)) };
}

const NEW_SONGS = 100;

/** Milliseconds a song to count the latest songs, after a count that took them out. */
async function countLatest(db: Sql): Promise<number> {
  const latest = sql`select track_id from track_words order by period desc, track_id limit ${NEW_SONGS}::int`;
  const rows = await db.query<{ track_id: number }>(latest);
  const ids = rows.map(({ track_id }) => track_id);
  const first = Math.min(...ids);
  await db.query(
    sql`update tracks set duplicate_of = ${first}::int where id = any (${ids}::int[]) and id <> ${first}::int`,
  );
  await countDueWords({ sql: db });
  await db.query(sql`update tracks set duplicate_of = null where id = any (${ids}::int[])`);
  const since = performance.now();
  const { songs } = await countDueWords({ sql: db });
  return Number(((performance.now() - since) / Math.max(1, songs)).toFixed(2));
}

async function refreshSeries(db: Sql): Promise<TrendBench['series']> {
  await db.query(sql`delete from trend_answers`);
  const since = performance.now();
  const ctx = { sql: db, clock: systemClock, log: createLogger('error', {}) };
  const { answers = 0 } = await refreshTrends(ctx, Number.POSITIVE_INFINITY);
  return { answers, seconds: Number(((performance.now() - since) / 1000).toFixed(1)) };
}

async function tableMegabytes(db: Sql): Promise<number> {
  const [row] = await db.query<{ bytes: string }>(sql`
    select (pg_total_relation_size('track_words') + pg_total_relation_size('word_periods'))::text as bytes`);
  return Math.round(Number(row?.bytes ?? 0) / 1e6);
}

/** The command as an operator runs it, beside the running stack: its time and memory are its own. */
async function buildAsCommand(dataDir: string): Promise<TrendBench['build']> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['scripts/barline.ts', 'trends', 'build', '--data', dataDir, '--json'],
    { timeout: BUILD_TIMEOUT_MS, maxBuffer: 64 * 1024 * 1024 },
  );
  const report: Omit<TrendBench['build'], 'clusters'> & { clusters: unknown[] } = JSON.parse(stdout);
  const { seconds, peak_memory_mb, silhouette, map_bytes } = report;
  return { seconds, peak_memory_mb, clusters: report.clusters.length, silhouette, map_bytes };
}

/** Times every answer about trends through the built Worker over synthetic songs, the build, and what storing costs more. */
export async function benchTrends(options: TrendBenchOptions): Promise<TrendBench> {
  const { tracks, analyses, seed, onStep } = options;
  const { dataDir } = await buildDatabase({ tracks, analyses, seed }, onStep);
  onStep('starting the Worker');
  const barline = await startBarline({
    port: 0,
    dataDir,
    redis: 'mock',
    demoSites: false,
    embeddings: false,
    postgresSettings: { shared_buffers: SHARED_BUFFERS },
    vars: { LOG_LEVEL: 'error', ...UNLIMITED },
    onStep,
  });
  try {
    return await measure(barline, dataDir, options);
  } finally {
    await barline.stop();
  }
}

async function measure(barline: Barline, dataDir: string, options: TrendBenchOptions): Promise<TrendBench> {
  const { tracks, queries, rounds, onStep } = options;
  const { DATABASE_URL: url = '', DATABASE_FETCH_ENDPOINT: fetchEndpoint = null } = barline.stack.vars;
  const db = createSql({ url, fetchEndpoint, timeoutMs: 120_000 });
  await db.query(noteModel);
  const counting = await countAll(db, onStep);
  await db.query(sql`analyze word_periods, track_words`);
  onStep('series');
  const series = await refreshSeries(db);
  onStep('trends build');
  const build = await buildAsCommand(dataDir);
  const requests: Record<string, TrendTiming> = {};
  for (const kind of [
    BARE_REQUESTS,
    ...(await wordRequests(db)),
    ...(await seriesRequests(db)),
    MAP_REQUESTS,
  ]) {
    onStep(`timing ${kind.name}`);
    requests[kind.name] = await timeRequests(barline.url, kind, { queries, rounds });
  }
  onStep('timing songs that are counted');
  const counting_new_ms_per_song = await countLatest(db);
  onStep('timing songs that are stored');
  const storing = await measureStoring(barline.stack.migrationUrl);
  return {
    tracks,
    requests,
    counting,
    series,
    word_tables_mb: await tableMegabytes(db),
    build,
    storing,
    counting_new_ms_per_song,
    load_average: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}
