import type { FilledPart } from './line-parts.ts';
import { OWN } from './phrase.ts';

const PAUSE_BEFORE = new Set(['but', 'so']);
/** Words of an opening phrase that a comma follows. */
const MIN_OPENING = 3;

/** A line as it is written, and its words. */
export function sayLine(parts: readonly FilledPart[]): {
  readonly text: string;
  readonly words: readonly string[];
} {
  const said: string[] = [];
  let text = '';
  for (const [at, part] of parts.entries()) {
    const own = (part.piece?.words ?? []).map((word) => (word === OWN ? part.doer.own : word));
    const words = [...part.lead, ...own];
    const pause = at > 0 && (PAUSE_BEFORE.has(part.lead[0] ?? '') || isOpening(parts, at - 1)) ? ',' : '';
    text += `${at === 0 ? '' : `${pause} `}${words.join(' ')}`;
    said.push(...words);
  }
  return { text: text.charAt(0).toUpperCase() + text.slice(1), words: said };
}

/** Whether a phrase stands before the clause that it belongs to: "in the morning, I walk". */
function isOpening(parts: readonly FilledPart[], at: number): boolean {
  const [part, next] = [parts[at], parts[at + 1]];
  const isAside = part?.unit === 'when' || part?.unit === 'where';
  return at === 0 && isAside && next?.unit === 'do' && (part?.piece?.words.length ?? 0) >= MIN_OPENING;
}
