import type { Note } from './clean.ts';

/** How the archives of typed rap lyrics (OHHLA) name what they tell about a song. */
const FACT =
  /^(?:artist|album|ep|single|song|title|track|year|label|producer|typed by|transcribed by|submitted by|lyrics by|e-?mail)\s{0,3}:\s/i;
/** One such line alone may be sung. */
const MIN_FACTS = 2;

/** Removes the block of facts with which a typed text begins: "Artist: …", "Album: …", "Song: …", "Typed by: …". */
export function dropFacts(lines: readonly string[], note: Note): string[] {
  const end = lines.findIndex((line) => line.trim() !== '' && !FACT.test(`${line.trim()} `));
  const count = lines.slice(0, Math.max(0, end)).filter((line) => line.trim() !== '').length;
  if (count < MIN_FACTS) return [...lines];
  note('site_text', count);
  return lines.slice(end);
}
