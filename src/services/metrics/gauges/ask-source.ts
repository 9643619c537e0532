import type { ServiceContext } from '../../../context.ts';
import { AppError, describeError } from '../../../lib/errors.ts';
import type { GaugeSource } from '../../../lib/metrics/gauges.ts';
import { type GaugeFields, gauge } from './gauge-values.ts';

/** Prometheus waits ten seconds by default; the answer says which source was late. */
export const SOURCE_LIMIT_MS = 4000;

interface Question {
  source: GaugeSource;
  ask: () => Promise<GaugeFields>;
  limitMs?: number;
}

/** The series of a source with whether it answered, and in what time. Never rejects: without an answer they are absent. */
export async function askSource(
  ctx: Pick<ServiceContext, 'clock' | 'log'>,
  { source, ask, limitMs = SOURCE_LIMIT_MS }: Question,
): Promise<GaugeFields> {
  const started = ctx.clock.now();
  const found = await within(limitMs, ask).catch((error: unknown) => {
    ctx.log.warn('source of metrics does not answer', { source, error: describeError(error) });
    return null;
  });
  return {
    ...found,
    ...gauge('barline_scrape_source_up', { source }, Number(found !== null)),
    ...gauge('barline_scrape_source_seconds', { source }, (ctx.clock.now() - started) / 1000),
  };
}

async function within<T>(limitMs: number, ask: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new AppError('INTERNAL', `No answer within ${limitMs} ms.`, { reason: 'timed_out' });
    timer = setTimeout(() => reject(error), limitMs);
  });
  try {
    return await Promise.race([ask(), late]);
  } finally {
    clearTimeout(timer);
  }
}
