import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ServiceContext } from '../../src/context.ts';
import { NO_FILTERS } from '../../src/db/queries/track-filters.ts';
import { exportAnalyses } from '../../src/services/export/export-analyses.ts';
import { exportTracks } from '../../src/services/export/export-tracks.ts';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportInput,
} from '../../src/services/export/stream-rows.ts';
import type { TrackFilterInput } from '../../src/services/search/filters.ts';
import { openOperatorContext } from '../operator-context.ts';

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

function wholeNumber(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 0 && count <= 2_147_483_647) return count;
  throw new InvalidArgumentError('expected a whole number');
}

const filtersOf = (options: ExportOptions): TrackFilterInput => ({
  ...NO_FILTERS,
  artist: options.artist ?? null,
  language: options.language ?? null,
  fromYear: options.fromYear ?? null,
  toYear: options.toYear ?? null,
});

type Input = ExportInput & { filters: TrackFilterInput };
type Open = (ctx: ServiceContext, input: Input) => Promise<AsyncGenerator<string>>;

/** What is asked of the service. What goes on after a row has no second header. */
export function toInput(options: ExportOptions): Input {
  const { format, after, limit } = options;
  return {
    format,
    header: after === 0,
    afterId: after,
    limit: limit ?? null,
    filters: filtersOf(options),
  };
}

/** Writes an export to a file, at its end where it goes on after a row, or to standard output. */
export async function writeTexts(
  texts: AsyncGenerator<string>,
  { out, after }: Pick<ExportOptions, 'out' | 'after'>,
): Promise<void> {
  const target =
    out === undefined ? process.stdout : createWriteStream(out, { flags: after > 0 ? 'a' : 'w' });
  await pipeline(Readable.from(texts), target, { end: out !== undefined });
}

async function runExport(options: ExportOptions, open: Open): Promise<void> {
  const operator = await openOperatorContext();
  try {
    await writeTexts(await open(operator.ctx, toInput(options)), options);
  } finally {
    await operator.close();
  }
}

const withOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--format <format>', 'how rows are written').choices(EXPORT_FORMATS).default('ndjson'),
    )
    .option('--out <file>', 'standard output if absent')
    .option('--after <id>', 'go on after this row: the last whole one of the file', wholeNumber, 0)
    .option('--limit <n>', 'rows at most', wholeNumber)
    .option('--artist <name>', 'only songs by this artist')
    .option('--language <code>', 'only songs in this language')
    .option('--from-year <year>', 'released then or later', wholeNumber)
    .option('--to-year <year>', 'released then or earlier', wholeNumber);

export function registerExport(program: Command): void {
  const parent = program.command('export').description('write the catalogue as a dataset');
  withOptions(parent.command('tracks'))
    .description('songs; their columns are those of GET /export/tracks')
    .option('--lyrics', 'with the texts')
    .action(({ lyrics = false, ...options }: ExportOptions & { lyrics?: boolean }) =>
      runExport(options, (ctx, input) => exportTracks(ctx, { ...input, lyrics })),
    );
  withOptions(parent.command('analyses'))
    .description('what the analyses counted; their columns are those of GET /export/analyses')
    .option('--analyzer <name>', 'only analyses by this one')
    .option('--current', 'only the analysis that stands for each text')
    .action(
      ({ analyzer, current = false, ...options }: ExportOptions & { analyzer?: string; current?: boolean }) =>
        runExport(options, (ctx, input) =>
          exportAnalyses(ctx, { ...input, analyzer: analyzer ?? null, currentOnly: current }),
        ),
    );
}
