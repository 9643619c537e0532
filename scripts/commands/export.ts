import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { ServiceContext } from '../../src/context.ts';
import type { ExportFormat, ExportInput } from '../../src/services/export/stream-rows.ts';
import type { TrackFilterInput } from '../../src/services/search/filters.ts';
import {
  filledText,
  languageCode,
  MAX_ID,
  outputFile,
  type TargetChoice,
  wholeNumber,
  withTarget,
} from '../command-options.ts';
import { CommandError } from '../explain.ts';
import { followRows, type LastRow } from '../last-row.ts';
import { sayWhenInterrupted } from '../local/stop-signals.ts';
import { openWorkerApi, withOperator } from '../operator-context.ts';

export interface ExportOptions {
  format: ExportFormat;
  out?: string;
  after: number;
  limit?: number;
  artist?: string;
  language?: string;
  fromYear?: number;
  toYear?: number;
}

type CommandOptions = ExportOptions &
  TargetChoice & { lyrics?: boolean; analyzer?: string; current?: boolean };

const FORMATS = ['ndjson', 'csv'] as const satisfies readonly ExportFormat[];
const MAX_ROWS = 10_000_000;

const filtersOf = (options: ExportOptions): Partial<TrackFilterInput> => ({
  artist: options.artist ?? null,
  language: options.language ?? null,
  fromYear: options.fromYear ?? null,
  toYear: options.toYear ?? null,
});

/** The query of the export. A continued export has no second header. */
export function toInput({ format, after, limit }: ExportOptions): ExportInput {
  return { format, header: after === 0, afterId: after, limit: limit ?? null };
}

interface Sink {
  /** Resolves when the text is written, so that a signal can only cut off later text. */
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

async function openSink({ out, after }: Pick<ExportOptions, 'out' | 'after'>): Promise<Sink> {
  if (out === undefined) return { write: writeToOutput, close: async () => {} };
  const file = await open(out, after > 0 ? 'a' : 'w');
  return { write: (text) => file.appendFile(text), close: () => file.close() };
}

function writeToOutput(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/**
 * Writes an export to standard output or a file; appends when it continues after a row. Stops between two pieces
 * when `signal` is aborted.
 */
export async function writeTexts(
  texts: AsyncIterable<string>,
  options: Pick<ExportOptions, 'format' | 'out' | 'after'>,
  { signal, last = followRows(options.format) }: { signal?: AbortSignal; last?: LastRow } = {},
): Promise<void> {
  const sink = await openSink(options);
  try {
    for await (const text of texts) {
      if (signal?.aborted) return;
      await sink.write(text);
      last.add(text);
    }
  } finally {
    await sink.close();
  }
}

/** Writes the export; at a signal, finishes the current piece and prints how to continue. */
async function writeUntilStopped(texts: AsyncIterable<string>, options: ExportOptions): Promise<void> {
  const stop = new AbortController();
  const ended = new AbortController();
  const last = followRows(options.format);
  const withdraw = sayWhenInterrupted(async () => {
    stop.abort();
    if (!ended.signal.aborted) await once(ended.signal, 'abort');
    return describeKept(last, options);
  });
  try {
    await writeTexts(texts, options, { signal: stop.signal, last });
  } finally {
    ended.abort();
    withdraw();
  }
}

export function describeKept(
  { id, rows }: LastRow,
  { out, after }: Pick<ExportOptions, 'out' | 'after'>,
): string {
  const where = out === undefined ? 'were written' : `are in ${out}`;
  const append = out === undefined ? '' : ', which appends to the file';
  const next = id ?? after;
  const how = next === 0 ? 'Run the same command again.' : `Go on with --after ${next}${append}.`;
  return `Interrupted: ${rows} whole rows ${where}. ${how}`;
}

const withOptions = (command: Command): Command =>
  withTarget(command)
    .addOption(new Option('--format <format>', 'how rows are written').choices(FORMATS).default('ndjson'))
    .option('--out <file>', 'standard output if absent', outputFile)
    .option(
      '--after <id>',
      'continue after this row: the last complete one of the file',
      wholeNumber(0, MAX_ID),
      0,
    )
    .option('--limit <n>', 'maximum number of rows', wholeNumber(1, MAX_ROWS))
    .option('--artist <name>', 'only songs by this artist', filledText(300))
    .option('--language <code>', 'only songs in this language, such as en', languageCode)
    .option('--from-year <year>', 'released then or later', wholeNumber(1900, 2100))
    .option('--to-year <year>', 'released then or earlier', wholeNumber(1900, 2100));

export function addExportTracks(command: Command): void {
  withOptions(command)
    .option('--lyrics', 'include the texts')
    .action(async (options: CommandOptions) => {
      assertYears(options);
      const { lyrics = false } = options;
      if (options.url !== undefined) return exportFromWorker('/export/tracks', options, { lyrics });
      return exportFromStack(options, async (ctx) => {
        const { exportTracks } = await import('../../src/services/export/export-tracks.ts');
        return exportTracks(ctx, { ...toInput(options), filters: await allFilters(options), lyrics });
      });
    });
}

export function addExportAnalyses(command: Command): void {
  withOptions(command)
    .option('--analyzer <name>', 'only analyses by this analyser', filledText(40))
    .option('--current', 'only the current analysis of each text')
    .action(async (options: CommandOptions) => {
      assertYears(options);
      const { analyzer, current = false } = options;
      if (options.url !== undefined)
        return exportFromWorker('/export/analyses', options, { analyzer, current });
      return exportFromStack(options, async (ctx) => {
        const { exportAnalyses } = await import('../../src/services/export/export-analyses.ts');
        const filters = await allFilters(options);
        return exportAnalyses(ctx, {
          ...toInput(options),
          filters,
          analyzer: analyzer ?? null,
          currentOnly: current,
        });
      });
    });
}

async function allFilters(options: ExportOptions): Promise<TrackFilterInput> {
  const { NO_FILTERS } = await import('../../src/db/queries/track-filters.ts');
  return { ...NO_FILTERS, ...filtersOf(options) };
}

const exportFromStack = (
  options: CommandOptions,
  read: (ctx: ServiceContext) => Promise<AsyncGenerator<string>>,
): Promise<void> =>
  withOperator(options, { mustHoldData: true }, async ({ ctx }) =>
    writeUntilStopped(await read(ctx), options),
  );

async function exportFromWorker(
  path: string,
  options: CommandOptions,
  own: Record<string, string | boolean | undefined>,
): Promise<void> {
  const api = await openWorkerApi(options, { start: false });
  const { format, after, limit, artist, language } = options;
  const texts = api.stream(path, {
    ...{ format, after, limit, artist, language, header: after === 0 },
    from_year: options.fromYear,
    to_year: options.toYear,
    ...own,
  });
  await writeUntilStopped(texts, options);
}

function assertYears({ fromYear = 0, toYear = Number.POSITIVE_INFINITY }: ExportOptions): void {
  if (fromYear > toYear) throw new CommandError('--from-year is later than --to-year.');
}
