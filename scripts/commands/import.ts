import { closeSync, openSync, writeSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ImportResult } from '../../src/services/import/import-tracks.ts';
import { ROW_FORMATS, type RowFormat } from '../../src/services/import/reader/row-formats.ts';
import type { ImportCounts, SongOutcome } from '../../src/services/import/tally.ts';
import { filledText, inputFileOrStdin, outputFile, type StackChoice, withStack } from '../command-options.ts';
import { CommandError } from '../explain.ts';
import type { OpenRows } from '../import/open-rows.ts';
import type { WorkCounts } from '../import/wait-for-work.ts';
import { sayWhenInterrupted } from '../local/stop-signals.ts';
import { type OperatorContext, withOperator } from '../operator-context.ts';
import { createProgress } from '../progress.ts';
import { recorded } from '../record-command.ts';

interface ImportCommandOptions extends StackChoice {
  format?: RowFormat;
  encoding?: string;
  dryRun?: boolean;
  source?: string;
  wait?: boolean;
  json?: boolean;
  report?: string;
}

const SHOWN_REJECTIONS = 20;

const EXIT_CODES = `
Exit code 0: songs of the file are in the catalogue, and lines that were refused are listed. 1: none is, or the file
breaks off or changed while it was read. With --dry-run, 1: no row can be stored.`;

export function addImport(command: Command): void {
  withStack(command)
    .addHelpText('after', EXIT_CODES)
    .argument(
      '<file>',
      'NDJSON, JSON or CSV with a header line, by its content; also packed with gzip; - reads standard input',
      inputFileOrStdin,
    )
    .addOption(
      new Option('--format <format>', 'format of the file; default: by its content').choices(ROW_FORMATS),
    )
    .option(
      '--encoding <name>',
      'encoding of the file, such as windows-1251; default: UTF-8, UTF-16 or Windows-1252, by its content',
      filledText(40),
    )
    .option('--dry-run', 'print what the file was understood to be and what would be refused; store nothing')
    .option('--source <name>', 'source of the ids in the rows (default: the file name)', parseSource)
    .option('--wait', 'wait until the songs are embedded and analysed')
    .option(
      '--report <file>',
      'write what became of each line, and what cleaning changed, as NDJSON',
      outputFile,
    )
    .option('--json', 'print one JSON object last')
    .action(runImport);
}

function parseSource(name: string): string {
  if (!/^[\w.-]{1,60}$/.test(name)) {
    throw new InvalidArgumentError('It is up to 60 letters, digits, dots, dashes and underscores.');
  }
  return name;
}

/** The name of the file without its endings; an id in a file and in its archive is the same. */
function sourceOf(path: string): string {
  if (path === '-') return 'stdin';
  const name = basename(path).replace(/\.gz$/i, '');
  return basename(name, extname(name))
    .replace(/[^\w.-]+/g, '-')
    .slice(0, 60);
}

async function runImport(path: string, options: ImportCommandOptions): Promise<void> {
  const { openRows } = await import('../import/open-rows.ts');
  const file = await openRows(path, { format: options.format, encoding: options.encoding });
  if (file.isEmpty) throw new CommandError(`${path === '-' ? 'Standard input' : path} is empty.`);
  if (options.dryRun) return runDry(path, file, options);
  const { describeFile, describeNotes, summarizeFile } = await import(
    '../../src/services/import/reader/describe-file.ts'
  );
  const description = describeFile(file.shape);
  console.error(`read as ${summarizeFile(description)}`);
  const report = options.report === undefined ? null : openReport(options.report);
  try {
    await withOperator(options, { worker: options.wait ?? false }, async (operator) => {
      const startedAt = performance.now();
      const source = options.source ?? sourceOf(path);
      const result = await recorded(
        operator.ctx,
        'importTracks',
        () => importFile(operator, file, { source, onOutcome: (outcome) => report?.write(outcome) }),
        () => source,
      );
      const change = await file.findChange();
      const notes = describeNotes(file.notes);
      if (change !== null) notes.push(`the file changed while it was read: ${change}; import it again`);
      assertSomeLines(path, result);
      const work = options.wait ? await waitFor(operator, result) : null;
      const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
      if (options.json) {
        console.log(JSON.stringify({ ...toJson(result), ...work, file: description, notes, seconds }));
      } else
        console.log([formatResult(result, seconds, work), ...notes.map((note) => `  ${note}`)].join('\n'));
      const isIncomplete = change !== null || file.notes.brokenOff !== null;
      if (takenOf(result) === 0 || isIncomplete) process.exitCode = 1;
    });
  } finally {
    report?.close();
  }
}

async function runDry(path: string, file: OpenRows, options: ImportCommandOptions): Promise<void> {
  const { dryRun, formatDryRun } = await import('../import/dry-run.ts');
  const result = await dryRun(file, options.source ?? sourceOf(path));
  console.log(options.json ? JSON.stringify(result) : formatDryRun(result));
  if (result.readable === 0 || file.notes.brokenOff !== null) process.exitCode = 1;
}

/** Lines whose songs are in the catalogue now. */
const takenOf = ({ added, updated, unchanged, duplicates }: ImportCounts): number =>
  added + updated + unchanged + duplicates;

function assertSomeLines(path: string, result: ImportCounts): void {
  if (takenOf(result) + result.rejected === 0) throw new CommandError(`${path} holds no songs.`);
}

async function importFile(
  { ctx }: OperatorContext,
  file: OpenRows,
  options: { source: string; onOutcome: (outcome: SongOutcome) => void },
): Promise<ImportResult> {
  const { importTracks } = await import('../../src/services/import/import-tracks.ts');
  const progress = createProgress('kB read');
  let stored = 0;
  const withdraw = sayWhenInterrupted(
    () => `Interrupted: ${stored} songs of the file are stored. Run the same command again to go on.`,
  );
  const onProgress = (counts: ImportCounts): void => {
    stored = takenOf(counts);
    progress.update(kilobytes(file.readBytes()), kilobytes(file.totalBytes), formatCounts(counts));
  };
  try {
    return await importTracks(ctx, file.rows, { ...options, onProgress });
  } finally {
    withdraw();
    progress.stop();
  }
}

async function waitFor(operator: OperatorContext, result: ImportCounts): Promise<WorkCounts> {
  const { waitForWork } = await import('../import/wait-for-work.ts');
  const withdraw = sayWhenInterrupted(
    () =>
      `Interrupted: all ${takenOf(result)} songs are stored. They are embedded and analysed while a Worker runs.`,
  );
  try {
    return await waitForWork(operator);
  } finally {
    withdraw();
  }
}

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024);

/** One line per song: its line in the file, its outcome and what was cleaned; never its text. */
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
