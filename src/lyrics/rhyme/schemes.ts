import type { SectionScheme } from './contract.ts';
import type { Hearing } from './hear.ts';
import { pairLookup } from './line-ends.ts';
import { schemeLetter, Union } from './union.ts';
import type { Verse } from './verse.ts';

/** Above it two line ends further apart do, by the word model's pair probability. */
const FAR_THRESHOLD = 0.5;
const MAX_DISTANCE = 4;

/** Whether the end of a line rhymes with the next line's. */
export const endsRhyme = (hearing: Hearing, line: number): boolean =>
  (hearing.end[line] ?? 0) > hearing.thresholds.end;

/** Joins rhyming line ends of one section, up to four lines apart. */
function joinEnds(verse: Verse, hearing: Hearing): { union: Union; rhymed: Uint8Array } {
  const { lines } = verse.text;
  const probability = pairLookup(verse, { pairs: hearing.pairs, probability: hearing.pair });
  const union = new Union(lines.length);
  const rhymed = new Uint8Array(lines.length);
  const isHeard = (left: number, right: number): boolean => {
    const [a, b] = [(lines[left]?.lastWord ?? 0) - 1, (lines[right]?.lastWord ?? 0) - 1];
    if (verse.spellingId[a] === verse.spellingId[b]) return true;
    return right === left + 1 ? endsRhyme(hearing, left) : probability(a, b) > FAR_THRESHOLD;
  };
  for (const [right, { section }] of lines.entries()) {
    for (let left = Math.max(0, right - MAX_DISTANCE); left < right; left++) {
      if (lines[left]?.section !== section || !isHeard(left, right)) continue;
      union.join(left, right);
      rhymed[left] = 1;
      rhymed[right] = 1;
    }
  }
  return { union, rhymed };
}

/**
 * The end-rhyme scheme of every section, in order. Ends more than 4 lines apart are joined only through other lines.
 */
export function findSchemes(verse: Verse, hearing: Hearing): SectionScheme[] {
  const { lines } = verse.text;
  const { union, rhymed } = joinEnds(verse, hearing);
  const schemes: SectionScheme[] = [];
  for (let first = 0; first < lines.length; ) {
    const section = lines[first]?.section ?? -1;
    let last = first;
    while (last < lines.length && (lines[last]?.section ?? -1) === section) last++;
    schemes.push({
      section: section < 0 ? null : section,
      scheme: letterLines(first, last, (line) => (rhymed[line] ? union.root(line) : -1)),
      lines: lines.slice(first, last).map(({ number }) => number),
    });
    first = last;
  }
  return schemes;
}

function letterLines(first: number, last: number, groupOf: (line: number) => number): string {
  const letters = new Map<number, string>();
  let scheme = '';
  for (let line = first; line < last; line++) {
    const group = groupOf(line);
    if (group >= 0 && !letters.has(group)) letters.set(group, schemeLetter(letters.size));
    scheme += group < 0 ? '-' : (letters.get(group) ?? '-');
  }
  return scheme;
}
