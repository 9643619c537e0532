import { readStock } from './stock.ts';
import type { Composed, ComposedLine, ComposeOrder, Constraint, Infeasible, Materials } from './types.ts';
import { VerseWriter } from './verse-writer.ts';

const ATTEMPTS = 6;

const infeasible = (constraint: Constraint, message: string): Infeasible => ({
  ok: false,
  constraint,
  message,
});

/** Writes a verse to order: every line meets its letter and its syllables, or the answer says what cannot be met. */
export function compose(order: ComposeOrder, materials: Materials): Composed {
  const stock = readStock(materials);
  let failed = 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const lines = new VerseWriter(order, materials, stock, attempt).write();
    if (typeof lines === 'number') failed = lines;
    else if (fits(lines, order.maxCharacters)) return { ok: true, lines };
  }
  return infeasible('syllables', `No line ${failed + 1} was found with its rhyme and its syllables.`);
}

const fits = (lines: readonly ComposedLine[], max: number | null): boolean =>
  max === null || lines.reduce((sum, { text }) => sum + text.length + 1, -1) <= max;
