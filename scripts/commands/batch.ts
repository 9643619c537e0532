import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import type { BatchDto } from '../../src/services/batches/batch-dto.ts';
import {
  decimal,
  filledText,
  inputFile,
  outputFile,
  type TargetChoice,
  withTarget,
} from '../command-options.ts';
import { CommandError } from '../explain.ts';
import type { BatchFile, BatchItem } from '../import/read-batch-items.ts';
import { sayWhenInterrupted } from '../local/stop-signals.ts';
import { type OpenApi, openWorkerApi } from '../operator-context.ts';
import { createProgress } from '../progress.ts';

interface BatchCommandOptions extends TargetChoice {
  format?: Format;
  operation: string;
  analyzer?: string;
  temperature?: number;
  wait?: boolean;
  results?: string;
  json?: boolean;
}

/** A CSV file is one of songs, which have more columns than a text needs. */
const FORMATS = ['ndjson', 'json'] as const;
type Format = (typeof FORMATS)[number];

const MAX_ITEMS = 1000;
const POLL_MS = 500;
const SHOWN_REJECTIONS = 20;

export function addBatch(command: Command): void {
  withTarget(command)
    .argument(
      '<file>',
      'NDJSON or JSON (a list), with a text under "lyrics" and, if you like, an "id"',
      inputFile,
    )
    .addOption(
      new Option('--format <format>', 'format of the file; default: by its content').choices(FORMATS),
    )
    .addOption(
      new Option('--operation <name>', 'what to do').choices(['analyze', 'validate']).default('analyze'),
    )
    .option('--analyzer <name>', 'as in POST /analyze', filledText(40))
    .option('--temperature <t>', 'as in POST /analyze, 0.1 to 1', decimal(0.1, 1))
    .option('--wait', 'wait until every item has ended; starts a Worker if none runs')
    .option('--results <file>', 'with --wait: write the result of each item as NDJSON', outputFile)
    .option('--json', 'print one JSON object last')
    .action(runBatch);
}

async function runBatch(path: string, options: BatchCommandOptions): Promise<void> {
  const { wait = false, results } = options;
  if (results !== undefined && !wait) throw new CommandError('--results needs --wait.');
  const file = await readFile(path, options);
  const api = await openWorkerApi(options, { start: wait });
  const ids: string[] = [];
  const withdraw = sayWhenInterrupted(() => describeKept(ids, api));
  try {
    const startedAt = performance.now();
    await submitAll(api, file.items, { options, ids });
    const batches = wait ? await followAll(api, ids) : await statusOfAll(api, ids);
    if (results !== undefined) await writeResults(api, ids, results);
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    if (options.json) console.log(JSON.stringify({ batches, rejected: file.rejected, seconds }));
    else console.log([...batches.map(describeBatch), describeRejected(file)].filter(Boolean).join('\n'));
    if (batches.some(({ counts }) => counts.failed > 0)) process.exitCode = 1;
  } finally {
    withdraw();
    await api.close();
  }
}

async function readFile(path: string, options: BatchCommandOptions): Promise<BatchFile> {
  const { openRows } = await import('../import/open-rows.ts');
  const { readBatchItems } = await import('../import/read-batch-items.ts');
  const { shape, rows } = await openRows(path, { format: options.format });
  if (shape.format === 'csv' && shape.columns !== null)
    throw new CommandError('A batch is read from NDJSON or JSON.');
  const file = await readBatchItems(rows);
  if (file.items.length === 0)
    throw new CommandError(`${path} holds no item. ${describeRejected(file)}`.trim());
  return file;
}

/** Adds each id as it is known, so that an interruption can name those that are kept. */
async function submitAll(
  api: OpenApi,
  items: readonly BatchItem[],
  { options, ids }: { options: BatchCommandOptions; ids: string[] },
): Promise<void> {
  const { operation, analyzer, temperature } = options;
  for (let from = 0; from < items.length; from += MAX_ITEMS) {
    const body = { items: items.slice(from, from + MAX_ITEMS), operation, analyzer, temperature };
    ids.push((await api.post<{ batch_id: string }>('/batch', body)).batch_id);
  }
}

const statusOfAll = (api: OpenApi, ids: readonly string[]): Promise<BatchDto[]> =>
  Promise.all(ids.map((id) => api.get<BatchDto>(`/batch/${id}/status`)));

/** Shows the progress of all batches together until each has ended. */
async function followAll(api: OpenApi, ids: readonly string[]): Promise<BatchDto[]> {
  const progress = createProgress('items');
  const sum = (batches: readonly BatchDto[], of: (batch: BatchDto) => number): number =>
    batches.reduce((total, batch) => total + of(batch), 0);
  try {
    for (;;) {
      const batches = await statusOfAll(api, ids);
      const failed = sum(batches, ({ counts }) => counts.failed);
      const ended = sum(batches, ({ counts }) => counts.done + counts.failed + counts.cancelled);
      const note = failed === 0 ? '' : `${failed} failed`;
      progress.update(
        ended,
        sum(batches, (batch) => batch.items_count),
        note,
      );
      if (batches.every((batch) => batch.finished_at !== null)) return batches;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  } finally {
    progress.stop();
  }
}

async function writeResults(api: OpenApi, ids: readonly string[], path: string): Promise<void> {
  async function* chunks() {
    for (const id of ids) yield* api.stream(`/batch/${id}/results`, { format: 'ndjson' });
  }
  await pipeline(Readable.from(chunks()), createWriteStream(path));
}

function describeKept(ids: readonly string[], { isOwn, url }: OpenApi): string {
  if (ids.length === 0) return 'Interrupted: the Worker has not confirmed a batch.';
  const next = isOwn
    ? 'It goes on when a Worker runs on the same folder (npm run demo, npm run dev).'
    : `It goes on in the background: ${url}/batch/ID/status tells how far it is.`;
  return `Interrupted: the Worker has the items of batch ${ids.join(', ')}. ${next}`;
}

function describeBatch({ batch_id, status, counts }: BatchDto): string {
  const told = Object.entries(counts).flatMap(([name, n]) => (n > 0 ? [`${n} ${name}`] : []));
  return `${batch_id}: ${status.replaceAll('_', ' ')}, ${told.join(', ')}`;
}

function describeRejected({ rejected }: BatchFile): string {
  const shown = rejected.slice(0, SHOWN_REJECTIONS).map(({ line, reason }) => `  line ${line}: ${reason}`);
  const more = rejected.length - shown.length;
  return [
    ...(rejected.length > 0 ? [`not an item (${rejected.length}):`] : []),
    ...shown,
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join('\n');
}
