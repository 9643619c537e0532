import { loadavg } from 'node:os';
import { createSql, type Sql, sql } from '../../src/db/client.ts';
import { analyzeLyrics } from '../../src/lyrics/analyze.ts';
import { openLexicon } from '../../src/lyrics/phonetics/lexicon.ts';
import { type Barline, startBarline, UNLIMITED } from '../local/start-barline.ts';
import { readLexicon } from '../read-lexicon.ts';
import { buildDatabase } from './search/build-database.ts';
import type { FillOptions } from './search/fill-tables.ts';
import { openWorkerMemory, type WorkerMemory } from './worker-memory.ts';

export interface ExportBenchOptions extends FillOptions {
  /** Analyses of full size, stored only for this run; the synthetic ones are small. */
  fullAnalyses: number;
  onStep: (step: string) => void;
}

export interface ExportFigures {
  rows: number;
  seconds: number;
  rows_per_second: number;
  megabytes: number;
  /** Of the process that runs the Worker. */
  memory_before_mb: number;
  memory_peak_mb: number;
}

export interface ExportBench {
  tracks: number;
  analyses: number;
  /** Bytes of a stored analysis of full size, as Postgres keeps it. */
  full_analysis_bytes: number;
  exports: Record<string, ExportFigures>;
  load_average: number;
}

const FULL = 'bench-full';
const TEXTS = 40;
const LINE_FEED = 0x0a;
const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Reads an export to its end without keeping it. */
async function readAll(url: string, headers: HeadersInit): Promise<{ bytes: number; lines: number }> {
  const response = await fetch(url, { headers });
  if (!response.ok || response.body === null)
    throw new Error(`${url}: ${response.status} ${await response.text()}`);
  let [bytes, lines] = [0, 0];
  for await (const chunk of response.body) {
    bytes += chunk.length;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) lines += 1;
  }
  return { bytes, lines };
}

async function measure(barline: Barline, memory: WorkerMemory, path: string): Promise<ExportFigures> {
  await memory.reset();
  const before = await memory.now();
  const since = performance.now();
  const headers = { authorization: `Bearer ${barline.adminToken}` };
  const { bytes, lines } = await readAll(`${barline.url}/export/${path}`, headers);
  const seconds = (performance.now() - since) / 1000;
  return {
    rows: lines,
    seconds: round(seconds, 2),
    rows_per_second: Math.round(lines / seconds),
    megabytes: round(bytes / 1e6, 1),
    memory_before_mb: before,
    memory_peak_mb: await memory.peak(),
  };
}

/** Gives the first tracks an analysis of the engine with all evidence; returns the bytes of one. */
async function addFullAnalyses(db: Sql, count: number): Promise<number> {
  await removeFullAnalyses(db);
  const lexicon = openLexicon(await readLexicon());
  const texts = await db.query<{ lyrics: string }>(
    sql`select lyrics from tracks where lyrics is not null order by id limit ${TEXTS}::int`,
  );
  for (const [i, { lyrics }] of texts.entries()) {
    const analysis = JSON.stringify(analyzeLyrics(lyrics, { lexicon }));
    await db.query(sql`
      insert into analysis_results (origin, track_id, text_hash, analyzer_type, model_version, status, analysis_data,
        degraded)
      select 'catalogue', id, text_hash, ${FULL}::text, 'engine', 'done', ${analysis}::jsonb, true from (
        select id, text_hash from tracks where text_hash is not null order by id limit ${count}::int
      ) t where id % ${texts.length}::int = ${i}::int`);
  }
  const [row] = await db.query<{ bytes: number }>(sql`
    select avg(pg_column_size(analysis_data))::int as bytes from analysis_results where analyzer_type = ${FULL}::text`);
  return row?.bytes ?? 0;
}

async function removeFullAnalyses(db: Sql): Promise<void> {
  await db.query(sql`delete from analysis_results where analyzer_type = ${FULL}::text`);
}

/** Exports by name. A tenth runs first, to show whether memory grows with the rows. */
const exportsOf = ({ tracks, analyses }: FillOptions): Record<string, string> => ({
  tracks_ndjson_tenth: `tracks?limit=${Math.ceil(tracks / 10)}`,
  tracks_ndjson: 'tracks',
  tracks_csv: 'tracks?format=csv&header=false',
  tracks_lyrics_ndjson: 'tracks?lyrics=true',
  analyses_ndjson_tenth: `analyses?limit=${Math.ceil(analyses / 10)}`,
  analyses_ndjson: 'analyses',
  analyses_csv: 'analyses?format=csv&header=false',
  analyses_filtered: 'analyses?theme=faith&from_year=2015',
  analyses_full_size: `analyses?analyzer=${FULL}`,
});

/** Exports a synthetic catalogue through the built Worker; measures rows per second and memory. Linux only. */
export async function benchExport(options: ExportBenchOptions): Promise<ExportBench> {
  const { tracks, analyses, seed, onStep } = options;
  const { dataDir } = await buildDatabase({ tracks, analyses, seed }, onStep);
  onStep('starting the Worker');
  const barline = await startBarline({
    defaults: UNLIMITED,
    port: 0,
    dataDir,
    redis: 'mock',
    demoSites: false,
    embeddings: false,
    vars: { LOG_LEVEL: 'error' },
  });
  const { DATABASE_URL: url = '', DATABASE_FETCH_ENDPOINT: fetchEndpoint = null } = barline.stack.vars;
  const db = createSql({ url, fetchEndpoint });
  try {
    const full_analysis_bytes = await addFullAnalyses(db, options.fullAnalyses);
    const memory = await openWorkerMemory();
    const figures: Record<string, ExportFigures> = {};
    for (const [name, path] of Object.entries(exportsOf(options))) {
      onStep(name);
      figures[name] = await measure(barline, memory, path);
    }
    const load_average = round(loadavg()[0] ?? 0, 1);
    return { tracks, analyses, full_analysis_bytes, exports: figures, load_average };
  } finally {
    await removeFullAnalyses(db);
    await barline.stop();
  }
}
