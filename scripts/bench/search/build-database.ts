import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { z } from 'zod';
import { readCatalogueModel } from '../../lab/catalogue-model.ts';
import { forgetKeptData, openDataFolder } from '../../local/data-folder.ts';
import { openPglite } from '../../local/postgres/pglite-engine.ts';
import { startPostgres } from '../../local/postgres/server.ts';
import { migrate } from '../../migrate.ts';
import { type FillOptions, fillTables } from './fill-tables.ts';

const FOLDER = '.barline/bench';
/** Raised when the rows are made in another way. */
const FORMAT = 2;
const FILLED = ['artists', 'tracks', 'track_passages', 'analysis_results'];
/** The vector index is built in memory as far as this reaches. */
const BUILD_MEMORY = '1GB';

const ReportSchema = z.object({
  key: z.string(),
  rows: z.record(z.string(), z.number()),
  load_seconds: z.number(),
  index_seconds: z.record(z.string(), z.number()),
});
export type BuildReport = z.infer<typeof ReportSchema>;

export interface BenchDatabase {
  dataDir: string;
  report: BuildReport;
  reused: boolean;
}

/** What the content depends on: the same key is the same database. Migrations are applied to it when it is opened. */
async function keyOf(options: FillOptions): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([FORMAT, options, await readCatalogueModel()]));
  return hash.digest('hex').slice(0, 16);
}

async function readReport(file: string): Promise<BuildReport | null> {
  try {
    return ReportSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

const seconds = (since: number): number => Number(((performance.now() - since) / 1000).toFixed(1));

/** Drops the indexes that do not implement a constraint, and returns the statements that create them. */
async function dropIndexes(database: PGlite): Promise<{ name: string; definition: string }[]> {
  const { rows } = await database.query<{ name: string; definition: string }>(
    `select i.indexname as name, i.indexdef as definition from pg_indexes i
     where i.schemaname = 'public' and i.tablename = any ($1)
       and not exists (select 1 from pg_constraint c where c.conname = i.indexname) order by 1`,
    [[...FILLED, 'track_facets']],
  );
  for (const { name } of rows) await database.exec(`drop index "${name}"`);
  return rows;
}

async function build(
  dataDir: string,
  options: FillOptions,
  onStep: (step: string) => void,
): Promise<BuildReport> {
  await openDataFolder(dataDir);
  await forgetKeptData(dataDir);
  const folder = join(dataDir, 'postgres');
  const server = await startPostgres({ dataDir: folder });
  await migrate(server.migrationUrl).finally(server.close);
  const engine = await openPglite({ dataDir: folder });
  const { database } = engine;
  try {
    await database.exec(`set maintenance_work_mem = '${BUILD_MEMORY}'`);
    for (const table of FILLED) await database.exec(`alter table ${table} disable trigger user`);
    const indexes = await dropIndexes(database);
    let since = performance.now();
    const rows = await fillTables(database, await readCatalogueModel(), options, (done) =>
      onStep(`songs ${done}/${options.tracks}`),
    );
    const load_seconds = seconds(since);
    const index_seconds: Record<string, number> = {};
    for (const { name, definition } of indexes.filter((index) =>
      index.name.startsWith('analysis_results_'),
    )) {
      onStep(`index ${name}`);
      since = performance.now();
      await database.exec(definition);
      index_seconds[name] = seconds(since);
    }
    onStep('facets');
    await database.exec('select refresh_track_facets(array(select id from tracks))');
    for (const { name, definition } of indexes.filter(
      (index) => !index.name.startsWith('analysis_results_'),
    )) {
      onStep(`index ${name}`);
      since = performance.now();
      await database.exec(definition);
      index_seconds[name] = seconds(since);
    }
    for (const table of FILLED) await database.exec(`alter table ${table} enable trigger user`);
    for (const table of ['artists', 'tracks', 'analysis_results'])
      await database.exec(
        `select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`,
      );
    onStep('analyze');
    await database.exec('vacuum analyze');
    await database.exec('checkpoint');
    return { key: await keyOf(options), rows, load_seconds, index_seconds };
  } finally {
    await engine.close();
  }
}

/** A database of synthetic songs of this size, kept between runs and rebuilt when its inputs change. */
export async function buildDatabase(
  options: FillOptions,
  onStep: (step: string) => void,
): Promise<BenchDatabase> {
  const dataDir = join(FOLDER, `search-${options.tracks}-${options.analyses}-${options.seed}`);
  const file = join(dataDir, 'built.json');
  const known = await readReport(file);
  if (known?.key === (await keyOf(options))) return { dataDir, report: known, reused: true };
  const report = await build(dataDir, options, onStep);
  await writeFile(file, `${JSON.stringify(report)}\n`);
  return { dataDir, report, reused: false };
}
