import { codeOf } from '../phonetics/languages/tongue.ts';
import type { SectionScheme } from './contract.ts';
import { endsRepeat, relateEnds } from './end-agreement.ts';
import { soundTogether } from './end-words/end-sound.ts';
import type { Hearing } from './hear.ts';
import { lastSyllable, pairLookup } from './line-ends.ts';
import type { Repeats } from './repeats.ts';
import { languageOf, spelledRhyme } from './spelled-rhymes.ts';
import { schemeLetter, Union } from './union.ts';
import { lastWord, tongueOfLine, type Verse } from './verse.ts';

const MAX_DISTANCE = 4;
/** Lines apart at which equal vowels without equal consonants are still heard, in languages that rhyme so. */
const MAX_ASSONANCE = 2;

/** Whether the end of a line rhymes with the next line's. */
export const endsRhyme = (hearing: Hearing, line: number): boolean =>
  (hearing.end[line] ?? 0) > hearing.thresholds.end;

/** Which line ends rhyme within their section. */
export interface EndRhymes {
  /**
   * For each sung line a number shared by the lines that its end rhymes with, and by the same lines sung again; -1 if it
   * rhymes with none.
   */
  readonly rhyme: Int32Array;
  /** Lines whose end only repeats the end of one of the 4 lines before. */
  readonly repeated: number;
  /** Pairs of lines of a section whose ends rhyme, at most 4 lines apart. */
  readonly pairs: readonly LinePair[];
}

export interface LinePair {
  readonly left: number;
  readonly right: number;
}

/** What a later line end is to an earlier one. */
type Echo = 'rhyme' | 'repeat' | 'none';

function echoes(verse: Verse, hearing: Hearing): (left: number, right: number) => Echo {
  const probability = pairLookup(verse, { pairs: hearing.pairs, probability: hearing.pair });
  const isLikely = (left: number, right: number): boolean => {
    if (right === left + 1) return endsRhyme(hearing, left);
    const [a, b] = [lastWord(verse, left), lastWord(verse, right)];
    const spelled = spelledRhyme(verse, a, b);
    if (spelled === 'assonant') return right - left <= MAX_ASSONANCE;
    if (languageOf(verse, a)) return spelled === 'full';
    return probability(a, b) > hearing.thresholds.far || isPerfect(verse, left, right);
  };
  return (left, right) => {
    const isFar = right > left + 1;
    if (isFar && !endsRepeat(verse, left, right) && !isLikely(left, right)) return 'none';
    const relation = relateEnds(verse, left, right);
    if (relation === 'repeated') return 'repeat';
    if (relation === 'alike_before') return 'rhyme';
    return relation === 'alike' && (isFar || isLikely(left, right)) ? 'rhyme' : 'none';
  };
}

/** Words with one pronunciation each are first compared by their last syllables alone. */
function isPerfect(verse: Verse, left: number, right: number): boolean {
  const [a, b] = [verse.endWords[left], verse.endWords[right]];
  if (!a || !b) return false;
  if (a.variants.length === 1 && b.variants.length === 1) {
    const [one, other] = [lastSyllable(verse, left), lastSyllable(verse, right)];
    if (verse.vowel[one] !== verse.vowel[other] || verse.tail[one] !== verse.tail[other]) return false;
  }
  return soundTogether(a, b).isPerfect;
}

/**
 * Joins line ends of one section, up to four lines apart, that rhyme or are the same words. Lines that only repeat each
 * other's end do not rhyme, but if another end rhymes with one of them it rhymes with all. A section sung again rhymes
 * as it did the first time.
 */
export function findEndRhymes(verse: Verse, hearing: Hearing, repeats: Repeats): EndRhymes {
  const { lines } = verse.text;
  const echo = echoes(verse, hearing);
  const union = new Union(lines.length);
  const pairs: LinePair[] = [];
  const isRepeat = new Uint8Array(lines.length);
  for (const [right, { section }] of lines.entries()) {
    for (let left = Math.max(0, right - MAX_DISTANCE); left < right; left++) {
      if (lines[left]?.section !== section) continue;
      const found = echo(left, right);
      if (found === 'none') continue;
      union.join(left, right);
      if (found === 'rhyme') pairs.push({ left, right });
      else isRepeat[right] = 1;
    }
  }
  const rhyming = new Set(pairs.map(({ right }) => union.root(right)));
  const rhyme = new Int32Array(lines.length);
  for (let line = 0; line < lines.length; line++) {
    const earlier = repeats.line[line] ?? -1;
    const root = union.root(line);
    rhyme[line] = earlier >= 0 ? (rhyme[earlier] ?? -1) : rhyming.has(root) ? root : -1;
  }
  const repeated = isRepeat.reduce((sum, one, line) => sum + (rhyme[line] === -1 ? one : 0), 0);
  return { rhyme, repeated, pairs };
}

/**
 * The end-rhyme scheme of every section, in order. Ends more than 4 lines apart are joined only through other lines.
 */
export function findSchemes(verse: Verse, { rhyme }: EndRhymes): SectionScheme[] {
  const { lines } = verse.text;
  const schemes: SectionScheme[] = [];
  for (let first = 0; first < lines.length; ) {
    const section = lines[first]?.section ?? -1;
    let last = first;
    while (last < lines.length && (lines[last]?.section ?? -1) === section) last++;
    schemes.push({
      section: section < 0 ? null : section,
      scheme: letterLines(rhyme.subarray(first, last)),
      lines: lines.slice(first, last).map(({ number }) => number),
      language: codeOf(tongueOfLine(verse, first)),
    });
    first = last;
  }
  return schemes;
}

function letterLines(rhyme: Int32Array): string {
  const letters = new Map<number, string>();
  let scheme = '';
  for (const group of rhyme) {
    if (group >= 0 && !letters.has(group)) letters.set(group, schemeLetter(letters.size));
    scheme += group < 0 ? '-' : (letters.get(group) ?? '-');
  }
  return scheme;
}
