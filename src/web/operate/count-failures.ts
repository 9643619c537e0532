import { failuresText } from '../text/operate-work.ts';
import { type Metric, metricsOf, sumOf, sumsBy } from './read-metrics.ts';

/** What failed of something, and of how many. */
export interface Counted {
  what: string;
  failed: number;
  all: number;
}

interface Kind {
  metric: string;
  /** What is told apart; without it there is one sum. */
  label?: string;
  name: (value: string) => string;
  hasFailed: (labels: Metric['labels']) => boolean;
}

const texts = failuresText;
/** A job that is done, or waits for its turn; the queue of failed jobs counts them a second time. */
const GOOD_JOBS: ReadonlySet<string | undefined> = new Set(['done', 'postponed', 'dead']);

const KINDS: readonly Kind[] = [
  {
    metric: 'barline_http_requests_total',
    label: 'route',
    name: texts.request,
    hasFailed: ({ status }) => status === '5xx',
  },
  {
    metric: 'barline_jobs_total',
    label: 'type',
    name: texts.jobs,
    hasFailed: ({ outcome }) => !GOOD_JOBS.has(outcome),
  },
  {
    metric: 'barline_upstream_requests_total',
    label: 'upstream',
    name: texts.upstream,
    hasFailed: ({ result }) => result !== 'ok',
  },
  {
    metric: 'barline_database_requests_total',
    name: () => texts.database,
    hasFailed: ({ result }) => result !== 'ok',
  },
];

function countOf(metrics: readonly Metric[], { metric, label = '', name, hasFailed }: Kind): Counted[] {
  const all = metricsOf(metrics, metric);
  return sumsBy(all, label).map(([value, sum]) => {
    const own = all.filter(({ labels }) => (labels[label] ?? '') === value);
    return { what: name(value), failed: sumOf(own.filter(({ labels }) => hasFailed(labels))) ?? 0, all: sum };
  });
}

/** What failed since the server began to count, the most first. */
export const countFailures = (metrics: readonly Metric[]): Counted[] =>
  KINDS.flatMap((kind) => countOf(metrics, kind))
    .filter(({ failed }) => failed > 0)
    .toSorted((a, b) => b.failed - a.failed);
