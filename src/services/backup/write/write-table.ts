import type { R2Bucket } from '@cloudflare/workers-types';
import type { ServiceContext } from '../../../context.ts';
import {
  addPart,
  addSmallTable,
  findParts,
  finishTable,
  openTable,
  type TableRef,
  type TableState,
} from '../../../db/queries/backup-parts.ts';
import { type DumpedPage, dumpRows } from '../../../db/queries/dump-rows.ts';
import { AppError } from '../../../lib/errors.ts';
import { askR2, isUploadGone } from '../bucket.ts';
import { MIN_PART_BYTES, type TablePlan } from '../format/manifest.ts';
import { backupPrefix, tableFile } from '../format/object-keys.ts';
import { makeParts, PartTooSmall } from './make-parts.ts';

/** Of NDJSON in a page: a statement each, and a member of the file. */
const PAGE_BYTES = 512 * 1024;
const MAX_PAGE_ROWS = 5000;
/** Rows that the size of a page is judged by. */
const SAMPLE_ROWS = 200;
/** Parts are larger by whole steps of so much if a row is larger than one. */
const PART_STEP_BYTES = 1024 * 1024;
/** How often a table is begun again in one step because R2 no longer knows its upload. */
const MAX_RESTARTS = 3;

/** What a step may still do. */
export interface Allowance {
  /** Noted after each part. */
  parts: number;
  isOver(): boolean;
}

export interface TableWriting {
  ctx: Pick<ServiceContext, 'sql' | 'log'>;
  bucket: R2Bucket;
  ref: TableRef;
  /** Of the lease, which each part prolongs. */
  seconds: number;
  plan: TablePlan;
  allowance: Allowance;
}

const keyOf = ({ ref, plan }: TableWriting): string => `${backupPrefix(ref.id)}${tableFile(plan.table)}`;

const FILE = { contentType: 'application/gzip' };
const NO_ROWS: DumpedPage = { rows: 0, ndjson: '', first: null, last: null };

interface Beginning {
  partBytes: number;
  /** From 1. */
  attempts: number;
  /** The first rows of the table. */
  first: DumpedPage;
}

const lost = (): AppError => new AppError('CONFLICT', 'Another invocation has taken the backup over.');

/** The first rows, always the same ones; whether they are all. */
async function readFirst({ ctx, plan }: TableWriting): Promise<{ page: DumpedPage; isAll: boolean }> {
  const page = await dumpRows(ctx.sql, plan, { after: null, rows: SAMPLE_ROWS, bytes: PAGE_BYTES });
  return { page, isAll: page.rows < SAMPLE_ROWS && page.ndjson.length < PAGE_BYTES / 4 };
}

/** Writes a table of a few rows, as most are, in one call. */
async function writeSmall(w: TableWriting, page: DumpedPage): Promise<void> {
  const read = async (after: readonly string[] | null) => (after === null ? page : NO_ROWS);
  for await (const made of makeParts({ read, after: null, partBytes: MIN_PART_BYTES, isFirst: true })) {
    const { etag } = await askR2('take a file', () =>
      w.bucket.put(keyOf(w), made.bytes, { httpMetadata: FILE }),
    );
    const part = { ...made.facts, number: 1, etag };
    if (!(await addSmallTable(w.ctx.sql, { ...w.ref, table: w.plan.table, seconds: w.seconds, part })))
      throw lost();
  }
}

/** Begins the file of a table, or begins it again; rows of a page are chosen by the first ones. */
async function begin(w: TableWriting, p: Beginning): Promise<TableState> {
  const { partBytes, attempts, first } = p;
  const rowBytes = Math.max(1, first.ndjson.length / Math.max(1, first.rows));
  const pageRows = Math.min(MAX_PAGE_ROWS, Math.ceil(PAGE_BYTES / rowBytes));
  const { uploadId } = await askR2('begin an upload', () =>
    w.bucket.createMultipartUpload(keyOf(w), {
      httpMetadata: FILE,
      customMetadata: { attempt: String(attempts) },
    }),
  );
  const opened = { ...w.ref, table: w.plan.table, uploadId, partBytes, pageRows };
  if (!(await openTable(w.ctx.sql, opened))) throw lost();
  return {
    position: w.ref.position,
    upload_id: uploadId,
    part_bytes: partBytes,
    page_rows: pageRows,
    attempts,
    done: false,
    number: 0,
    last_key: null,
  };
}

