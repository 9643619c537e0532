import { parseSections, type Section } from './sections.ts';
import { sungRows } from './sung-rows.ts';
import { tokenizeRows, type Word } from './tokenize.ts';
import { sungPart } from './voices.ts';

/** A sung line: it has words and is not a header. */
export interface SongLine {
  /** 0-based number among the rows of the text. */
  number: number;
  /** Its row, with spaces in place of time stamps, marks and stage directions. */
  text: string;
  words: readonly Word[];
  /** Position of its first word among the song's. */
  firstWord: number;
  /** Index of its section, null outside any. */
  section: number | null;
  /** Whether the same words were sung on an earlier line. */
  repeated: boolean;
}

/** The norms of a list of words, numbered, so that measures process each norm once and count in arrays. */
export interface NumberedNorms {
  /** Every norm once, in order of first use. */
  norms: readonly string[];
  /** Which of the norms each word has. */
  normIds: Int32Array;
}

/** A text parsed once for all measures: its sections, its sung lines and their words with positions. */
export interface Song extends NumberedNorms {
  text: string;
  sections: readonly Section[];
  lines: readonly SongLine[];
  /** All words of the sung lines, in order. */
  words: readonly Word[];
}

/** Parses a text; offsets and line numbers refer to exactly this text. */
export function readSong(text: string, sections: readonly Section[] = parseSections(text)): Song {
  const rows = sungRows(text, sections);
  const words = tokenizeRows(text, rows);
  const lines: SongLine[] = [];
  let at = 0;
  for (const row of rows) {
    const firstWord = at;
    while (words[at]?.line === row.number) at++;
    if (at === firstWord) continue;
    const { number, section } = row;
    const sung = { text: sungPart(row.text, row.stretches), words: words.slice(firstWord, at) };
    lines.push({ number, ...sung, firstWord, section, repeated: false });
  }
  const numbered = numberNorms(words);
  markRepeated(lines, numbered.normIds);
  return { text, sections, lines, words, ...numbered };
}

/** Numbers the norms of words. */
export function numberNorms(words: readonly Word[]): NumberedNorms {
  const norms: string[] = [];
  const known = new Map<string, number>();
  const normIds = Int32Array.from(words, ({ norm }) => {
    const found = known.get(norm);
    if (found !== undefined) return found;
    known.set(norm, norms.length);
    return norms.push(norm) - 1;
  });
  return { norms, normIds };
}

function markRepeated(lines: readonly SongLine[], normIds: Int32Array): void {
  const seen = new Set<string>();
  for (const line of lines) {
    const key = lineKey(line, normIds);
    line.repeated = seen.has(key);
    seen.add(key);
  }
}

// Ad-libs differ between repetitions of a chorus; a line of only ad-libs is compared by them.
function lineKey({ words, firstWord }: SongLine, normIds: Int32Array): string {
  const onlyAsides = words.every((word) => word.aside);
  let key = '';
  for (let at = 0; at < words.length; at++) {
    if (words[at]?.aside && !onlyAsides) continue;
    const id = normIds[firstWord + at] ?? 0;
    key += String.fromCharCode(id & 0xffff, id >>> 16);
  }
  return key;
}
