import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import type { BatchDto } from '../../src/services/batches/batch-dto.ts';
import { getBatchStatus } from '../../src/services/batches/get-batch-status.ts';
import { openRows } from '../import/open-rows.ts';
import { type BatchFile, type BatchItem, readBatchItems } from '../import/read-batch-items.ts';
import { type OperatorContext, openOperatorContext } from '../operator-context.ts';
import { createProgress } from '../progress.ts';

interface BatchCommandOptions {
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

export function registerBatch(program: Command): void {
  program
    .command('batch')
    .description('analyse or check the texts of a file in the background, a thousand to a batch')
    .argument('<file>', 'NDJSON or JSON (a list), with a text under "lyrics" and, if you like, an "id"')
    .addOption(
      new Option('--format <format>', 'format of the file; default: by its extension').choices(FORMATS),
    )
    .addOption(
      new Option('--operation <name>', 'what to do').choices(['analyze', 'validate']).default('analyze'),
    )
    .option('--analyzer <name>', 'as of POST /analyze')
    .option('--temperature <t>', 'as of POST /analyze', Number)
    .option('--wait', 'stay until every item has ended, with a Worker of its own where none runs')
    .option('--results <file>', 'with --wait: write what became of each item as NDJSON')
    .option('--json', 'print one JSON object last')
    .action(runBatch);
}

async function runBatch(path: string, options: BatchCommandOptions): Promise<void> {
  const { format, rows } = await openRows(path, { format: options.format });
  if (format === 'csv') throw new Error('A batch is read from NDJSON or JSON.');
  const file = await readBatchItems(rows);
  if (file.items.length === 0) throw new Error(`${path} holds no item. ${describeRejected(file)}`.trim());
  const operator = await openOperatorContext({ worker: options.wait ?? false });
  try {
    const startedAt = performance.now();
    const ids = await submitAll(operator, file.items, options);
    const batches = options.wait ? await followAll(operator, ids) : await statusOfAll(operator, ids);
    if (options.wait && options.results !== undefined) await writeResults(operator, ids, options.results);
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    if (options.json) console.log(JSON.stringify({ batches, rejected: file.rejected, seconds }));
    else console.log([...batches.map(describeBatch), describeRejected(file)].filter(Boolean).join('\n'));
    if (batches.some(({ counts }) => counts.failed > 0)) process.exitCode = 1;
  } finally {
    await operator.close();
  }
}

async function submitAll(
  operator: OperatorContext,
  items: readonly BatchItem[],
  { operation, analyzer, temperature }: BatchCommandOptions,
): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < items.length; from += MAX_ITEMS) {
    const body = { items: items.slice(from, from + MAX_ITEMS), operation, analyzer, temperature };
    ids.push(await submit(operator, body));
  }
  return ids;
}

async function submit(operator: OperatorContext, body: object): Promise<string> {
  if (operator.workerUrl === null) {
    throw new Error('No Worker runs: start one with npm run demo or npm run dev, or add --wait.');
  }
  const response = await fetch(`${operator.workerUrl}/batch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as {
    batch_id: string;
    detail?: string;
    errors?: { path: string; message: string }[];
    errors_total?: number;
  };
  if (response.ok) return answer.batch_id;
  const faults = (answer.errors ?? []).slice(0, SHOWN_REJECTIONS);
  const lines = faults.map((fault) => `  ${fault.path}: ${fault.message}`);
  const more = (answer.errors_total ?? answer.errors?.length ?? 0) - faults.length;
  if (more > 0) lines.push(`  and ${more} more`);
  throw new Error(
    [`the Worker answered ${response.status}`, ...(lines.length ? lines : [answer.detail])].join('\n'),
  );
}

const statusOfAll = (operator: OperatorContext, ids: readonly string[]): Promise<BatchDto[]> =>
  Promise.all(ids.map((id) => getBatchStatus(operator.ctx, id)));

/** Shows the progress of all batches together until each has ended. */
async function followAll(operator: OperatorContext, ids: readonly string[]): Promise<BatchDto[]> {
  const progress = createProgress('items');
  const sum = (batches: readonly BatchDto[], of: (batch: BatchDto) => number): number =>
    batches.reduce((total, batch) => total + of(batch), 0);
  try {
    for (;;) {
      const batches = await statusOfAll(operator, ids);
      const failed = sum(batches, ({ counts }) => counts.failed);
      const ended = sum(batches, ({ counts }) => counts.done + counts.failed + counts.cancelled);
      const note = failed === 0 ? '' : `${failed} failed`;
      progress.update(
        ended,
        sum(batches, (batch) => batch.items_count),
        note,
      );
      if (batches.every((batch) => batch.finished_at !== null)) return batches;
      await operator.ctx.clock.sleep(POLL_MS);
    }
  } finally {
    progress.stop();
  }
}

async function writeResults(operator: OperatorContext, ids: readonly string[], path: string): Promise<void> {
  async function* chunks() {
    for (const id of ids) {
      const response = await fetch(`${operator.workerUrl}/batch/${id}/results?format=ndjson`);
      if (!response.ok || response.body === null) {
        throw new Error(`the Worker answered ${response.status} when asked for the results of ${id}`);
      }
      yield* response.body;
    }
  }
  await pipeline(Readable.from(chunks()), createWriteStream(path));
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
