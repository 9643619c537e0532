import { loadavg } from 'node:os';
import { createSql, type Sql, sql } from '../../../src/db/client.ts';
import { countWords } from '../../../src/services/search/count-words.ts';
import { readCatalogueModel } from '../../lab/catalogue-model.ts';
import { drawQueries } from '../../lab/synthesize.ts';
import { type Barline, startBarline, UNLIMITED } from '../../local/start-barline.ts';
import { type BuildReport, buildDatabase } from './build-database.ts';
import { drawQuestions } from './draw-questions.ts';
import { startDrawnEmbeddings } from './drawn-embeddings.ts';
import type { FillOptions } from './fill-tables.ts';
import { type Inputs, type Mode, modesOf } from './modes.ts';
import { measurePairs, type Timing } from './timings.ts';

export interface BenchOptions extends FillOptions {
  /** Different requests of each kind. */
  queries: number;
  rounds: number;
  /** Requests of each kind whose answer is compared with an exact scan's. */
  checked: number;
  /** Only the kinds of these names; null for all. */
  only: readonly string[] | null;
  onStep: (step: string) => void;
}

export type ModeResult = Timing & { recall_at_10: number };

export interface SearchBench {
  tracks: number;
  rows: Record<string, number>;
  load_seconds: number;
  index_seconds: Record<string, number>;
  modes: Record<string, ModeResult>;
  memory: { process_mb: number; database_mb: number };
  load_average: number;
}

/** Enough for the indexes that a search walks through to stay in memory. */
const SHARED_BUFFERS = '1GB';
const TOP = 10;
const VECTORS = 500;
const EXACT_TIMEOUT_MS = 120_000;

async function readInputs(
  db: Sql,
  questions: readonly string[],
  rest: Pick<Inputs, 'vectorOf' | 'analysed'>,
) {
  const rows = await db.query<{ id: number; artist: string }>(
    sql`select id, artist from tracks where id % greatest(1, (select count(*) from tracks) / 300) = 0 order by id`,
  );
  const artist = rows[Math.floor(rows.length / 2)]?.artist ?? '';
  return { ...rest, questions, tracks: rows.map(({ id }) => id), artist };
}

const send = async (barline: Barline, mode: Mode, i: number): Promise<void> => {
  const body = mode.body?.(i);
  const init =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`${barline.url}${mode.path(i)}`, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${mode.path(i)}: ${response.status} ${text}`);
};

/** The same statements without an index scan: every vector is compared. Their text differs, so that their plans do. */
const withoutIndexes = (db: Sql): Sql => ({
  query: db.query,
  batch: async ([settings, ...statements], options) => {
    const exact = sql`select set_config('enable_indexscan', 'off', true), set_config('enable_seqscan', 'on', true)`;
    const replanned = statements.map(({ text, params }) => ({ text: `${text} -- exact`, params }));
    const [first, , ...rest] = await db.batch([settings ?? exact, exact, ...replanned], options);
    return [first ?? [], ...rest];
  },
});

/** Share of the first ten results of an exact scan that the index found, over requests with results. */
async function recallOf(mode: Mode, db: Sql, exact: Sql, count: number): Promise<number> {
  let [found, wanted] = [0, 0];
  for (let i = 0; i < count; i++) {
    const truth = (await mode.bare(exact, i)).slice(0, TOP);
    const answer = new Set((await mode.bare(db, i)).slice(0, TOP));
    wanted += truth.length;
    found += truth.filter((id) => answer.has(id)).length;
  }
  return Number((found / Math.max(1, wanted)).toFixed(4));
}

async function databaseMegabytes(db: Sql): Promise<number> {
  const [row] = await db.query<{ bytes: string }>(
    sql`select pg_database_size(current_database())::text as bytes`,
  );
  return Math.round(Number(row?.bytes ?? 0) / 1e6);
}

async function measure(
  barline: Barline,
  inputs: Inputs,
  options: BenchOptions,
): Promise<Record<string, ModeResult>> {
  const { DATABASE_URL: url = '', DATABASE_FETCH_ENDPOINT: fetchEndpoint = null } = barline.stack.vars;
  const db = createSql({ url, fetchEndpoint });
  const exact = withoutIndexes(createSql({ url, fetchEndpoint, timeoutMs: EXACT_TIMEOUT_MS }));
  const results: Record<string, ModeResult> = {};
  for (const mode of modesOf(inputs)) {
    if (options.only !== null && !options.only.includes(mode.name)) continue;
    options.onStep(`${mode.name}: timing`);
    const timing = await measurePairs(
      { count: options.queries, rounds: options.rounds },
      (i) => send(barline, mode, i),
      (i) => mode.bare(db, i),
    );
    options.onStep(`${mode.name}: recall`);
    const recall = await recallOf(mode, db, exact, options.checked);
    results[mode.name] = { ...timing, recall_at_10: recall };
  }
  return results;
}

/**
 * Times searches of made-up songs through the built Worker and, beside each, the same statements sent to the same
 * database by themselves. Question vectors are drawn: the time of an embedding model is not part of it.
 */
export async function benchSearch(options: BenchOptions): Promise<SearchBench> {
  const { tracks, analyses, seed } = options;
  const { dataDir, report } = await buildDatabase({ tracks, analyses, seed }, options.onStep);
  const model = await readCatalogueModel();
  const embeddings = await startDrawnEmbeddings(drawQueries(model, { count: VECTORS, seed }));
  options.onStep('starting the Worker');
  const barline = await startBarline({
    defaults: UNLIMITED,
    port: 0,
    dataDir,
    redis: 'mock',
    demoSites: false,
    postgresSettings: { shared_buffers: SHARED_BUFFERS },
    env: embeddings.vars,
    vars: { LOG_LEVEL: 'error' },
  }).catch(async (error: unknown) => {
    await embeddings.close();
    throw error;
  });
  try {
    const { DATABASE_URL: url = '', DATABASE_FETCH_ENDPOINT: fetchEndpoint = null } = barline.stack.vars;
    const db = createSql({ url, fetchEndpoint });
    options.onStep('counting words');
    await countWords({ sql: db }, { rounds: Number.POSITIVE_INFINITY });
    const names = await db.query<{ artist: string; title: string }>(
      sql`select artist, title from tracks order by id limit 500`,
    );
    const questions = await drawQuestions(model, { count: options.queries, seed, names });
    const inputs = await readInputs(db, questions, { vectorOf: embeddings.vectorOf, analysed: analyses > 0 });
    const modes = await measure(barline, inputs, options);
    return describeRun(report, tracks, modes, await databaseMegabytes(db));
  } finally {
    await barline.stop();
    await embeddings.close();
  }
}

function describeRun(
  report: BuildReport,
  tracks: number,
  modes: Record<string, ModeResult>,
  database_mb: number,
): SearchBench {
  return {
    tracks,
    rows: report.rows,
    load_seconds: report.load_seconds,
    index_seconds: report.index_seconds,
    modes,
    memory: { process_mb: Math.round(process.memoryUsage().rss / 1e6), database_mb },
    load_average: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}
