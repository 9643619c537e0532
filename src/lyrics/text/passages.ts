import { byteLength, cutText } from './cut-text.ts';
import { isHeaderLine } from './sections.ts';

/** A few neighbouring lines of one stanza, or a piece of a long line; `endLine` is not part of it. */
export interface TextPassage {
  startLine: number;
  endLine: number;
  text: string;
}

/** Maximum number of passages of a text: each costs part of a call and five kilobytes of Postgres. */
export const MAX_PASSAGES = 256;
/** Eight lines of a song have about 300 bytes; longer text is prose with too much content for one vector. */
export const MAX_PASSAGE_BYTES = 2000;
const MAX_LINES = 8;

/**
 * Cuts lyrics into passages for embedding: stanza by stanza, a long stanza into equal parts of at most eight lines.
 * Header lines end a stanza and belong to none. A repeated passage (a chorus) is kept once, at its first occurrence,
 * so that it does not outweigh the verses. No passage is longer than `maxBytes`: a longer one is cut between lines, a
 * longer line between words. If there are more than MAX_PASSAGES, neighbours are joined, and if there are still too
 * many, they are thinned out evenly.
 */
export function splitPassages(lyrics: string, maxBytes: number = MAX_PASSAGE_BYTES): TextPassage[] {
  const limit = Math.min(maxBytes, MAX_PASSAGE_BYTES);
  const lines = lyrics.split('\n');
  const found = stanzaParts(lines).flatMap(([from, to]) => fitPassage(lines, [from, to], limit));
  const seen = new Set<string>();
  const passages = found.filter(({ text }) => !seen.has(text) && seen.add(text));
  return passages.length <= MAX_PASSAGES ? passages : thin(join(passages, limit));
}

/** Ranges of lines: stanzas, in parts of at most eight lines. */
function stanzaParts(lines: readonly string[]): [number, number][] {
  const parts: [number, number][] = [];
  let start = 0;
  for (let i = 0; i <= lines.length; i++) {
    const line = lines[i];
    if (line !== undefined && line.trim() !== '' && !isHeaderLine(line)) continue;
    parts.push(...equalParts(start, i));
    start = i + 1;
  }
  return parts;
}

function equalParts(start: number, end: number): [number, number][] {
  const parts = Math.ceil((end - start) / MAX_LINES);
  return Array.from({ length: parts }, (_, n): [number, number] => [
    start + Math.floor(((end - start) * n) / parts),
    start + Math.floor(((end - start) * (n + 1)) / parts),
  ]);
}

/** The lines as one passage, or as several where one would be longer than `maxBytes`. */
function fitPassage(
  lines: readonly string[],
  [from, to]: readonly [number, number],
  maxBytes: number,
): TextPassage[] {
  const text = lines.slice(from, to).join('\n');
  if (byteLength(text) <= maxBytes) return [{ startLine: from, endLine: to, text }];
  if (to - from === 1)
    return cutText(text, maxBytes).map((piece) => ({ startLine: from, endLine: to, text: piece }));
  const middle = Math.floor((from + to) / 2);
  return [...fitPassage(lines, [from, middle], maxBytes), ...fitPassage(lines, [middle, to], maxBytes)];
}

/** Joins neighbours up to a length at which few enough are left, or up to `maxBytes`. */
function join(passages: readonly TextPassage[], maxBytes: number): TextPassage[] {
  const sizes = passages.map(({ text }) => byteLength(text) + 1);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  // Two neighbours that were not joined are together longer than the target.
  const target = Math.min(maxBytes, Math.ceil((2 * total) / (MAX_PASSAGES - 1)));
  const joined: TextPassage[] = [];
  let size = 0;
  passages.forEach((passage, i) => {
    const last = joined.at(-1);
    const more = sizes[i] ?? 0;
    if (last === undefined || size + more > target) {
      joined.push({ ...passage });
      size = more;
      return;
    }
    last.text += `\n${passage.text}`;
    last.endLine = passage.endLine;
    size += more;
  });
  return joined;
}

function thin(passages: readonly TextPassage[]): TextPassage[] {
  if (passages.length <= MAX_PASSAGES) return [...passages];
  const step = passages.length / MAX_PASSAGES;
  return Array.from({ length: MAX_PASSAGES }, (_, i) => passages[Math.floor(i * step)]).filter(
    (one) => one !== undefined,
  );
}
