import { closeSync, openSync, writeSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ImportResult, importTracks } from '../../src/services/import/import-tracks.ts';
import type { ImportCounts, SongOutcome } from '../../src/services/import/tally.ts';
import { type OpenRows, openRows, ROW_FORMATS, type RowFormat } from '../import/open-rows.ts';
import { type WorkCounts, waitForWork } from '../import/wait-for-work.ts';
import { type OperatorContext, openOperatorContext } from '../operator-context.ts';
import { createProgress } from '../progress.ts';

interface ImportCommandOptions {
  format?: RowFormat;
  source?: string;
  wait?: boolean;
  json?: boolean;
  report?: string;
}

const SHOWN_REJECTIONS = 20;

export function registerImport(program: Command): void {
  program
    .command('import')
    .description('clean and store the songs of a file; importing it again changes nothing')
    .argument(
      '<file>',
      'NDJSON, JSON (a list, or an object with one under "tracks") or CSV with a header line',
    )
    .addOption(
      new Option('--format <format>', 'format of the file; default: by its extension').choices(ROW_FORMATS),
    )
    .option('--source <name>', "where the rows' own ids come from; default: the file's name", parseSource)
    .option('--wait', 'stay until the songs are embedded and analysed')
    .option('--report <file>', 'write what became of each line, and what cleaning changed, as NDJSON')
    .option('--json', 'print one JSON object last')
    .action(runImport);
}

function parseSource(name: string): string {
  if (!/^[\w.-]{1,60}$/.test(name)) {
    throw new InvalidArgumentError('It is up to 60 letters, digits, dots, dashes and underscores.');
  }
  return name;
}

const sourceOf = (path: string): string =>
  basename(path, extname(path))
    .replace(/[^\w.-]+/g, '-')
    .slice(0, 60);

async function runImport(path: string, options: ImportCommandOptions): Promise<void> {
  const file = await openRows(path, { format: options.format });
  const report = options.report === undefined ? null : openReport(options.report);
  const operator = await openOperatorContext({ worker: options.wait ?? false });
  try {
    const startedAt = performance.now();
    const result = await importFile(operator, file, {
      source: options.source ?? sourceOf(path),
      onOutcome: (outcome) => report?.write(outcome),
    });
    const work = options.wait ? await waitForWork(operator) : null;
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    if (options.json) console.log(JSON.stringify({ ...toJson(result), ...work, seconds }));
    else console.log(formatResult(result, seconds, work));
  } finally {
    report?.close();
    await operator.close();
  }
}

async function importFile(
  operator: OperatorContext,
  file: OpenRows,
  options: { source: string; onOutcome: (outcome: SongOutcome) => void },
): Promise<ImportResult> {
  const progress = createProgress('kB read');
  const onProgress = (counts: ImportCounts): void =>
    progress.update(kilobytes(file.readBytes()), kilobytes(file.totalBytes), formatCounts(counts));
  try {
    return await importTracks(operator.ctx, file.rows, { ...options, onProgress });
  } finally {
    progress.stop();
  }
}

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024);

/** A line for each song: where it stands, what it became and what was cleaned; never its text. */
function openReport(path: string): { write(outcome: SongOutcome): void; close(): void } {
  const file = openSync(path, 'w');
  return {
    write: ({ line, outcome, key, trackId, duplicateOf, changes, dropped, reason }) => {
      const entry = {
        line,
        outcome,
        key,
        track_id: trackId,
        duplicate_of: duplicateOf,
        changes,
        dropped,
        reason,
      };
      writeSync(file, `${JSON.stringify(entry)}\n`);
    },
    close: () => closeSync(file),
  };
}

/** The fixed keys of the machine-readable answer. */
export function toJson(result: ImportResult) {
  const { nearDuplicates, rejections, ...counts } = result;
  return { ...counts, near_duplicates: nearDuplicates, rejections };
}

function formatCounts(counts: ImportCounts): string {
  const { added, updated, unchanged, duplicates, nearDuplicates, rejected } = counts;
  const near = nearDuplicates === 0 ? '' : ` (${nearDuplicates} of them near-duplicates)`;
  return `${added} added${near}, ${updated} updated, ${unchanged} unchanged, ${duplicates} duplicates, ${rejected} rejected`;
}

/** The outcome for a person: the counts, then the first lines that were refused and why. */
export function formatResult(result: ImportResult, seconds: number, work: WorkCounts | null): string {
  const shown = result.rejections.slice(0, SHOWN_REJECTIONS);
  const more = result.rejected - shown.length;
  return [
    `${formatCounts(result)}; ${seconds} s`,
    ...shown.map(({ line, reason }) => `  line ${line}: ${reason}`),
    ...(more > 0 ? [`  and ${more} more; --report FILE lists them all`] : []),
    ...(work === null
      ? []
      : [`in the database: ${work.embedded} embedded, ${work.analyzed} analysed, ${work.failed} failed`]),
  ].join('\n');
}
