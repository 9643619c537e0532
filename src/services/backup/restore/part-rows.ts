import { readMembers } from '../../../lib/gzip-members.ts';
import { sha256OfBytes } from '../../../lib/hash.ts';
import { runningHash } from '../../../lib/running-hash.ts';
import type { BackupPart, BackupTable } from '../format/manifest.ts';
import { vectorText } from '../format/vector-text.ts';
import { type BackupFiles, damaged } from './backup-files.ts';

/** Of NDJSON in one statement. */
const STATEMENT_BYTES = 1024 * 1024;

/** The offset of a part in its file. */
export function offsetOf({ parts }: BackupTable, part: BackupPart): number {
  return parts.filter(({ number }) => number < part.number).reduce((sum, { bytes }) => sum + bytes, 0);
}

const nameOf = ({ file }: BackupTable, { number }: BackupPart): string => `${file}, part ${number}`;

/** The stored bytes of a part. Throws VALIDATION_FAILED with the names of file and part if they are not those of the manifest. */
export async function readPart(
  files: Pick<BackupFiles, 'place' | 'read'>,
  table: BackupTable,
  part: BackupPart,
): Promise<Uint8Array> {
  const offset = offsetOf(table, part);
  const bytes = await files.read(table.file, { offset, length: part.bytes });
  if (bytes.length !== part.bytes) {
    throw damaged(
      `${nameOf(table, part)} of ${files.place} is cut off: it has ${bytes.length} of ${part.bytes} bytes from byte ${offset} on.`,
    );
  }
  if ((await sha256OfBytes(bytes)) === part.sha256) return bytes;
  throw damaged(
    `${nameOf(table, part)} of ${files.place} is damaged: bytes ${offset} to ${offset + part.bytes - 1} do not have the SHA-256 of the manifest.`,
  );
}

/**
 * The rows of a part as JSON lists of at most about a megabyte, of objects with the text of each value. After the last, throws
 * VALIDATION_FAILED if the rows are not those of the manifest.
 */
export function* rowsOfPart(stored: Uint8Array, table: BackupTable, part: BackupPart): Generator<string> {
  const vectors = table.columns.filter(({ encoding }) => encoding === 'base64');
  const hash = runningHash();
  let lines: string[] = [];
  let [rows, bytes] = [0, 0];
  for (const member of membersOf(stored, table, part)) {
    hash.add(member);
    for (const line of linesOf(member)) {
      lines.push(vectors.length === 0 ? line : withVectors(line, vectors));
      rows++;
      bytes += line.length;
      if (bytes < STATEMENT_BYTES) continue;
      yield `[${lines.join(',')}]`;
      [lines, bytes] = [[], 0];
    }
  }
  if (lines.length > 0) yield `[${lines.join(',')}]`;
  if (rows !== part.rows || hash.end() !== part.ndjson_sha256)
    throw damaged(`${nameOf(table, part)} does not hold the rows of the manifest.`);
}

function* membersOf(stored: Uint8Array, table: BackupTable, part: BackupPart): Generator<Uint8Array> {
  try {
    yield* readMembers(stored);
  } catch (cause) {
    if (cause instanceof TypeError) throw damaged(`${nameOf(table, part)} cannot be unpacked.`, cause);
    throw cause;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A member holds whole rows. */
function* linesOf(member: Uint8Array): Generator<string> {
  const text = decoder.decode(member);
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    if (line !== '') yield line;
    at = end < 0 ? text.length : end + 1;
  }
}

function withVectors(line: string, vectors: readonly { name: string; type: string }[]): string {
  const row: Record<string, string | null> = JSON.parse(line);
  for (const { name, type } of vectors) {
    const stored = row[name];
    if (typeof stored === 'string') row[name] = vectorText(stored, type);
  }
  return JSON.stringify(row);
}
