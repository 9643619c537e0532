import type { ServiceContext } from '../../../context.ts';
import { countCatalogue } from '../../../db/queries/catalogue-counts.ts';
import { type GaugeQuestion, type GaugeRow, readDatabaseGauges } from '../../../db/queries/gauges.ts';
import { describeError } from '../../../lib/errors.ts';
import { QUEUE_OF } from '../../../lib/jobs.ts';
import { seriesField } from '../../../lib/metrics/recorder.ts';
import { STEP_NAMES } from '../../schedule/steps.ts';
import type { GaugeFields } from './gauge-values.ts';

type Context = Pick<ServiceContext, 'sql' | 'config' | 'log' | 'waitUntil'>;

const QUEUES: [type: string, queue: string][] = [...Object.entries(QUEUE_OF), ['unknown', 'unknown']];

/** Counting reads large tables as a whole, so that scrapes share a count for so long. */
const COUNTED_FOR_SECONDS = 300;

export async function readDatabase(ctx: Context): Promise<GaugeFields> {
  const rows = await readCounted(ctx, {
    steps: STEP_NAMES,
    types: QUEUES.map(([type]) => type),
    queues: QUEUES.map(([, queue]) => queue),
    off: [
      ...(ctx.config.embeddings === null ? ['track.embed'] : []),
      ...(ctx.config.spotify === null ? ['track.enrich'] : []),
    ],
  });
  return Object.fromEntries(rows.map(({ name, labels, value }) => [seriesField(name, labels), value]));
}

/** The first scrape of a database waits for the count; later ones show the last and have it made anew behind them. */
async function readCounted({ sql, log, waitUntil }: Context, question: GaugeQuestion): Promise<GaugeRow[]> {
  const rows = await readDatabaseGauges(sql, question);
  const age = rows.find(({ name }) => name === 'barline_catalogue_counts_age_seconds')?.value;
  if (age === undefined) {
    await countCatalogue(sql);
    return readDatabaseGauges(sql, question);
  }
  if (age >= COUNTED_FOR_SECONDS) {
    const counted = countCatalogue(sql).catch((error: unknown) =>
      log.warn('large tables not counted', { error: describeError(error) }),
    );
    waitUntil(counted);
  }
  return rows;
}
