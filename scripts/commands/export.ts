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

interface ExportOptions {
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

type Open = (
  ctx: ServiceContext,
  input: ExportInput & { filters: TrackFilterInput },
) => Promise<AsyncGenerator<string>>;

/** Writes an export to a file or to standard output. What goes on after an id is appended, without a second header. */
async function writeExport(options: ExportOptions, open: Open): Promise<void> {
  const operator = await openOperatorContext();
  try {
    const goesOn = options.after > 0;
    const texts = await open(operator.ctx, {
      format: options.format,
      header: !goesOn,
      afterId: options.after,
      limit: options.limit ?? null,
      filters: filtersOf(options),
    });
    const out =
      options.out === undefined
        ? process.stdout
        : createWriteStream(options.out, { flags: goesOn ? 'a' : 'w' });
    await pipeline(Readable.from(texts), out, { end: options.out !== undefined });
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
      writeExport(options, (ctx, input) => exportTracks(ctx, { ...input, lyrics })),
    );
  withOptions(parent.command('analyses'))
    .description('what the analyses counted; their columns are those of GET /export/analyses')
    .option('--analyzer <name>', 'only analyses by this one')
    .option('--current', 'only the analysis that stands for each text')
    .action(
      ({ analyzer, current = false, ...options }: ExportOptions & { analyzer?: string; current?: boolean }) =>
        writeExport(options, (ctx, input) =>
          exportAnalyses(ctx, { ...input, analyzer: analyzer ?? null, currentOnly: current }),
        ),
    );
}
