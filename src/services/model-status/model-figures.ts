import type { ServiceContext } from '../../context.ts';
import { describeError } from '../../lib/errors.ts';
import { BUCKETS_SECONDS } from '../../lib/metrics/definitions.ts';
import { histogramQuantile } from '../../ml/histogram-quantile.ts';
import { roundNumbers } from '../../ml/round-numbers.ts';
import { bucketCounts, readSeries, type Series, selectSeries, sumOf } from '../metrics/series.ts';

/** Measurements of a model; a figure is null without measurements. */
export interface ModelFigures {
  calls: number | null;
  errors: number | null;
  seconds: { p50: number; p95: number; p99: number } | null;
  tokens: { prompt: number; completion: number } | null;
  cost_usd: number | null;
}

/** The counters as series, or none if Redis is unavailable. */
export async function readFigures(
  ctx: Pick<ServiceContext, 'log'>,
  read: () => Promise<Record<string, number>>,
): Promise<Series[]> {
  try {
    return readSeries(await read());
  } catch (error) {
    ctx.log.warn('figures not read', { error: describeError(error) });
    return [];
  }
}

export function modelFigures(series: readonly Series[], upstream: string): ModelFigures {
  const requests = selectSeries(series, 'barline_upstream_requests_total', { upstream });
  const ok = selectSeries(requests, 'barline_upstream_requests_total', { result: 'ok' });
  const calls = requests.length === 0 ? null : sumOf(requests);
  return {
    calls,
    errors: calls === null ? null : calls - sumOf(ok),
    seconds: quantiles(selectSeries(series, 'barline_upstream_seconds', { upstream })),
    tokens: tokensOf(series, upstream),
    cost_usd: costOf(series, upstream),
  };
}

function quantiles(series: readonly Series[]): ModelFigures['seconds'] {
  const counts = bucketCounts(series);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((q) => histogramQuantile(BUCKETS_SECONDS, counts, q));
  return p50 == null || p95 == null || p99 == null ? null : roundNumbers({ p50, p95, p99 }, 4);
}

function tokensOf(series: readonly Series[], upstream: string): ModelFigures['tokens'] {
  const of = (kind: string) => selectSeries(series, 'barline_model_tokens_total', { upstream, kind });
  const [prompt, completion] = [of('prompt'), of('completion')];
  return prompt.length === 0 ? null : { prompt: sumOf(prompt), completion: sumOf(completion) };
}

function costOf(series: readonly Series[], upstream: string): number | null {
  const cost = selectSeries(series, 'barline_model_cost_microdollars_total', { upstream });
  return cost.length === 0 ? null : sumOf(cost) / 1e6;
}
