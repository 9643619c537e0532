import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { openRows } from '../import/open-rows.ts';

/** `one-cell`: a CSV whose only row is one cell of the whole size, which must be passed over, not held. */
export type FileKind = 'ndjson' | 'json' | 'csv' | 'csv-gz' | 'csv-utf16' | 'one-cell';

export interface ImportBench {
  kind: FileKind;
  megabytes: number;
  rows: number;
  refused: number;
  seconds: number;
  rows_per_second: number;
  megabytes_per_second: number;
  /** The highest resident memory while the file was read, and before. */
  peak_rss_mb: number;
  start_rss_mb: number;
}

const MB = 1024 * 1024;
const SAMPLE_MS = 100;
const BATCH_ROWS = 100;
const LINES = 40;
const WORDS = [
  'harbour',
  'lantern',
  'ladder',
  'winter',
  'copper',
  'rocket',
  'velvet',
  'café',
  '"so"',
  'garden,',
];

/** A song of about 2 KB; its words depend on its number alone. */
function songOf(n: number): { artist: string; title: string; lyrics: string } {
  const word = (i: number): string => WORDS[(n * 7 + i * i) % WORDS.length] ?? '';
  const line = (i: number): string => Array.from({ length: 7 }, (_, j) => word(i * 7 + j)).join(' ');
  return {
    artist: `Artist ${n % 500}`,
    title: `Title ${n}`,
    lyrics: Array.from({ length: LINES }, (_, i) => line(i)).join('\n'),
  };
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function* textOf(kind: FileKind, bytes: number): Generator<string> {
  if (kind === 'one-cell') {
    yield 'artist,title,lyrics\n1,2,"';
    for (let size = 0; size < bytes; size += MB) yield 'a line of words\n'.repeat(MB / 16);
    return yield '"\n';
  }
  const isCsv = kind.startsWith('csv');
  if (isCsv) yield 'artist,title,lyrics\n';
  if (kind === 'json') yield '[';
  for (let n = 0, size = 0; size < bytes; n += BATCH_ROWS) {
    const songs = Array.from({ length: BATCH_ROWS }, (_, i) => songOf(n + i));
    const rows = songs.map((song) =>
      isCsv
        ? `${Object.values(song).map(quoted).join(',')}\n`
        : JSON.stringify(song) + (kind === 'json' ? ',' : '\n'),
    );
    const text = rows.join('');
    size += Buffer.byteLength(text);
    yield text;
  }
  if (kind === 'json') yield '{}]';
}

async function writeFile(path: string, kind: FileKind, bytes: number): Promise<void> {
  const encoding = kind === 'csv-utf16' ? 'utf16le' : 'utf8';
  const size = kind === 'csv-utf16' ? bytes / 2 : bytes;
  function* chunks() {
    for (const text of textOf(kind, size)) yield Buffer.from(text, encoding);
  }
  const out = createWriteStream(path);
  if (kind === 'csv-gz') await pipeline(Readable.from(chunks()), createGzip({ level: 1 }), out);
  else await pipeline(Readable.from(chunks()), out);
}

/** Writes a file of this kind and size to the temporary folder, reads it as an import does, and removes it. */
export async function benchImport(kind: FileKind, megabytes: number): Promise<ImportBench> {
  const folder = await mkdtemp(join(tmpdir(), 'barline-bench-import-'));
  try {
    const path = join(folder, 'songs');
    await writeFile(path, kind, megabytes * MB);
    return await measure(path, kind);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(path: string, kind: FileKind): Promise<ImportBench> {
  const megabytes = (await stat(path)).size / MB;
  const start = process.memoryUsage.rss();
  let peak = start;
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, SAMPLE_MS);
  const startedAt = performance.now();
  let rows = 0;
  let refused = 0;
  try {
    for await (const line of (await openRows(path)).rows) {
      if ('row' in line) rows += 1;
      else refused += 1;
    }
  } finally {
    clearInterval(sampler);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    kind,
    megabytes: Math.round(megabytes),
    rows,
    refused,
    seconds: Math.round(seconds * 10) / 10,
    rows_per_second: Math.round(rows / seconds),
    megabytes_per_second: Math.round((megabytes / seconds) * 10) / 10,
    peak_rss_mb: Math.round(Math.max(peak, process.memoryUsage.rss()) / MB),
    start_rss_mb: Math.round(start / MB),
  };
}
