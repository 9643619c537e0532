import { isHeaderLine } from './sections.ts';

/** A few neighbouring lines of one stanza; `endLine` is not part of it. */
export interface TextPassage {
  startLine: number;
  endLine: number;
  text: string;
}

const MAX_LINES = 8;

/**
 * Cuts lyrics into passages for embedding: stanza by stanza, a long stanza into equal parts of at most eight
 * lines. Header lines end a stanza and belong to none. A repeated passage (a chorus) is kept once, where it
 * first stands, so that it does not outweigh the verses.
 */
export function splitPassages(lyrics: string): TextPassage[] {
  const lines = lyrics.split('\n');
  const passages: TextPassage[] = [];
  const seen = new Set<string>();
  const add = (startLine: number, endLine: number): void => {
    const text = lines.slice(startLine, endLine).join('\n');
    if (seen.has(text)) return;
    seen.add(text);
    passages.push({ startLine, endLine, text });
  };
  let start = 0;
  for (let i = 0; i <= lines.length; i++) {
    const line = lines[i];
    if (line !== undefined && line.trim() !== '' && !isHeaderLine(line)) continue;
    for (const [from, to] of equalParts(start, i)) add(from, to);
    start = i + 1;
  }
  return passages;
}

function equalParts(start: number, end: number): [number, number][] {
  const parts = Math.ceil((end - start) / MAX_LINES);
  return Array.from({ length: parts }, (_, n): [number, number] => [
    start + Math.floor(((end - start) * n) / parts),
    start + Math.floor(((end - start) * (n + 1)) / parts),
  ]);
}
