import type { R2Bucket } from '@cloudflare/workers-types';
import type { ServiceContext } from '../../../context.ts';
import { findParts, type PartRow } from '../../../db/queries/backup-parts.ts';
import { endBackup, type RunningBackup } from '../../../db/queries/backups.ts';
import { findSchemaState, findSequences } from '../../../db/queries/table-plans.ts';
import { AppError } from '../../../lib/errors.ts';
import { askR2 } from '../bucket.ts';
import { LEFT_OUT } from '../format/left-out.ts';
import { type BackupManifest, type BackupTable, FORMAT_VERSION, type TablePlan } from '../format/manifest.ts';
import { manifestKey, tableFile } from '../format/object-keys.ts';

const VECTORS =
  'vector and halfvec in base64 of their binary form, exactly; rebuilt are only the indexes, by the migrations';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function toTable(plan: TablePlan, rows: readonly PartRow[]): BackupTable {
  const parts = rows.map(({ position: _, etag: __, first_key, last_key, ...part }) => ({
    ...part,
    first_key: first_key === null ? null : [...first_key],
    last_key: last_key === null ? null : [...last_key],
  }));
  return {
    ...plan,
    file: tableFile(plan.table),
    rows: sum(parts.map((part) => part.rows)),
    bytes: sum(parts.map((part) => part.bytes)),
    parts,
  };
}

type Context = Pick<ServiceContext, 'sql' | 'clock'>;

async function makeManifest(
  ctx: Context,
  run: RunningBackup,
  plans: readonly TablePlan[],
): Promise<BackupManifest> {
  const [parts, sequences, { collation }] = [
    await findParts(ctx.sql, { id: run.id }),
    await findSequences(ctx.sql),
    await findSchemaState(ctx.sql),
  ];
  const of = Map.groupBy(parts, ({ position }) => position);
  const tables = plans.map((plan, position) => toTable(plan, of.get(position) ?? []));
  return {
    format: FORMAT_VERSION,
    id: run.id,
    started_at: run.started_at.toISOString(),
    finished_at: new Date(ctx.clock.now()).toISOString(),
    last_migration: run.last_migration,
    collation,
    vectors: VECTORS,
    left_out: { ...LEFT_OUT },
    rows: sum(tables.map((table) => table.rows)),
    bytes: sum(tables.map((table) => table.bytes)),
    tables,
    sequences: sequences.filter(({ table }) => tables.some((one) => one.table === table)),
  };
}

/**
 * Writes the manifest, which makes the backup a whole one, and notes its end. The manifest's own metadata has what a list
 * shows, so that a list needs no database. Throws UPSTREAM_UNAVAILABLE, and CONFLICT if another invocation has taken over.
 */
export async function finishBackup(
  ctx: Context,
  bucket: R2Bucket,
  p: { run: RunningBackup; lease: string; plans: readonly TablePlan[] },
): Promise<void> {
  const manifest = await makeManifest(ctx, p.run, p.plans);
  const { id, started_at, finished_at, rows, bytes, tables } = manifest;
  await askR2('take the manifest', () =>
    bucket.put(manifestKey(id), JSON.stringify(manifest), {
      httpMetadata: { contentType: 'application/json' },
      customMetadata: {
        started_at,
        finished_at,
        rows: String(rows),
        bytes: String(bytes),
        tables: String(tables.length),
      },
    }),
  );
  const ended = await endBackup(ctx.sql, {
    id,
    lease: p.lease,
    status: 'complete',
    rows,
    bytes,
    failure: null,
  });
  if (!ended) throw new AppError('CONFLICT', 'Another invocation has taken the backup over.');
}
