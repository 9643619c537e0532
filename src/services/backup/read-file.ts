import type { R2Bucket, R2ObjectBody } from '@cloudflare/workers-types';
import type { ServiceContext } from '../../context.ts';
import { AppError } from '../../lib/errors.ts';
import { requireScope } from '../../lib/rbac.ts';
import { askR2, listObjects, openBucket } from './bucket.ts';
import { backupPrefix, TAKEDOWNS_PREFIX } from './format/object-keys.ts';
import { readBackups } from './stored-backups.ts';

export interface ByteRange {
  /** The first byte. */
  from: number;
  /** The last byte. */
  to: number;
}

export interface BackupFile {
  body: R2ObjectBody['body'];
  type: string;
  /** Of the whole file. */
  size: number;
  tag: string;
  /** Null: the whole file. */
  range: ByteRange | null;
}

const LATEST = 'latest';

/** A range of one piece, as `bytes=0-99`, `bytes=100-` or `bytes=-100`; null for any other, and beyond the end. */
export function readRange(header: string | null, size: number): ByteRange | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  const range =
    from === ''
      ? { from: Math.max(0, size - Number(to)), to: size - 1 }
      : { from: Number(from), to: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
  return range.from <= range.to ? range : null;
}

async function latestOf(bucket: R2Bucket): Promise<string> {
  const found = (await readBackups(bucket)).find((one) => one.complete);
  if (found === undefined) throw new AppError('NOT_FOUND', 'There is no complete backup.');
  return found.id;
}

/**
 * A file of a backup, whole or a range of it; `latest` is the latest complete one. The database is not asked. Throws
 * NOT_FOUND, and UPSTREAM_UNAVAILABLE if R2 does not answer.
 */
export async function readFile(
  ctx: Pick<ServiceContext, 'actor' | 'backups'>,
  p: { id: string; file: string; range: string | null },
): Promise<BackupFile> {
  requireScope(ctx.actor, 'backups:admin');
  const bucket = openBucket(ctx);
  const id = p.id === LATEST ? await latestOf(bucket) : p.id;
  const key = `${backupPrefix(id)}${p.file}`;
  const head = await askR2('tell of a file', () => bucket.head(key));
  const range = head === null ? null : readRange(p.range, head.size);
  const part = range === null ? {} : { range: { offset: range.from, length: range.to - range.from + 1 } };
  const object = head === null ? null : await askR2('read a file', () => bucket.get(key, part));
  if (object === null) throw new AppError('NOT_FOUND', `The backup ${id} has no file ${p.file}.`);
  const type = object.httpMetadata?.contentType ?? 'application/octet-stream';
  return { body: object.body, type, size: object.size, tag: object.httpEtag, range };
}

/** The copies of all takedowns, one JSON object a line, the oldest first. */
export async function readTakedownCopies(
  ctx: Pick<ServiceContext, 'actor' | 'backups'>,
): Promise<AsyncGenerator<string>> {
  requireScope(ctx.actor, 'backups:admin');
  const bucket = openBucket(ctx);
  const objects = await listObjects(bucket, TAKEDOWNS_PREFIX);
  return (async function* () {
    for (const { key } of objects) {
      const object = await askR2('read a copy', () => bucket.get(key));
      if (object !== null) yield `${await object.text()}\n`;
    }
  })();
}
