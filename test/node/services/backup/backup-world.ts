import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { R2Bucket } from '@cloudflare/workers-types';
import { startPostgres } from '../../../../scripts/local/postgres/server.ts';
import type { ServiceContext } from '../../../../src/context.ts';
import { createSql, type Sql, type Statement } from '../../../../src/db/client.ts';
import { dumpRows } from '../../../../src/db/queries/dump-rows.ts';
import { systemClock } from '../../../../src/lib/clock.ts';
import { silentLogger } from '../../../../src/lib/logger.ts';
import { type BackupManifest, ManifestSchema } from '../../../../src/services/backup/format/manifest.ts';
import { backupPrefix, manifestKey } from '../../../../src/services/backup/format/object-keys.ts';
import {
  type BackupState,
  continueBackup,
  STEP_LIMITS,
} from '../../../../src/services/backup/write/continue-backup.ts';
import { startLocalBucket } from '../../../support/local-bucket.ts';

type Context = Pick<ServiceContext, 'sql' | 'clock' | 'log' | 'backups'>;

export interface BackupWorld {
  db: Sql;
  bucket: R2Bucket;
  run(text: string, params?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** One step, which others may go on with at once if it is killed. */
  step(over?: Partial<Context>, limits?: { parts?: number }): Promise<BackupState>;
  /** Steps until the backup is complete; its manifest. */
  finish(over?: Partial<Context>, limits?: { parts?: number }): Promise<BackupManifest>;
  manifest(id: string): Promise<BackupManifest>;
  close(): Promise<void>;
}

const MIGRATION = join(import.meta.dirname, '../../../../migrations/0043_backups.sql');

/** The tables of backups alone, so that a whole backup is a few tables. */
async function createTables(run: BackupWorld['run']): Promise<void> {
  await run('create table takedowns (id integer primary key)');
  await run('create table schema_migrations (id integer primary key, name text)');
  await run(`insert into schema_migrations values (1, '0001_first')`);
  const text = readFileSync(MIGRATION, 'utf8').replaceAll(/--[^\n]*/g, '');
  for (const statement of text.split(';')) if (statement.trim() !== '') await run(statement);
}

/** Rows of so many bytes in all that gzip makes no smaller than three quarters. */
export async function fillBulk(run: BackupWorld['run'], megabytes: number): Promise<void> {
  await run('create table if not exists bulk (id integer primary key, body text)');
  for (let i = 0; i < megabytes; i++) {
    const rows = Array.from({ length: 64 }, () => randomBytes(12_288).toString('base64'));
    await run(
      `insert into bulk select ${i * 64} + n, body from unnest($1::text[]) with ordinality b (body, n)`,
      [rows],
    );
  }
}

export async function startBackupWorld(): Promise<BackupWorld> {
  const postgres = await startPostgres({});
  const { bucket, close } = await startLocalBucket();
  const db = createSql({
    url: postgres.databaseUrl,
    fetchEndpoint: postgres.fetchEndpoint,
    timeoutMs: 60_000,
  });
  const run: BackupWorld['run'] = (text, params = []) => db.query({ text, params });
  await run('create extension if not exists vector');
  await createTables(run);
  const ctx: Context = { sql: db, clock: systemClock, log: silentLogger, backups: bucket };
  const step: BackupWorld['step'] = (over = {}, { parts = 100 } = {}) =>
    continueBackup({ ...ctx, ...over }, { now: true, limits: { ...STEP_LIMITS, parts, leaseSeconds: 0 } });
  const manifest = async (id: string) => {
    const object = await bucket.get(manifestKey(id));
    if (object === null) throw new Error(`${id} is not complete`);
    return ManifestSchema.parse(await object.json());
  };
  return {
    db,
    bucket,
    run,
    step,
    manifest,
    finish: async (over, limits) => {
      for (;;) {
        const state = await step(over, limits);
        if (state.state === 'complete') return await manifest(state.id);
      }
    },
    close: async () => {
      await close();
      await postgres.close();
    },
  };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The rows of a table of a backup, after every checksum and count of its manifest. Throws for any that is wrong. */
export async function readTable(bucket: R2Bucket, manifest: BackupManifest, table: string): Promise<string> {
  const entry = manifest.tables.find((one) => one.table === table);
  if (entry === undefined) throw new Error(`${table} is not in the backup`);
  const object = await bucket.get(`${backupPrefix(manifest.id)}${entry.file}`);
  const file = new Uint8Array((await object?.arrayBuffer()) ?? []);
  let at = 0;
  const texts = entry.parts.map((part) => {
    const bytes = file.subarray(at, at + part.bytes);
    at += part.bytes;
    const ndjson = gunzipSync(bytes);
    const rows = ndjson.toString().split('\n').length - 1;
    const told = [part.sha256, part.ndjson_sha256, part.ndjson_bytes, part.rows];
    const found = [sha256(bytes), sha256(ndjson), ndjson.length, rows];
    if (String(told) !== String(found))
      throw new Error(`${table} part ${part.number}: ${told} is not ${found}`);
    return ndjson.toString();
  });
  const whole = gunzipSync(file).toString();
  if (at !== file.length || whole !== texts.join('')) throw new Error(`${table} is not the sum of its parts`);
  return whole;
}

/** The rows of a table as they are now. */
export async function readNow(db: Sql, manifest: BackupManifest, table: string): Promise<string> {
  const entry = manifest.tables.find((one) => one.table === table);
  if (entry === undefined) throw new Error(`${table} is not in the backup`);
  let text = '';
  for (let after: readonly string[] | null = null; ; ) {
    const page: Awaited<ReturnType<typeof dumpRows>> = await dumpRows(db, entry, {
      after,
      rows: 500,
      bytes: 5e6,
    });
    if (page.rows === 0) return text;
    text += page.ndjson;
    after = page.last;
  }
}

/** What of a manifest does not depend on when it was made. */
export const timeless = ({ id: _, started_at: __, finished_at: ___, ...rest }: BackupManifest) => rest;

class Killed extends Error {}

export interface Cut {
  sql: Sql;
  backups: R2Bucket;
}

/** The calls of R2, and those of Postgres that note what R2 has; others only read. */
const NOTES =
  /insert into backup_(?:tables|parts)|update backup_tables set finished_at|update backups set status/;

/**
 * A bucket and a database at whose every call (of those that change something) the Worker is killed once before and once
 * after it, or which refuse the call once. A killed Worker makes no more calls.
 */
export function cutAtEveryCall(
  world: BackupWorld,
  how: 'killed' | 'refused',
  files: readonly string[] | null = null,
) {
  /** Calls at which something happened so far. */
  const seen = new Set<string>();
  /** Another Worker, with the same past. */
  const next = (): Cut => {
    let dead = false;
    const call = async <T>(label: string, work: () => Promise<T>): Promise<T> => {
      if (dead) throw new Killed();
      if (strike(`before ${label}`)) throw end();
      const result = await work();
      if (how === 'killed' && strike(`after ${label}`)) throw end();
      return result;
    };
    const isOf = (label: string): boolean =>
      files === null || files.some((file) => label.endsWith(` ${file}`));
    const strike = (label: string): boolean =>
      isOf(label) && !seen.has(label) && seen.add(label) !== undefined;
    const end = (): Error => {
      dead = how === 'killed';
      return how === 'killed' ? new Killed() : new Error('put: We encountered an internal error. (10001)');
    };
    const at = { file: '' };
    const sql = how === 'killed' ? cutSql(world.db, at, call, () => dead) : world.db;
    return { sql, backups: cutBucket(world.bucket, at, call) };
  };
  return { next };
}

type Call = <T>(label: string, work: () => Promise<T>) => Promise<T>;

/** The file that R2 was asked about last: what is noted is about it. */
interface At {
  file: string;
}

function cutSql(db: Sql, at: At, call: Call, isDead: () => boolean): Sql {
  const ask = async <T>(statements: readonly Statement[], work: () => Promise<T>): Promise<T> => {
    if (isDead()) throw new Killed();
    const note = NOTES.exec(statements.map((one) => one.text).join(' '))?.[0];
    const numbers = statements.flatMap((one) => one.params.filter(Number.isInteger)).slice(0, 3);
    return note === undefined ? await work() : await call(`${note} ${numbers} of ${at.file}`, work);
  };
  return {
    query: (statement) => ask([statement], () => db.query(statement)),
    batch: (statements, options) => ask(statements, () => db.batch(statements, options)),
  };
}

function cutBucket(bucket: R2Bucket, at: At, call: Call): R2Bucket {
  const visit = (key: string): string => {
    at.file = key.split('/').at(-1) ?? key;
    return at.file;
  };
  const cut: Pick<
    R2Bucket,
    'createMultipartUpload' | 'resumeMultipartUpload' | 'head' | 'list' | 'delete' | 'put'
  > = {
    createMultipartUpload: (key, options) =>
      call(`create ${visit(key)}`, () => bucket.createMultipartUpload(key, options)),
    resumeMultipartUpload: (key, uploadId) => {
      const upload = bucket.resumeMultipartUpload(key, uploadId);
      const file = visit(key);
      return {
        key,
        uploadId,
        uploadPart: (number, value) =>
          call(`part ${number} of ${file}`, () => upload.uploadPart(number, value)),
        complete: (parts) => call(`complete ${file}`, () => upload.complete(parts)),
        abort: () => upload.abort(),
      };
    },
    head: (key) => bucket.head(key),
    list: (options) => bucket.list(options),
    delete: (keys) => bucket.delete(keys),
    put: ((key: string, value: string, options?: object) =>
      call(`put ${visit(key)}`, () => bucket.put(key, value, options))) as R2Bucket['put'],
  };
  return cut as R2Bucket;
}
