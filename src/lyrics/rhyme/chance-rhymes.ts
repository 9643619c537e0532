import { soundTogether } from './end-words/end-sound.ts';
import type { HeardRhymes } from './groups.ts';
import type { RhymingPair } from './rhyming-pairs.ts';
import { isSameWord } from './same-word.ts';
import type { EndRhymes } from './schemes.ts';
import type { Verse } from './verse.ts';

/**
 * Share of lines that rhyme or repeat at the end, and of syllables in rhyming words: verse has one of them. Of 66 annotated
 * songs the lowest has 0.33 of its lines; thirty passages of prose had none of their lines and up to 0.26 of the syllables.
 */
const VERSE_ENDS = 0.3;
const VERSE_SYLLABLES = 0.35;

/** Whether a text is sung in rhyme, so that words inside its lines rhyme on purpose. */
function isVerse(verse: Verse, { pairs, ends }: HeardRhymes): boolean {
  const lines = ends.rhyme.length;
  if (!isLonePair(verse, ends) && countRhyming(ends) + ends.repeated >= VERSE_ENDS * lines) return true;
  return rhymingSyllables(verse, pairs) >= VERSE_SYLLABLES * verse.vowel.length;
}

const countRhyming = ({ rhyme }: EndRhymes): number =>
  rhyme.reduce((sum, group) => sum + Number(group >= 0), 0);

/** Whether all that rhymes at the ends of more than two lines is one pair, similar but not equal in sound. */
const isLonePair = (verse: Verse, ends: EndRhymes): boolean =>
  ends.rhyme.length > 2 && countRhyming(ends) === 2 && ends.repeated === 0 && !hasPerfect(verse, ends);

const hasPerfect = ({ endWords }: Verse, { pairs }: EndRhymes): boolean =>
  pairs.some(({ left, right }) => {
    const [a, b] = [endWords[left], endWords[right]];
    return a !== undefined && b !== undefined && soundTogether(a, b).isPerfect;
  });

function rhymingSyllables({ text, firstSyllable }: Verse, pairs: readonly RhymingPair[]): number {
  const spelling = (word: number): string => text.words[word]?.spelling ?? '';
  const words = new Set<number>();
  for (const { left, right } of pairs) {
    if (!isSameWord(spelling(left), spelling(right))) words.add(left).add(right);
  }
  let sum = 0;
  for (const word of words) sum += (firstSyllable[word + 1] ?? 0) - (firstSyllable[word] ?? 0);
  return sum;
}

/**
 * Leaves out the rhymes inside lines of a text that is prose by its line ends, and a lone pair of similar ends: some words
 * sound alike by chance, and nobody hears them as rhymes.
 */
export function withoutChance(verse: Verse, rhymes: HeardRhymes): HeardRhymes {
  const { pairs, ends } = rhymes;
  if (isVerse(verse, rhymes)) return rhymes;
  if (isLonePair(verse, ends)) {
    return { ...rhymes, pairs: [], ends: { ...ends, rhyme: ends.rhyme.map(() => -1), pairs: [] } };
  }
  const groupOf = (word: number): number =>
    verse.toEnd[word] === 0 ? (ends.rhyme[verse.line[word] ?? 0] ?? -1) : -1;
  return {
    ...rhymes,
    pairs: pairs.filter(({ left, right }) => groupOf(left) >= 0 && groupOf(left) === groupOf(right)),
  };
}