/** Uploads the parts that are missing; whether the last one is there. */
async function uploadParts(w: TableWriting, state: TableState): Promise<boolean> {
  const { sql } = w.ctx;
  const upload = w.bucket.resumeMultipartUpload(keyOf(w), state.upload_id);
  const parts = makeParts({
    read: (after) => dumpRows(sql, w.plan, { after, rows: state.page_rows, bytes: PAGE_BYTES }),
    after: state.last_key,
    partBytes: state.part_bytes,
    isFirst: state.number === 0,
  });
  let number = state.number;
  for await (const { bytes, facts } of parts) {
    number += 1;
    const { etag } = await askR2('take a part', () => upload.uploadPart(number, bytes));
    const part = { ...facts, number, etag };
    if (!(await addPart(sql, { ...w.ref, seconds: w.seconds, part }))) throw lost();
    w.allowance.parts -= 1;
    // A part that is not full is the last one.
    if (w.allowance.isOver() && bytes.length === state.part_bytes) return false;
  }
  return true;
}

/** Makes the parts one file. An end that was not noted has left the file, which then has the length of its parts. */
async function complete(w: TableWriting, state: TableState): Promise<void> {
  const parts = await findParts(w.ctx.sql, { id: w.ref.id, position: w.ref.position });
  const upload = w.bucket.resumeMultipartUpload(keyOf(w), state.upload_id);
  try {
    await askR2('complete a file', () =>
      upload.complete(parts.map(({ number, etag }) => ({ partNumber: number, etag }))),
    );
  } catch (error) {
    if (!isUploadGone(error)) throw error;
    const file = await askR2('tell of a file', () => w.bucket.head(keyOf(w)));
    const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
    if (file?.size !== bytes || file.customMetadata?.attempt !== String(state.attempts)) throw error;
  }
  await finishTable(w.ctx.sql, w.ref);
}

/** The size of a part in which the row fits; null if the failure is another one. */
function nextPartBytes(error: unknown, now: number): number | null {
  if (isUploadGone(error)) return now;
  if (!(error instanceof PartTooSmall)) return null;
  return Math.ceil(error.bytes / PART_STEP_BYTES) * PART_STEP_BYTES;
}

/**
 * Writes the file of a table from where its last part ended, as far as the allowance goes; whether it is done. A table whose
 * upload R2 no longer knows, or with a row larger than its parts, is begun again. Throws UPSTREAM_UNAVAILABLE, and CONFLICT
 * if another invocation has taken over.
 */
export async function writeTable(w: TableWriting, known: TableState | undefined): Promise<boolean> {
  if (known !== undefined) return await writeLarge(w, known);
  const { page, isAll } = await readFirst(w);
  if (!isAll)
    return await writeLarge(w, await begin(w, { partBytes: MIN_PART_BYTES, attempts: 1, first: page }));
  await writeSmall(w, page);
  return true;
}

async function writeLarge(w: TableWriting, begun: TableState): Promise<boolean> {
  let state = begun;
  for (let restarts = 0; ; restarts++) {
    try {
      if (!(await uploadParts(w, state))) return false;
      await complete(w, state);
      return true;
    } catch (error) {
      const partBytes = nextPartBytes(error, state.part_bytes);
      if (partBytes === null || restarts === MAX_RESTARTS) throw error;
      w.ctx.log.warn('the file of a table is begun again', { table: w.plan.table, part_bytes: partBytes });
      const { page: first } = await readFirst(w);
      state = await begin(w, { partBytes, attempts: state.attempts + 1, first });
    }
  }
}
