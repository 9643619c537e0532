import { parseSections, type Section } from './sections.ts';
import { tokenize, type Word } from './tokenize.ts';

/** A sung line: it has words and is not a header. */
export interface SongLine {
  /** 0-based index into `text.split('\n')`. */
  number: number;
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
  const rows = text.split('\n');
  const owner = ownersOf(sections, rows.length);
  const lines: SongLine[] = [];
  const words: Word[] = [];
  let group: Word[] = [];
  const close = (): void => {
    const number = group[0]?.line;
    if (number === undefined) return;
    const section = owner[number] ?? OUTSIDE;
    if (section !== HEADER) {
      const firstWord = words.length;
      for (const word of group) words.push(word);
      lines.push({
        number,
        text: rows[number] ?? '',
        words: group,
        firstWord,
        section: section === OUTSIDE ? null : section,
        repeated: false,
      });
    }
    group = [];
  };
  for (const word of tokenize(text)) {
    if (group[0] && word.line !== group[0].line) close();
    group.push(word);
  }
  close();
  const numbered = numberNorms(words);
  markRepeated(lines, numbered.normIds);
  return { text, sections, lines, words, ...numbered };
}

const OUTSIDE = -1;
const HEADER = -2;

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

function ownersOf(sections: readonly Section[], count: number): Int32Array {
  const owner = new Int32Array(count).fill(OUTSIDE);
  for (const [index, section] of sections.entries()) {
    owner.fill(index, section.start_line, section.end_line);
    if (section.header_line !== null) owner.fill(HEADER, section.header_line, section.start_line);
  }
  return owner;
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
