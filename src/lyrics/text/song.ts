import { parseSections, type Section } from './sections.ts';
import { tokenize, type Word } from './tokenize.ts';

/** A line that is sung: it has words and is no header. */
export interface SongLine {
  /** 0-based index into `text.split('\n')`. */
  number: number;
  text: string;
  words: readonly Word[];
  /** Index of its section, null outside any. */
  section: number | null;
  /** The same words were sung on an earlier line. */
  repeated: boolean;
}

/** A text read once for all measures: its sections, its sung lines and their words with places. */
export interface Song {
  text: string;
  sections: readonly Section[];
  lines: readonly SongLine[];
  /** All words of the sung lines, in order. */
  words: readonly Word[];
}

/** Reads a text; offsets and line numbers point into exactly this text. */
export function readSong(text: string, sections: readonly Section[] = parseSections(text)): Song {
  const rows = text.split('\n');
  const owner = ownersOf(sections, rows.length);
  const lines: SongLine[] = [];
  const words: Word[] = [];
  const seen = new Set<number>();
  let group: Word[] = [];
  const close = (): void => {
    const number = group[0]?.line;
    if (number === undefined) return;
    const section = owner[number] ?? OUTSIDE;
    if (section !== HEADER) {
      const key = lineKey(group);
      lines.push({
        number,
        text: rows[number] ?? '',
        words: group,
        section: section === OUTSIDE ? null : section,
        repeated: seen.has(key),
      });
      seen.add(key);
      for (const word of group) words.push(word);
    }
    group = [];
  };
  for (const word of tokenize(text)) {
    if (group[0] && word.line !== group[0].line) close();
    group.push(word);
  }
  close();
  return { text, sections, lines, words };
}

const OUTSIDE = -1;
const HEADER = -2;
const SPACE = 32;

function ownersOf(sections: readonly Section[], count: number): Int32Array {
  const owner = new Int32Array(count).fill(OUTSIDE);
  for (const [index, section] of sections.entries()) {
    owner.fill(index, section.start_line, section.end_line);
    if (section.header_line !== null) owner.fill(HEADER, section.header_line, section.start_line);
  }
  return owner;
}

// Ad-libs change from one chorus to the next; a line of nothing else is compared by them. Two 32-bit hashes in one number.
function lineKey(words: readonly Word[]): number {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  const onlyAsides = words.every((word) => word.aside);
  for (const { norm, aside } of words) {
    if (aside && !onlyAsides) continue;
    for (let at = 0; at < norm.length; at++) {
      low = Math.imul(low ^ norm.charCodeAt(at), 0x01000193);
      high = Math.imul(high ^ norm.charCodeAt(at), 0x85ebca6b);
    }
    low = Math.imul(low ^ SPACE, 0x01000193);
    high = Math.imul(high ^ SPACE, 0x85ebca6b);
  }
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
}
