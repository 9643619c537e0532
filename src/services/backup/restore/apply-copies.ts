import { z } from 'zod';
import type { Sql } from '../../../db/client.ts';
import {
  applyTakedowns,
  hasTakenDown,
  noteLifted,
  storeTakedown,
  type TakedownTables,
} from '../../../db/queries/restore-takedowns.ts';
import type { TablePlanRow } from '../../../db/queries/table-plans.ts';
import { type TakedownCopy, TakedownCopySchema } from '../format/manifest.ts';
import { type BackupFiles, damaged } from './backup-files.ts';
import type { RestoreReport } from './report.ts';

const TABLES = ['takedowns', 'takedown_marks', 'takedown_texts', 'takedown_bands'] as const;
const RemovedSchema = z.object({ tracks: z.array(z.int()) });

/** The copies of takedowns, the oldest first. Throws VALIDATION_FAILED with the name of one that cannot be read. */
export async function readCopies(files: BackupFiles): Promise<TakedownCopy[]> {
  const copies: TakedownCopy[] = [];
  for (const { name, text } of (await files.readTakedowns()) ?? []) {
    const parsed = TakedownCopySchema.safeParse(jsonOf(text));
    if (!parsed.success) throw damaged(`The copy ${name} of a takedown in ${files.place} cannot be read.`);
    copies.push(parsed.data);
  }
  return copies.toSorted((a, b) => a.created_at.localeCompare(b.created_at) || a.id - b.id);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The ids that the songs of a takedown had. */
export function removedTracks(copy: TakedownCopy): number[] {
  return copy.rows.takedowns.flatMap(({ removed }) => {
    const parsed = RemovedSchema.safeParse(jsonOf(removed ?? ''));
    return parsed.success ? parsed.data.tracks : [];
  });
}

/**
 * Stores the takedowns that the backup does not know, and removes the songs of those made since it was begun. A takedown that
 * was lifted since removes them too, as it did then. Doing it again changes nothing.
 */
export async function applyCopies(
  db: Sql,
  {
    copies,
    plans,
    since,
  }: { copies: readonly TakedownCopy[]; plans: readonly TablePlanRow[]; since: string },
): Promise<RestoreReport['takedowns']> {
  if (!hasTakedowns(plans)) return { copies: copies.length, applied: 0, tracks: [] };
  const columnsOf = (name: string) => plans.find(({ table }) => table === name)?.columns ?? [];
  const tables: TakedownTables = new Map(TABLES.map((name) => [name, columnsOf(name)]));
  let applied = 0;
  for (const copy of copies) if (await storeTakedown(db, { copy, json: JSON.stringify, tables })) applied++;
  const late = copies.filter(({ created_at }) => Date.parse(created_at) >= Date.parse(since));
  const removed = late.flatMap(removedTracks);
  const tracks = (await hasTakenDown(db, removed)) ? await applyTakedowns(db, removed) : [];
  for (const copy of copies) if (copy.lifted_at !== null) await noteLifted(db, copy);
  return { copies: copies.length, applied, tracks };
}

/** Backups of the versions before migration `takedowns` know none. */
export const hasTakedowns = (plans: readonly TablePlanRow[]): boolean =>
  plans.some(({ table }) => table === 'takedowns');
