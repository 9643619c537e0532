import type { ServiceContext } from '../../context.ts';
import { requireScope } from '../../lib/rbac.ts';
import type { Change } from '../../lyrics/text/normalize.ts';
import { BatchBuilder } from './batch.ts';
import { prepareSong } from './song.ts';
import { storeBatch } from './store.ts';
import { createTally, type ImportCounts, type Rejection, type SongOutcome } from './tally.ts';

/**
 * A row of a file, with the changes that reading made to its texts, or the reason why a line could not be read. Lines
 * count from 1.
 */
export type ImportLine =
  | { line: number; row: unknown; changes?: readonly Change[] }
  | { line: number; reason: string };

export interface ImportOptions {
  /** The source of the rows' own ids: the same id from another source is another song. */
  source: string;
  /** Keys of rows that an earlier part of the same file has stored; this import adds its own. */
  seen?: Set<string>;
  onProgress?: (counts: Readonly<ImportCounts>) => void;
  /** Called for every line that was read or rejected. */
  onOutcome?: (outcome: SongOutcome) => void;
}

export interface ImportResult extends ImportCounts {
  /** The first hundred, by line. */
  rejections: Rejection[];
}

/**
 * Cleans and stores songs row by row, in batches of three requests. A second import of the same rows changes nothing.
 * A row that cannot be stored is reported by its line, and the import continues. Embedding and analysis are left to
 * the jobs for pending tracks. Memory holds one batch of songs and the key of every stored row.
 */
export async function importTracks(
  ctx: Pick<ServiceContext, 'sql' | 'songHashes' | 'actor' | 'clock' | 'random'>,
  lines: AsyncIterable<ImportLine> | Iterable<ImportLine>,
  options: ImportOptions,
): Promise<ImportResult> {
  requireScope(ctx.actor, 'catalogue:write');
  const tally = createTally(options.onOutcome);
  const seen = options.seen ?? new Set<string>();
  const builder = new BatchBuilder();
  const storeNext = async (): Promise<void> => {
    for (const outcome of await storeBatch(ctx, builder.take(), seen)) tally.add(outcome);
    options.onProgress?.(tally.counts);
  };
  for await (const line of lines) {
    const prepared = 'reason' in line ? { ...line, field: null } : await prepareSong(line, options.source);
    if ('reason' in prepared) tally.reject(line.line, prepared);
    else builder.add(prepared.song);
    if (builder.isFull) await storeNext();
  }
  while (!builder.isEmpty) await storeNext();
  options.onProgress?.(tally.counts);
  const rejections = tally.rejections.toSorted((a, b) => a.line - b.line);
  return { ...tally.counts, rejections };
}
