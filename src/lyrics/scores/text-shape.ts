import { FUNCTION_WORDS } from '../phonetics/function-words.ts';
import type { Lexicon } from '../phonetics/lexicon.ts';
import type { RhymeReport } from '../rhyme/contract.ts';
import { isInterjection } from '../text/interjections.ts';
import type { Song, SongLine } from '../text/song.ts';
import { formalityOf } from './formality.ts';
import { rhymedEnds } from './measures.ts';
import { type RowForm, rowFormOf } from './row-forms.ts';

/** What tells a verse from other texts, over the distinct lines of the main voice. Shares are 0-1; 0 without a word. */
export interface TextShape {
  words: number;
  distinctLines: number;
  /** Distinct lines that are sung more than once. */
  repeatedLines: number;
  /** Share of the words that only join others or point at something: articles, pronouns, prepositions, auxiliaries. */
  joining: number;
  /** Share of the words that are cries: yeah, la, skrrt. */
  cries: number;
  /** Different words that are neither. */
  tellingWords: number;
  /** Share of those that the lexicon knows, as such or without an ending. */
  tellingKnown: number;
  wordsPerLine: number;
  /** Share of the lines that end a sentence with a stop. */
  stops: number;
  /** Sentences that begin inside a line, per line. */
  innerSentences: number;
  /** Share of the lines whose end rhymes with another. */
  rhymedEnds: number;
  /** Share of the syllables that rhyme. */
  density: number;
  /** Above 0: worded and written as prose. */
  formality: number;
  /** Null for lines. */
  form: RowForm | null;
}

const STOP_AT_END = /[.!?]["”')]{0,2}$/;
const INNER_SENTENCE = /[.!?]["”')]{0,2} ["“]?\p{Lu}/gu;
const MASKED = /[*$@!]/;
const RUN = /(\p{L})\1{2,}/gu;

export function shapeOf(song: Song, rhyme: RhymeReport, lexicon: Lexicon): TextShape {
  const lines = song.lines.filter((line) => !line.repeated && hasMainVoice(line));
  const counts = countNorms(lines);
  const words = sumOf(counts, () => true);
  const rows = lines.map(({ text }) => text.trim());
  const share = (count: number, of: number) => (of === 0 ? 0 : count / of);
  const joins = (norm: string) => FUNCTION_WORDS.has(norm) || DIALECT_JOINING.has(norm);
  const telling = [...counts.keys()].filter((norm) => !joins(norm) && !isInterjection(norm));
  return {
    words,
    distinctLines: lines.length,
    repeatedLines: song.lines.filter((line) => line.repeated && hasMainVoice(line)).length,
    joining: share(sumOf(counts, joins), words),
    cries: share(sumOf(counts, isInterjection), words),
    tellingWords: telling.length,
    tellingKnown: share(telling.filter((norm) => isKnown(norm, lexicon)).length, telling.length),
    wordsPerLine: share(words, lines.length),
    stops: share(rows.filter((row) => STOP_AT_END.test(row)).length, rows.length),
    innerSentences: share(
      rows.reduce((sum, row) => sum + (row.match(INNER_SENTENCE)?.length ?? 0), 0),
      rows.length,
    ),
    rhymedEnds: rhymedEnds(rhyme) ?? 0,
    density: rhyme.density ?? 0,
    formality: formalityOf(lines),
    form: rowFormOf(song.text),
  };
}

/** How often each norm is sung by the main voice, in order of first use. */
function countNorms(lines: readonly SongLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of lines)
    for (const { norm, aside } of words) if (!aside) counts.set(norm, (counts.get(norm) ?? 0) + 1);
  return counts;
}

function sumOf(counts: ReadonlyMap<string, number>, is: (norm: string) => boolean): number {
  let sum = 0;
  for (const [norm, count] of counts) if (is(norm)) sum += count;
  return sum;
}

const hasMainVoice = ({ words }: SongLine): boolean => words.some(({ aside }) => !aside);

/** Words of Caribbean and African American English that join others, as FUNCTION_WORDS do. */
const DIALECT_JOINING: ReadonlySet<string> = new Set(
  "mi yuh dem di de fi seh weh wi a inna pon nah wah dat dis dey deh fe unu finna imma i'ma tryna y'all cah innit".split(
    ' ',
  ),
);

/** A word, its base without an ending, a number, or a word of which letters are left out on purpose. */
function isKnown(norm: string, lexicon: Lexicon): boolean {
  if (MASKED.test(norm) || /^\d+(?:st|nd|rd|th|s|k|am|pm)?$/.test(norm)) return true;
  const word = norm.replace(RUN, '$1');
  return (
    (word !== '' && lexicon.find(word) !== undefined) ||
    basesOf(word).some((base) => base !== '' && base !== word && lexicon.find(base) !== undefined)
  );
}

function basesOf(word: string): string[] {
  const bases = [word, word.replace(/^'/, ''), word.replace(/'$/, '')];
  if (word.endsWith("'s") || word.endsWith("'d")) bases.push(word.slice(0, -2));
  if (word.endsWith("in'")) bases.push(`${word.slice(0, -1)}g`);
  if (word.endsWith("'ll") || word.endsWith("'ve")) bases.push(word.slice(0, -3));
  return bases;
}
