import { checkOrder, infeasible } from './check-order.ts';
import { rangeOf } from './line-range.ts';
import { readStock } from './stock.ts';
import type { Composed, ComposedLine, ComposeOrder, Infeasible, Materials } from './types.ts';
import { linesOffScheme, linesOffSyllables, readVerse } from './verify-verse.ts';
import { VerseWriter } from './verse-writer.ts';

/** Attempts at a verse, and the lines after which no further one is begun: a second of CPU at most. */
const ATTEMPTS = 5;
const MAX_WRITTEN = 96;

/**
 * Writes a verse to order: every line written meets its letter and its syllables as the engine hears them, or the answer
 * names the constraint that cannot be met. The same order and materials give the same text.
 */
export function compose(order: ComposeOrder, materials: Materials): Composed {
  const refused = checkOrder(order, materials.lexicon);
  if (refused) return refused;
  const stock = readStock(materials);
  let last: Infeasible = infeasible('vocabulary', 'There are no lines to take words from.');
  const attempts = Math.max(1, Math.min(ATTEMPTS, Math.floor(MAX_WRITTEN / order.lines)));
  for (let attempt = 0; attempt < attempts; attempt++) {
    const lines = new VerseWriter(order, materials, stock, { attempt, way: 'phrases' }).write();
    if (typeof lines === 'number') last = { ...unwritten(order, lines), line: lines };
    else {
      const fault = faultOf(lines, order, materials);
      if (fault === null) return { ok: true, lines };
      last = fault;
    }
  }
  return last;
}

function unwritten(order: ComposeOrder, line: number): Infeasible {
  const { min, max } = rangeOf(order, line);
  const letter = order.scheme[line] ?? '-';
  const asked = min === max ? `${min} syllables` : `${min} to ${max} syllables`;
  if (letter === '-') return infeasible('syllables', `No line ${line + 1} of ${asked} was found.`);
  const many = [...order.scheme].filter((other) => other === letter).length;
  return infeasible(
    many > MANY_RHYMES ? 'scheme' : 'syllables',
    `No line ${line + 1} of ${asked} was found that rhymes with the other lines of ${letter}.`,
  );
}

/** More lines on one rhyme fail for want of rhymes rather than syllables. */
const MANY_RHYMES = 6;

/** What the engine hears otherwise than ordered. */
function faultOf(
  lines: readonly ComposedLine[],
  order: ComposeOrder,
  { lexicon }: Materials,
): Infeasible | null {
  const reading = readVerse(lines, lexicon);
  const [unlike] = linesOffScheme(lines, order.scheme, reading);
  if (unlike !== undefined)
    return infeasible('scheme', `Line ${unlike + 1} does not rhyme as the scheme has it.`);
  const [uneven] = linesOffSyllables(lines, (line) => rangeOf(order, line), reading);
  if (uneven !== undefined)
    return infeasible('syllables', `Line ${uneven + 1} does not have the syllables ordered.`);
  const length = lines.reduce((sum, { text }) => sum + text.length + 1, -1);
  if (order.maxCharacters !== null && length > order.maxCharacters)
    return infeasible('characters', `The lines do not fit into ${order.maxCharacters} characters.`);
  return null;
}
