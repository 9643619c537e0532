import type { SectionScheme } from './contract.ts';
import type { Hearing } from './hear.ts';
import { groupLetter, Union } from './union.ts';
import type { Verse } from './verse.ts';

/** Above it two line ends rhyme; chosen on held-out songs for the best F1. */
export const END_THRESHOLD = 0.5;

/** The end-rhyme scheme of every section, in order. Ends more than 4 lines apart meet only through others. */
export function findSchemes(verse: Verse, hearing: Hearing): SectionScheme[] {
  const { lines } = verse.text;
  const union = new Union(lines.length);
  const rhymed = new Uint8Array(lines.length);
  for (let end = 0; end < hearing.ends.count; end++) {
    const [left, right] = [hearing.ends.left[end] ?? 0, hearing.ends.right[end] ?? 0];
    const isHeard = (hearing.end[end] ?? 0) > END_THRESHOLD;
    if (!isHeard || lines[left]?.section !== lines[right]?.section) continue;
    union.join(left, right);
    rhymed[left] = 1;
    rhymed[right] = 1;
  }
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
    if (group >= 0 && !letters.has(group)) letters.set(group, groupLetter(letters.size));
    scheme += group < 0 ? '-' : (letters.get(group) ?? '-');
  }
  return scheme;
}
