import type { ServiceContext } from '../../context.ts';
import type { WritingProvenance } from './contract.ts';

/** Counts a text that was written, who wrote it, and what it cost: `/models/info` shows the sums. */
export function countWriting(
  { metrics }: Pick<ServiceContext, 'metrics'>,
  kind: 'generation' | 'style_transfer',
  { writer, degraded, tokens, cost_usd }: WritingProvenance,
): void {
  metrics.count('barline_writings_total', { kind, writer, degraded: String(degraded) });
  if (tokens !== null)
    metrics.count('barline_writing_tokens_total', { kind }, tokens.prompt + tokens.completion);
  if (cost_usd !== null)
    metrics.count('barline_writing_cost_microdollars_total', { kind }, Math.round(cost_usd * 1e6));
}
