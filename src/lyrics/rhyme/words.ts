import type { Tongue } from '../phonetics/languages/tongue.ts';
import type { Section } from '../text/sections.ts';
import type { IsInitials } from '../text/spoken-tokens.ts';
import { eachPart, type SungRow, sungRows } from '../text/sung-rows.ts';
import { RowReader } from './row-reader.ts';

/** A sung word and its position. */
export interface SungWord {
  /**
   * As the dictionary spells it: lower case, plain letters, straight apostrophes; a number in words, initials dotted (see
   * text/spoken-tokens.ts).
   */
  readonly spelling: string;
  /** Index of the spelling among the voice's. */
  readonly spellingId: number;
  /** UTF-16 offsets into the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Ordinal of the line among lines that hold words of the voice. */
  readonly line: number;
  /** Index of its section, -1 outside any. */
  readonly section: number;
}

export interface SungLine {
  /** 0-based number among the rows of the text. */
  readonly number: number;
  readonly section: number;
  /** Range of words, end exclusive. */
  readonly firstWord: number;
  readonly lastWord: number;
}

/** Words analysed per text: more than the longest songs have, few enough to stay within 20 ms. */
export const MAX_WORDS = 2000;

/** What one voice sings. */
export interface SungText {
  /** Whether the voice has more words than the limit; the rest was not read. */
  readonly isPartial: boolean;
  readonly words: readonly SungWord[];
  readonly lines: readonly SungLine[];
  /** Every spelling once, in order of first use. */
  readonly spellings: readonly string[];
  /** The tongue of each of them; one spelling in two languages is two. */
  readonly tongues: readonly Tongue[];
}

/**
 * A text is heard as two verses: its main voice as if there were no asides (ad-libs, backing voices), and the asides by
 * themselves. A row with both is a line of each.
 */
export interface Voices<Part> {
  readonly main: Part;
  readonly asides: Part;
}

export interface Reading {
  readonly maxWords?: number;
  /** The tongue of a section; English unless given. */
  readonly tongueOf?: (section: number) => Tongue;
  /** Whether capitals mean initials; they never do unless given. */
  readonly isInitials?: IsInitials;
}

const asEnglish = (): Tongue => 'english';
const asWords: IsInitials = () => false;

/**
 * The sung words of a text, voice by voice; what is not sung and rows without a word are left out. At most `maxWords` are
 * read: first those of the main voice, then asides.
 */
export function readVoices(
  text: string,
  sections: readonly Section[],
  { maxWords = Number.POSITIVE_INFINITY, tongueOf = asEnglish, isInitials = asWords }: Reading = {},
): Voices<SungText> {
  const rows = sungRows(text, sections);
  const main = readVoice(text, rows, { isAside: false, maxWords, tongueOf, isInitials });
  const asides = readVoice(
    text,
    rows.filter(({ stretches }) => stretches.length > 0),
    { isAside: true, maxWords: maxWords - main.words.length, tongueOf, isInitials },
  );
  return { main, asides };
}

function readVoice(
  text: string,
  rows: readonly SungRow[],
  voice: { isAside: boolean } & Required<Reading>,
): SungText {
  const reader = new RowReader(voice.maxWords, voice.isInitials);
  const lines: SungLine[] = [];
  for (const row of rows) {
    if (reader.isFull) break;
    const firstWord = reader.words.length;
    const section = row.section ?? -1;
    const tongue = voice.tongueOf(section);
    eachPart(row, ({ start, end, isAside }) => {
      if (isAside !== voice.isAside) return;
      reader.read(text.slice(start, end), { offset: start, line: lines.length, section, tongue });
    });
    const lastWord = reader.words.length;
    if (lastWord > firstWord) lines.push({ number: row.number, section, firstWord, lastWord });
  }
  const { words, spellings, tongues, isFull } = reader;
  return { words, lines, spellings, tongues, isPartial: isFull };
}
