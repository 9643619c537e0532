import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BackupManifest } from '../../src/services/backup/format/manifest.ts';
import type { BackupStep } from '../../src/services/backup/make-backup.ts';
import { fetchBackup } from '../fetch-backup.ts';
import { startPostgres } from '../local/postgres/server.ts';
import { type Barline, startBarline, UNLIMITED } from '../local/start-barline.ts';
import { findInFolder, folderFiles } from '../restore/folder-files.ts';
import { restore } from '../restore/restore.ts';
import { createWorkerApi } from '../worker-api.ts';
import { buildDatabase } from './search/build-database.ts';
import type { FillOptions } from './search/fill-tables.ts';
import { openWorkerMemory } from './worker-memory.ts';

export interface BackupBenchOptions extends FillOptions {
  /** A folder of a stack whose database is taken instead of synthetic songs. */
  dataDir: string | null;
  onStep: (step: string) => void;
}

export interface WriteFigures {
  seconds: number;
  steps: number;
  slowest_step_seconds: number;
  rows: number;
  tables: number;
  parts: number;
  /** Compressed. */
  megabytes: number;
  ndjson_megabytes: number;
  /** Of the process that runs the Worker and the bucket's own code: before the first step, and the most during all of them. */
  memory_before_mb: number;
  memory_peak_mb: number;
}

export interface BackupBench {
  written: WriteFigures;
  copied_seconds: number;
  restored: {
    seconds: number;
    rows: number;
    parts_compared: number;
    rows_compared: number;
    rows_dropped: number;
  };
  /** Whether every row of the backup was read again from the restored database as the same text. */
  equal: boolean;
  load_average: number;
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
const secondsSince = (since: number): number => (performance.now() - since) / 1000;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

interface Written {
  figures: Omit<WriteFigures, 'rows' | 'tables' | 'parts' | 'megabytes' | 'ndjson_megabytes'>;
  id: string;
}

/** Step after step, as the schedule would, until the backup is complete. */
async function write(barline: Barline, onStep: (step: string) => void): Promise<Written> {
  const api = createWorkerApi(barline.url, barline.adminToken);
  // What a Worker needs for any request is not what a backup needs.
  await api.get('/admin/backups');
  const memory = await openWorkerMemory();
  await memory.reset();
  const before = await memory.now();
  const begun = performance.now();
  const times: number[] = [];
  let step: BackupStep;
  do {
    const since = performance.now();
    step = await api.post<BackupStep>('/admin/backups', { now: true });
    times.push(secondsSince(since));
    onStep(`step ${times.length}: ${step.parts} parts`);
  } while (step.state === 'running');
  if (step.state !== 'complete' || step.id === null) throw new Error(`the backup is ${step.state}`);
  const figures = {
    seconds: round(secondsSince(begun), 1),
    steps: times.length,
    slowest_step_seconds: round(Math.max(...times), 1),
    memory_before_mb: before,
    memory_peak_mb: await memory.peak(),
  };
  return { figures, id: step.id };
}

function withSizes({ figures }: Written, { rows, tables }: BackupManifest): WriteFigures {
  const parts = tables.flatMap((table) => table.parts);
  const megabytes = (bytes: readonly number[]): number => round(sum(bytes) / 1e6, 1);
  return {
    ...figures,
    rows,
    tables: tables.length,
    parts: parts.length,
    megabytes: megabytes(parts.map((part) => part.bytes)),
    ndjson_megabytes: megabytes(parts.map((part) => part.ndjson_bytes)),
  };
}

async function restoreFrom(folder: string, scratch: string, onStep: (step: string) => void) {
  const server = await startPostgres({ dataDir: join(scratch, 'postgres') });
  try {
    const files = folderFiles(await findInFolder(folder, undefined));
    return await restore(server.migrationUrl, files, ({ what, done, total }) =>
      onStep(`${what} ${done}/${total}`),
    );
  } finally {
    await server.close();
  }
}

/**
 * Backs up a synthetic catalogue, or the database of a folder, through the built Worker; copies the files and restores them
 * into an embedded Postgres, where every row is compared. Linux only.
 */
export async function benchBackup(options: BackupBenchOptions): Promise<BackupBench> {
  const { tracks, analyses, seed, onStep } = options;
  const dataDir = options.dataDir ?? (await buildDatabase({ tracks, analyses, seed }, onStep)).dataDir;
  const scratch = await mkdtemp(join(tmpdir(), 'barline-bench-backup-'));
  try {
    const barline = await startBarline({
      ...{ defaults: UNLIMITED, port: 0, dataDir, redis: 'mock', demoSites: false, embeddings: false },
      vars: { LOG_LEVEL: 'error' },
    });
    let written: Written;
    let copied: { manifest: BackupManifest };
    let copied_seconds: number;
    try {
      written = await write(barline, onStep);
      const since = performance.now();
      const api = createWorkerApi(barline.url, barline.adminToken);
      copied = await fetchBackup(api, {
        to: join(scratch, 'bucket'),
        backup: written.id,
        onFile: () => undefined,
      });
      copied_seconds = round(secondsSince(since), 1);
    } finally {
      await barline.stop();
    }
    const report = await restoreFrom(join(scratch, 'bucket'), scratch, onStep);
    const rows_dropped = sum(report.dropped.map(({ rows }) => rows));
    return {
      written: withSizes(written, copied.manifest),
      copied_seconds,
      restored: {
        seconds: round(report.seconds, 1),
        rows: report.rows,
        parts_compared: report.verified.parts,
        rows_compared: report.verified.rows,
        rows_dropped,
      },
      equal: report.verified.rows === copied.manifest.rows && rows_dropped === 0,
      load_average: round(loadavg()[0] ?? 0, 1),
    };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
