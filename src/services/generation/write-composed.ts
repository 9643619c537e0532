import { AppError } from '../../lib/errors.ts';
import { compose } from '../../ml/compose/compose.ts';
import type { Composed, ComposeOrder, Infeasible, Materials } from '../../ml/compose/types.ts';
import { type CopyCheck, checkCopies } from './check-copies.ts';
import { explainInfeasible } from './explain-infeasible.ts';
import type { GatherContext, Material } from './gather-material.ts';

/** A composition that copies is made again with what it copied left out, at most so often. */
const MAX_ATTEMPTS = 4;
/** Apart, so that the next seed that a caller tries gives another text. */
const SEED_STEP = 7919;

export type ComposeContext = GatherContext & { generalModel: () => Promise<Materials['general']> };

export interface CheckedVerse {
  lines: Extract<Composed, { ok: true }>['lines'];
  check: CopyCheck;
}

/** What callers call a constraint, where their field has another name. */
const FIELDS: Readonly<Record<string, string>> = { characters: 'max_length' };

export const infeasible = ({ constraint, message }: Pick<Infeasible, 'message'> & { constraint: string }) =>
  new AppError('INFEASIBLE', message, {
    reason: constraint,
    errors: [{ path: FIELDS[constraint] ?? constraint, code: 'infeasible', message }],
  });

/** With a kept line for each position whose source is not the composer. */
export interface VerseTask {
  order: ComposeOrder;
  material: Material;
  /** Positions of lines that may not copy: all but those that the caller keeps. */
  written: readonly number[];
}

/**
 * The order as a verse whose lines were compared with the catalogue. Throws INFEASIBLE with the constraint that cannot
 * be met; `originality` if every attempt copied.
 */
export async function composeChecked(ctx: ComposeContext, task: VerseTask): Promise<CheckedVerse> {
  const { order, material, written } = task;
  const general = await ctx.generalModel();
  const avoid: string[] = [];
  let keep = order.keep;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const seed = (order.seed + attempt * SEED_STEP) % Number.MAX_SAFE_INTEGER;
    const { lexicon } = ctx;
    const made = compose({ ...order, keep, seed }, { lexicon, general, sources: material.sources, avoid });
    if (!made.ok) throw infeasible(explainInfeasible({ ...order, keep }, made, lexicon));
    const texts = made.lines.map(({ text }) => text);
    const sources = [...material.sources, ...general.lines];
    const check = await checkCopies(ctx, texts, { sources, written });
    if (check.faults.length === 0) return { lines: made.lines, check };
    avoid.push(...check.copied);
    // A line that was not composed here and copies is not kept again.
    keep = keep.map((text, at) => (check.faults.includes(at) ? null : text));
  }
  throw infeasible({
    constraint: 'originality',
    message: 'Every attempt repeated a song of the catalogue: ask for other words, or for longer lines.',
  });
}
