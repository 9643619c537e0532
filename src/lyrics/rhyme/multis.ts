import type { MultiRhyme } from './contract.ts';
import type { RhymingPair } from './rhyming-pairs.ts';
import { syllableQuality, type Verse } from './verse.ts';

/** The rhyme continues while two neighbouring syllables exceed this quality. */
const MIN_QUALITY = 0.55;
const MAX_SYLLABLES = 16;

/** Two runs of syllables that match, by their first syllables. */
export interface Stretch {
  readonly left: number;
  readonly right: number;
  readonly length: number;
}

/** The run of matching syllables around a rhyming pair; both sides stay within their lines and do not overlap. */
function stretchFrom(verse: Verse, pair: RhymingPair): Stretch {
  const { words, lines } = verse.text;
  const line = (syllable: number): number => words[verse.wordOfSyllable[syllable] ?? -1]?.line ?? -1;
  const [leftLine, rightLine] = [line(pair.leftSyllable), line(pair.rightSyllable)];
  const matches = (step: number): boolean => {
    const [left, right] = [pair.leftSyllable + step, pair.rightSyllable + step];
    if (left < 0 || right >= verse.vowel.length) return false;
    if (line(left) !== leftLine || line(right) !== rightLine) return false;
    return syllableQuality(verse, left, right) >= MIN_QUALITY;
  };
  const room = Math.min(MAX_SYLLABLES, pair.rightSyllable - pair.leftSyllable);
  let [from, to] = [0, 0];
  while (to - from + 1 < room && matches(to + 1)) to++;
  while (to - from + 1 < room && matches(from - 1)) from--;
  return lines.length === 0
    ? { left: 0, right: 0, length: 0 }
    : { left: pair.leftSyllable + from, right: pair.rightSyllable + from, length: to - from + 1 };
}

function spanOf(
  verse: Verse,
  text: string,
  from: number,
  length: number,
): MultiRhyme['first'] & { words: number; said: string } {
  const first = verse.wordOfSyllable[from] ?? 0;
  const last = verse.wordOfSyllable[from + length - 1] ?? first;
  const start = verse.text.words[first]?.start ?? 0;
  const end = verse.text.words[last]?.end ?? start;
  const line = verse.text.lines[verse.text.words[first]?.line ?? 0]?.number ?? 0;
  const said = verse.text.words
    .slice(first, last + 1)
    .map(({ spellingId }) => spellingId)
    .join(' ');
  return { start, end, line, text: text.slice(start, end), words: last - first + 1, said };
}

export interface FoundMulti {
  readonly stretch: Stretch;
  readonly rhyme: MultiRhyme;
}

/** Rhymes of two or more syllables, longest first, each run once; repetitions of the same words are excluded. */
export function findMultis(verse: Verse, text: string, pairs: readonly RhymingPair[]): FoundMulti[] {
  const stretches = new Map<string, Stretch>();
  for (const pair of pairs) {
    const stretch = stretchFrom(verse, pair);
    if (stretch.length >= 2) stretches.set(`${stretch.left}:${stretch.right}`, stretch);
  }
  return [...stretches.values()]
    .flatMap((stretch) => {
      const { left, right, length } = stretch;
      const { words: leftWords, said: one, ...first } = spanOf(verse, text, left, length);
      const { words: rightWords, said: other, ...second } = spanOf(verse, text, right, length);
      if (one === other) return [];
      const rhyme = { syllables: length, is_mosaic: leftWords > 1 || rightWords > 1, first, second };
      return [{ stretch, rhyme }];
    })
    .sort((a, b) => b.rhyme.syllables - a.rhyme.syllables || a.rhyme.first.start - b.rhyme.first.start);
}
