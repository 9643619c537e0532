import type { NoQualityReason } from '../contract.ts';
import type { SongLanguages } from '../song-languages.ts';
import type { SectionKind } from '../text/header-words.ts';
import type { Song } from '../text/song.ts';
import type { TextShape } from './text-shape.ts';

/** A text of fewer words, or of fewer lines and not many more words, is no verse yet. */
const MIN_WORDS = 20;
const MIN_LINES = 4;
const MIN_WORDS_OF_FEW_LINES = 40;

/** Share of the letters in English. */
const MIN_ENGLISH = 0.6;
/** Of 1,100 real rap songs two have fewer, both broken pages; verses in patois have .7 and more, gibberish .4 and less. */
const MIN_KNOWN = 0.62;
/** Of real rap songs .5 % have fewer; lists of names or things have none. */
const MIN_JOINING = 0.13;
const MAX_CRIES = 0.6;
const MIN_TELLING = 6;

/** Lines that are only a refrain under a header of this kind. A hook of more lines is rapped like a verse. */
const REFRAIN_LINES: Partial<Record<SectionKind, number>> = {
  chorus: 8,
  refrain: 8,
  pre_chorus: 8,
  post_chorus: 8,
  hook: 4,
};
/** Lines that are a refrain without a header, if they are sung again and again. */
const FEW_LINES = 4;

/**
 * Why the quality of a text is not rated, because it is not what the reference songs are: rap and sung verses in English.
 * Null for a verse. The first of these that holds:
 * - `language`: it is in another language, or less than 60 % of its letters are in English;
 * - `unknown_words`: more than 38 % of its words, joining words and cries aside, are in no dictionary (gibberish, several
 *   languages, digits for letters);
 * - `no_sentences`: fewer than 13 % of its words join others, more than 60 % are cries, fewer than 6 different words are
 *   anything else (names, things, la la la), or its rows are code or items of a list;
 * - `refrain`: only a chorus of at most 8 lines or a hook of 4 under its header, or at most 4 lines sung again and again;
 * - `short`: fewer than 20 words, or fewer than 4 lines with fewer than 40 words;
 * - `prose`: a conversation with the names of those who speak, or see `isProse`.
 */
export function whyNotRated(
  song: Song,
  shape: TextShape,
  { main, shares }: Pick<SongLanguages, 'main' | 'shares'>,
): NoQualityReason | null {
  if (main !== null && main.code !== 'en') return 'language';
  if (main !== null && shareOf(shares, 'en') < MIN_ENGLISH) return 'language';
  if (shape.words > 0) {
    if (shape.tellingWords > 0 && shape.tellingKnown < MIN_KNOWN) return 'unknown_words';
    if (shape.joining < MIN_JOINING || shape.cries > MAX_CRIES) return 'no_sentences';
    if (shape.form !== null) return shape.form === 'chat' ? 'prose' : 'no_sentences';
    if (isOnlyRefrain(song, shape)) return 'refrain';
  }
  if (isShort(shape)) return 'short';
  if (shape.tellingWords < MIN_TELLING) return 'no_sentences';
  return isProse(shape) ? 'prose' : null;
}

const shareOf = (shares: SongLanguages['shares'], code: string): number =>
  shares.find((one) => one.code === code)?.share ?? 0;

function isShort({ words, distinctLines }: TextShape): boolean {
  return words < MIN_WORDS || (distinctLines < MIN_LINES && words < MIN_WORDS_OF_FEW_LINES);
}

function isOnlyRefrain({ sections, lines }: Song, { distinctLines, repeatedLines }: TextShape): boolean {
  if (distinctLines <= FEW_LINES && repeatedLines >= 2) return true;
  const limits = lines.map(({ section }) => {
    const under = section === null ? undefined : sections[section];
    return under === undefined || under.header_line === null ? 0 : (REFRAIN_LINES[under.kind] ?? 0);
  });
  return distinctLines <= Math.min(...limits);
}

/** Words per row from which on a row is a paragraph, a long line, or the length of a sentence. */
const PARAGRAPH = 20;
const LONG_LINE = 13;
const SENTENCE = 8;
/** Rhymes by chance: chance gives prose rows of many words some ends that rhyme, and few syllables in all. */
const CHANCE_ENDS = 0.35;
const CHANCE_DENSITY = 0.12;

const LONG_VERSE_ENDS = 0.75;
const LONG_VERSE_FORMALITY = -2;
const MOST_STOPS = 0.6;

/** Words in -tion that rhyme with one another all along a line are rap and no report. */
const DENSE = 0.35;

/**
 * Worded as prose, though it may rhyme. Sentences instead of verses, or verses not written in lines. Rows as long as a
 * paragraph, unless there are several that rhyme within or at every end; long rows that end with stops or hardly rhyme; rows as long as a sentence that hold stops and do not
 * rhyme, or no rhyme at all. Short unrhymed lines are free verse.
 */
function isProse(shape: TextShape): boolean {
  const { wordsPerLine, stops, innerSentences, rhymedEnds, density } = shape;
  if (shape.formality > 0 && density < DENSE) return true;
  // Rows of a story told in long lines: each end rhymes, though few other syllables do.
  const isLongVerse =
    rhymedEnds >= LONG_VERSE_ENDS && shape.formality < LONG_VERSE_FORMALITY && stops < MOST_STOPS;
  const hardlyRhymes = density < CHANCE_DENSITY && !isLongVerse;
  if (wordsPerLine >= PARAGRAPH) return hardlyRhymes || shape.distinctLines < MIN_LINES;
  if (wordsPerLine >= LONG_LINE && stops >= MOST_STOPS && rhymedEnds < 0.8) return true;
  if (wordsPerLine >= LONG_LINE + 3 && hardlyRhymes) return true;
  if (rhymedEnds >= CHANCE_ENDS || wordsPerLine < SENTENCE) return false;
  const hasSentences = stops >= MOST_STOPS || innerSentences >= 0.25;
  return hasSentences || (wordsPerLine >= SENTENCE + 2 && rhymedEnds < 0.2 && density < CHANCE_DENSITY / 3);
}
