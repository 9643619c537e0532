import { BOOSTERS } from '../sentiment/vader-rules.ts';
import { valenceOf } from '../sentiment/vader-tokens.ts';
import { baseForms } from '../text/base-forms.ts';
import { memoizeByWord } from '../text/word-memo.ts';
import { BRIGHT_WORDS, CUE_WORDS } from './bright-words.ts';
import { DARK_WORDS, HARSH_WORDS } from './dark-words.ts';
import { isShown, type Shown } from './feeling-names.ts';
import { PhraseNet } from './phrase-net.ts';
import { isNegation, plainForm } from './word-forms.ts';

/** What a word or phrase tells: valence -4 to 4, and what it shows, by weight 1-3. */
export interface Reading {
  valence: number;
  shows: readonly { name: Shown; weight: number }[];
}

/** What is known of a word wherever it stands. */
export interface KnownWord {
  plain: string;
  /** The spellings under which the phrases may hold it. */
  forms: readonly string[];
  /** Whether some phrase begins with it. */
  opensPhrase: boolean;
  /** What it tells in any inflection; null where neither the lexicon nor VADER lists it. */
  reading: Reading | null;
  /** What it adds to the valence of the next word. */
  boost: number;
  negates: boolean;
}

export interface FeelingLexicon {
  /** Phrases of two words and more. */
  phrases: PhraseNet<Reading>;
  word: (norm: string) => KnownWord;
}

const SEPARATORS = /[\s()/]+/;
let built: FeelingLexicon | undefined;

/** The lexicon, built on first use. */
export function feelingLexicon(): FeelingLexicon {
  built ??= buildLexicon([DARK_WORDS, HARSH_WORDS, BRIGHT_WORDS, CUE_WORDS]);
  return built;
}

function buildLexicon(tables: readonly string[]): FeelingLexicon {
  const words = new Map<string, Reading>();
  const phrases = new PhraseNet(mergeReadings);
  const parts = new Set<string>();
  for (const { term, reading } of tables.flatMap(termsOf)) {
    if (term.includes(' ')) {
      phrases.add(term, reading);
      for (const part of term.split(SEPARATORS)) if (part.endsWith('ing')) parts.add(part);
    } else words.set(term, mergeReadings(words.get(term), reading));
  }
  return {
    phrases,
    word: memoizeByWord((norm): KnownWord => {
      const plain = plainForm(norm);
      const forms = formsOf(plain, parts);
      const form = [plain, ...baseForms(plain)].find((candidate) => words.has(candidate));
      return {
        plain,
        forms,
        opensPhrase: forms.some((spelling) => phrases.opens(spelling)),
        reading: readingOf(plain, form === undefined ? undefined : words.get(form)),
        boost: BOOSTERS.get(plain) ?? 0,
        negates: isNegation(plain),
      };
    }),
  };
}

// The lexicon says what a word shows; where VADER agrees on its sign, the larger valence counts.
function readingOf(plain: string, known: Reading | undefined): Reading | null {
  const valence = BOOSTERS.has(plain) || isNegation(plain) ? undefined : valenceOf(plain);
  if (known === undefined) return valence === undefined ? null : { valence, shows: [] };
  const isStronger =
    valence !== undefined &&
    Math.sign(valence) === Math.sign(known.valence) &&
    Math.abs(valence) > Math.abs(known.valence);
  return isStronger ? { ...known, valence } : known;
}

// "killin" is "killing" where the phrases know only that; "heart's" may be "heart is".
function formsOf(plain: string, parts: ReadonlySet<string>): string[] {
  const forms = [plain];
  if (plain.endsWith('in') && parts.has(`${plain}g`)) forms.push(`${plain}g`);
  if (plain.endsWith("'s")) forms.push(plain.slice(0, -2));
  return forms;
}

function mergeReadings(before: Reading | undefined, more: Reading): Reading {
  if (before === undefined) return more;
  const shows = new Map<Shown, number>();
  for (const { name, weight } of [...before.shows, ...more.shows])
    shows.set(name, Math.max(weight, shows.get(name) ?? 0));
  return {
    valence: Math.abs(more.valence) > Math.abs(before.valence) ? more.valence : before.valence,
    shows: Array.from(shows, ([name, weight]) => ({ name, weight })),
  };
}

function termsOf(table: string): { term: string; reading: Reading }[] {
  let reading: Reading = { valence: 0, shows: [] };
  const terms: { term: string; reading: Reading }[] = [];
  for (const row of table.trim().split('\n')) {
    if (row.startsWith('=')) reading = readReading(row.slice(1));
    else
      for (const part of row.split(';')) {
        const term = part.trim();
        if (term !== '') terms.push({ term, reading });
      }
  }
  return terms;
}

/** Reads "-2 sadness3 loss1". */
export function readReading(text: string): Reading {
  const [valence = '', ...shows] = text.trim().split(/\s+/);
  return {
    valence: Number(valence),
    shows: shows.map((part) => {
      const name = part.slice(0, -1);
      if (!isShown(name)) throw new Error(`"${name}" is neither a feeling nor a cue`);
      return { name, weight: Number(part.slice(-1)) };
    }),
  };
}
