import { AppError } from '../../lib/errors.ts';
import type { ComposeOrder } from '../../ml/compose/types.ts';
import type { LineSource, Note, WritingProvenance, WritingReport, WrittenLine } from './contract.ts';
import type { Drafted, WriteContext, WriteTask } from './model/ask-models.ts';
import { provenanceOf } from './model/provenance.ts';
import { streamDraft } from './model/stream-draft.ts';
import { reportVerse } from './report-verse.ts';
import { composeChecked } from './write-composed.ts';

export interface WrittenVerse {
  lines: WrittenLine[];
  report: WritingReport;
  provenance: WritingProvenance;
  notes: Note[];
}

/**
 * Writes a verse and sends each line when it stands: by the models in their order within one time limit, and what they
 * do not give by the composer. Returns the whole verse as it was checked against the catalogue; a line that is sent again
 * under its number replaces the former one. `started`: when the request began, in milliseconds since the epoch. Throws
 * INFEASIBLE.
 */
export async function* writeVerse(
  ctx: WriteContext,
  task: WriteTask,
  started: number,
): AsyncGenerator<{ line: WrittenLine }, WrittenVerse> {
  const { sent, ...drafted } = yield* streamDraft(ctx, task, { started, shown: (line) => line });
  const verse = await finishVerse(ctx, task, { ...drafted, started });
  for (const line of verse.lines) if (sent.get(line.number) !== line.text) yield { line };
  return verse;
}

/** Completes a draft by the composer, checks it against the catalogue and measures it. */
async function finishVerse(
  ctx: WriteContext,
  { order, material }: WriteTask,
  { draft, reason, degraded, started }: Drafted & { started: number },
): Promise<WrittenVerse> {
  const kept = order.keep.flatMap((text, at) => (text === null ? [] : [at]));
  const written = Array.from({ length: order.lines }, (_, at) => at).filter((at) => !kept.includes(at));
  const drafted = draft?.lines.map((line) => line?.text ?? null) ?? order.keep;
  const whole = { order: { ...order, keep: drafted }, material, written };
  const { lines, check, isRewritten } = await completeVerse(ctx, whole, order.keep);
  const texts = lines.map(({ text }) => text);
  const { originality } = check;
  const { report, heard } = reportVerse(texts, ctx.lexicon, {
    order,
    style: material.style,
    originality,
    kept,
  });
  const sourceOf = (at: number): LineSource => {
    if (kept.includes(at)) return 'kept';
    const own = draft?.lines[at] ?? null;
    return own !== null && own.text === texts[at] ? own.source : 'composed';
  };
  const result = texts.map((text, at) => ({
    number: at + 1,
    text,
    syllables: heard.syllables[at] ?? 0,
    letter: order.scheme[at] === '-' ? null : (order.scheme[at] ?? null),
    source: sourceOf(at),
  }));
  const provenance = provenanceOf(ctx, result, { draft, reason, degraded, started });
  const detail =
    'Lines of the model that no rhyme could complete, or that repeat a song, were replaced by the composer.';
  const notes: Note[] = isRewritten ? [{ code: 'lines_replaced', detail }] : [];
  return { lines: result, report, provenance, notes };
}

/** If the model's lines cannot be completed, only the caller's stand. */
async function completeVerse(
  ctx: WriteContext,
  task: Parameters<typeof composeChecked>[1],
  given: ComposeOrder['keep'],
) {
  const drafted = task.order.keep;
  const isRewritten = (lines: readonly { text: string }[]) =>
    drafted.some((text, at) => text !== null && lines[at]?.text !== text);
  try {
    const done = await composeChecked(ctx, task);
    return { ...done, isRewritten: isRewritten(done.lines) };
  } catch (error) {
    const ours = drafted.some((text, at) => text !== (given[at] ?? null));
    if (!ours || !(error instanceof AppError) || error.code !== 'INFEASIBLE') throw error;
    const done = await composeChecked(ctx, { ...task, order: { ...task.order, keep: given } });
    return { ...done, isRewritten: isRewritten(done.lines) };
  }
}
