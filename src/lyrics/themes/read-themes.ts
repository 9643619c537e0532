import { isNegation } from '../feeling/word-forms.ts';
import { SenseTable } from '../text/sense-table.ts';
import type { Song, SongLine } from '../text/song.ts';
import type { Word } from '../text/tokenize.ts';
import { OTHER_WORLDS } from './other-worlds.ts';
import { readSpeaking, type Speaking, type ThemeLexicon, themeLexicon } from './theme-lexicon.ts';
import type { Theme } from './theme-names.ts';
import { THEME_NEIGHBOURS, THEME_SENSES } from './theme-senses.ts';

/** Words that speak of a theme, with their place. */
export interface ThemeHit {
  category: Theme;
  /** 1-3; less where the neighbours speak of another world. */
  weight: number;
  line: number;
  start: number;
  end: number;
  /** The longest of the words, by which they are one piece of evidence wherever they come again. */
  key: string;
}

export interface ThemedLine {
  line: SongLine;
  hits: readonly ThemeHit[];
}

const NEGATION_REACH = 3;
/** Denied, these are not spoken of: "never sold a gram". The others are, even so: "no weed for me", "can't pray". */
const DENIABLE: ReadonlySet<Theme> = new Set<Theme>([
  'wealth',
  'violence',
  'drug_trade',
  'love',
  'sex',
  'street_life',
  'party',
  'fame',
  'battle',
  'boast',
]);
const TAKES_NEGATION = new Set(['stop', 'help', 'wait', 'only', 'just', 'enough', 'lie', 'deny', 'matter']);
const NO_FORMS: readonly string[] = [];
/** An aside speaks for the song only where its words hardly mean anything else. */
const ASIDE_WEIGHT = 3;

let senses: SenseTable<readonly Speaking[]> | undefined;
let others: ReadonlySet<string> | undefined;

/**
 * What the lines of a song speak of: phrases and idioms first, then words by their neighbours, then the lists. A line
 * that repeats an earlier one has no hits.
 */
export function readThemes(song: Song): ThemedLine[] {
  const lexicon = themeLexicon();
  const strange = song.lines.map(countStrange);
  return song.lines.map((line, at) => {
    if (line.repeated) return { line, hits: [] };
    const around = (strange[at - 1] ?? 0) + (strange[at + 1] ?? 0);
    const doubt = (strange[at] ?? 0) + Math.min(1, around / 4);
    const sung = line.words.filter(({ aside }) => !aside);
    const asides = line.words.filter(({ aside }) => aside);
    const hits = [
      ...readLine(sung, lexicon),
      ...(asides.length === 0
        ? []
        : readLine(asides, lexicon).filter(({ weight }) => weight >= ASIDE_WEIGHT)),
    ];
    return { line, hits: doubt === 0 ? hits : hits.map((hit) => doubted(hit, doubt)) };
  });
}

function countStrange({ words }: SongLine): number {
  others ??= new Set(OTHER_WORLDS.trim().split(/\s+/));
  let count = 0;
  for (const { norm } of words) if (others.has(norm)) count += 1;
  return count;
}

// What hardly means anything else is not doubted.
function doubted(hit: ThemeHit, doubt: number): ThemeHit {
  return hit.weight >= 3 ? hit : { ...hit, weight: hit.weight / (1 + doubt) };
}

function readLine(words: readonly Word[], lexicon: ThemeLexicon): ThemeHit[] {
  const spellings = words.map(({ norm }) => lexicon.forms(norm));
  const plain = spellings.map(({ forms: [first = ''] }) => first);
  const forms = (at: number): readonly string[] => spellings[at]?.forms ?? NO_FORMS;
  const hits: ThemeHit[] = [];
  for (let at = 0, length = 1; at < words.length; at += length) {
    const phrase = spellings[at]?.opensPhrase ? findPhrase(at, forms, lexicon) : null;
    length = phrase?.length ?? 1;
    const [first, last] = [words[at], words[at + length - 1]];
    if (first === undefined || last === undefined) break;
    const speaking = phrase?.value ?? readWord(plain, at, first, lexicon);
    if (speaking.length === 0) continue;
    const place = { line: first.line, start: first.start, end: last.end };
    const key = longestOf(plain.slice(at, at + length));
    for (const { theme, weight } of speaking)
      if (!DENIABLE.has(theme) || !isNegated(plain, at))
        hits.push({ category: theme, weight, ...place, key });
  }
  return hits;
}

const longestOf = (words: readonly string[]): string =>
  words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');

// "the family of strings": an idiom that begins inside a phrase and goes on behind it takes its words.
function findPhrase(
  at: number,
  forms: (at: number) => readonly string[],
  { phrases }: ThemeLexicon,
): ReturnType<ThemeLexicon['phrases']['longest']> {
  const phrase = phrases.longest(at, forms);
  if (phrase === null || phrase.value.length === 0) return phrase;
  for (let from = at + 1; from < at + phrase.length; from++) {
    const inner = phrases.longest(from, forms);
    if (inner?.value.length === 0 && from + inner.length > at + phrase.length) return null;
  }
  return phrase;
}

function readWord(
  line: readonly string[],
  at: number,
  { norm }: Word,
  lexicon: ThemeLexicon,
): readonly Speaking[] {
  senses ??= new SenseTable({ rows: THEME_SENSES, classes: THEME_NEIGHBOURS, read: readSpeaking });
  return senses.choose(line, at) ?? lexicon.word(norm);
}

function isNegated(line: readonly string[], at: number): boolean {
  for (let back = 1; back <= NEGATION_REACH; back++) {
    const word = line[at - back];
    if (word === undefined || TAKES_NEGATION.has(word)) return false;
    if (isNegation(word)) return true;
  }
  return false;
}
