import type { ServiceContext } from '../../context.ts';
import { AppError } from '../../lib/errors.ts';
import { sendOrLeave } from '../../lib/job-queue.ts';
import { requireScope } from '../../lib/rbac.ts';
import { enqueueTrackWork } from '../analysis/enqueue-track-work.ts';
import { importTracks } from './import-tracks.ts';
import { PartOfFile } from './part-of-file.ts';
import { readUpload, type Upload } from './read-upload.ts';
import { describeFile, describeNotes } from './reader/describe-file.ts';
import { type OpenReader, openReader } from './reader/open-reader.ts';
import { FileFormatError } from './reader/piece.ts';
import type { TrackIngestDto } from './track-ingest-dto.ts';

export interface IngestInput extends Upload {
  /** The source of the rows' own ids. */
  source: string;
  /** The first row to store, from 1; the rows before it are read and passed over. */
  fromRow: number;
  /** How many rows are stored at most. */
  limit: number;
}

/**
 * Stores the songs of an uploaded file as it arrives, and sends the jobs that embed and analyse them. Ends after `limit`
 * rows or 25 s and tells the row to continue at; rows are keyed, so that a repeated one changes nothing. Throws
 * VALIDATION_FAILED if the body is no such file, or if none of its rows can be stored.
 */
export async function ingestTracks(
  ctx: Pick<ServiceContext, 'sql' | 'songHashes' | 'actor' | 'clock' | 'random' | 'queues' | 'log'>,
  input: IngestInput,
): Promise<TrackIngestDto> {
  requireScope(ctx.actor, 'catalogue:write');
  const { chunks, options } = readUpload(input);
  try {
    const reader = await openReader(chunks, options);
    if (reader.isEmpty) throw unreadable('The body is empty.');
    return await storePart(ctx, reader, input);
  } catch (error) {
    if (error instanceof FileFormatError) throw unreadable(error.message);
    throw error;
  }
}

async function storePart(
  ctx: Parameters<typeof ingestTracks>[0],
  reader: OpenReader,
  { source, fromRow, limit }: IngestInput,
): Promise<TrackIngestDto> {
  const part = new PartOfFile(reader.rows, { fromRow, limit, source, clock: ctx.clock });
  const stored = new Set<number>();
  const result = await importTracks(ctx, part.rows(), {
    source,
    seen: part.seen,
    onOutcome: ({ outcome, trackId, hasWords }) => {
      const isNew = outcome === 'added' || outcome === 'updated';
      if (isNew && hasWords && trackId !== null) stored.add(trackId);
    },
  });
  const { added, updated, unchanged, duplicates, nearDuplicates, rejected, rejections } = result;
  const refusals = rejections.map(({ line, field, reason }) => ({ row: line, field, reason }));
  const isWholeFile = fromRow === 1 && part.nextRow === null;
  if (isWholeFile && rejected === part.taken) throw allRefused(refusals, rejected);
  const work = Array.from(stored, (id) => ({ id, embed: true, analyze: true }));
  await sendOrLeave(ctx, { tracks: work.length }, () => enqueueTrackWork(ctx, work));
  return {
    file: describeFile(reader.shape, part.names),
    from_row: fromRow,
    rows_read: part.taken,
    next_row: part.nextRow,
    complete: part.nextRow === null && reader.notes.brokenOff === null,
    added,
    updated,
    unchanged,
    duplicates,
    near_duplicates: nearDuplicates,
    refused: rejected,
    refusals,
    notes: describeNotes(reader.notes),
  };
}

const unreadable = (message: string): AppError =>
  new AppError('VALIDATION_FAILED', message, {
    errors: [{ path: 'body', code: 'UNREADABLE_FILE', message }],
  });

function allRefused(refusals: TrackIngestDto['refusals'], total: number): AppError {
  if (total === 0) return unreadable('The body holds no rows.');
  const errors = refusals.map(({ row, field, reason }) => ({
    path: field === null ? `body.${row}` : `body.${row}.${field}`,
    code: 'REFUSED_ROW',
    message: reason,
  }));
  return new AppError('VALIDATION_FAILED', `None of the ${total} rows can be stored.`, {
    errors,
    errorsTotal: total,
  });
}
