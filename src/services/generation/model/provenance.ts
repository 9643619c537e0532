import type { ServiceContext } from '../../../context.ts';
import type { ChatReply } from '../../../llm/types.ts';
import type { LineSource, WritingProvenance } from '../contract.ts';
import type { Drafted } from './ask-models.ts';
import { VERSE_PROMPT_VERSION } from './draft-verse.ts';

/** Who wrote the lines, and what it cost. `started`: milliseconds since the epoch. */
export function provenanceOf(
  ctx: Pick<ServiceContext, 'clock' | 'engineVersion'>,
  lines: readonly { source: LineSource }[],
  { draft, reason, degraded, started }: Drafted & { started: number },
): WritingProvenance {
  const of = (source: LineSource): number => lines.filter((line) => line.source === source).length;
  const counts = { model: of('model'), repaired: of('repaired'), composed: of('composed'), kept: of('kept') };
  const tokens: ChatReply['tokens'] = draft?.tokens ?? null;
  return {
    writer: draft === null ? 'composer' : 'qwen',
    model: draft?.model ?? null,
    prompt_version: draft === null ? null : VERSE_PROMPT_VERSION,
    engine_version: ctx.engineVersion,
    degraded,
    reason,
    lines: counts,
    repairs: draft?.repairs ?? 0,
    tokens,
    cost_usd: draft?.costUsd ?? null,
    latency_ms: ctx.clock.now() - started,
  };
}
