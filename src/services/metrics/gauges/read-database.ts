import type { ServiceContext } from '../../../context.ts';
import { readDatabaseGauges } from '../../../db/queries/gauges.ts';
import { QUEUE_OF } from '../../../lib/jobs.ts';
import { seriesField } from '../../../lib/metrics/recorder.ts';
import { STEP_NAMES } from '../../schedule/steps.ts';
import type { GaugeFields } from './gauge-values.ts';

const QUEUES: [type: string, queue: string][] = [...Object.entries(QUEUE_OF), ['unknown', 'unknown']];

export async function readDatabase({
  sql,
  config,
}: Pick<ServiceContext, 'sql' | 'config'>): Promise<GaugeFields> {
  const rows = await readDatabaseGauges(sql, {
    steps: STEP_NAMES,
    types: QUEUES.map(([type]) => type),
    queues: QUEUES.map(([, queue]) => queue),
    off: [
      ...(config.embeddings === null ? ['track.embed'] : []),
      ...(config.spotify === null ? ['track.enrich'] : []),
    ],
  });
  return Object.fromEntries(rows.map(({ name, labels, value }) => [seriesField(name, labels), value]));
}
