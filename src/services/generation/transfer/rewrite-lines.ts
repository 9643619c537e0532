import { isStopWord } from '../../../lib/stop-words.ts';
import { isSameWord } from '../../../lyrics/rhyme/same-word.ts';
import { readWords } from '../../../ml/compose/read-words.ts';
import { rewrite } from '../../../ml/compose/rewrite.ts';
import type { ComposeOrder, RewrittenLine, SourceLine } from '../../../ml/compose/types.ts';
import { type CopyCheck, checkCopies } from '../check-copies.ts';
import type { LineSource } from '../contract.ts';
import type { Drafted } from '../model/ask-models.ts';
import type { ComposeContext } from '../write-composed.ts';

const MAX_ATTEMPTS = 3;
const SEED_STEP = 7919;

/** A line before and after, and who changed it. */
export interface Rewritten extends Omit<RewrittenLine, 'syllables'> {
  source: LineSource;
}

export interface RewriteTask {
  before: readonly string[];
  order: ComposeOrder;
  sources: readonly SourceLine[];
  drafted: Drafted;
}

/**
 * The lines of a model where it gave some, otherwise those of the composer. A line that would repeat a song after all
 * attempts stays as it was.
 */
export async function rewriteLines(
  ctx: ComposeContext,
  task: RewriteTask,
): Promise<{ lines: Rewritten[]; check: CopyCheck }> {
  const { before, order, sources, drafted } = task;
  const avoid: string[] = [];
  let model = drafted.draft?.lines ?? [];
  for (let attempt = 0; ; attempt++) {
    const isLast = attempt + 1 === MAX_ATTEMPTS;
    const composed = await compose(ctx, task, { avoid, attempt });
    const lines = before.map((text, at): Rewritten => {
      const given = model[at] ?? null;
      return given === null ? composedLine(text, composed[at]) : modelLine(text, given, order.style);
    });
    const written = lines.flatMap(({ source }, at) => (source === 'kept' ? [] : [at]));
    const texts = lines.map(({ after }) => after);
    const check = await checkCopies(ctx, texts, { sources, written, own: before });
    if (check.faults.length === 0) return { lines, check };
    if (isLast) return await withFaultsKept(ctx, { lines, faults: check.faults, task });
    avoid.push(...check.copied);
    model = model.map((line, at) => (check.faults.includes(at) ? null : line));
  }
}

async function compose(
  ctx: ComposeContext,
  { before, order, sources }: RewriteTask,
  { avoid, attempt }: { avoid: readonly string[]; attempt: number },
): Promise<readonly RewrittenLine[]> {
  const general = await ctx.generalModel();
  const { rhyme, style, temperature, syllables } = order;
  const [range = { min: 8, max: 12 }] = syllables;
  const seed = order.seed + attempt * SEED_STEP;
  return rewrite(
    { rhyme, style, temperature, seed, lines: before, syllables: range, content: null },
    { lexicon: ctx.lexicon, general, sources, avoid },
  );
}

function composedLine(before: string, line: RewrittenLine | undefined): Rewritten {
  if (line === undefined || line.after === before) return keptLine(before);
  const { after, kept, style, why } = line;
  return { before, after, kept, style, why, source: 'composed' };
}

/** A line of a model with what stayed of the line before it and what came in. `typical`: words of the target's style. */
export function modelLine(
  before: string,
  { text, source }: { text: string; source: LineSource },
  typical: ComposeOrder['style'],
): Rewritten {
  if (text === before) return keptLine(before);
  const words = wordsOf(text);
  const kept = meaningOf(before).filter((word) => words.some((other) => isSameWord(word, other)));
  const old = wordsOf(before);
  const style = (typical ?? [])
    .map(({ word }) => word)
    .filter((word) => words.includes(word) && !old.includes(word));
  const why = [
    kept.length > 0 ? `keeps ${kept.join(', ')}` : 'says it in other words',
    ...(style.length > 0 ? [`brings in ${style.join(', ')} of the style`] : []),
  ].join(' and ');
  return { before, after: text, kept, style, why: `rewritten by the model: ${why}.`, source };
}

const wordsOf = (line: string): string[] => [...new Set(readWords(line).map(({ word }) => word))];
const meaningOf = (line: string): string[] => wordsOf(line).filter((word) => !isStopWord(word));

const keptLine = (before: string): Rewritten => ({
  before,
  after: before,
  kept: meaningOf(before),
  style: [],
  why: null,
  source: 'kept',
});

async function withFaultsKept(
  ctx: ComposeContext,
  { lines, faults, task }: { lines: readonly Rewritten[]; faults: readonly number[]; task: RewriteTask },
): Promise<{ lines: Rewritten[]; check: CopyCheck }> {
  const kept = lines.map((line, at) => (faults.includes(at) ? keptLine(line.before) : line));
  const written = kept.flatMap(({ source }, at) => (source === 'kept' ? [] : [at]));
  const { sources, before } = task;
  const texts = kept.map(({ after }) => after);
  return { lines: kept, check: await checkCopies(ctx, texts, { sources, written, own: before }) };
}
