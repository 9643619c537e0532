import { wordStem } from '../../lib/word-stem.ts';

export interface TextPiece {
  text: string;
  marked: boolean;
}

// The apostrophe of a dropped g belongs to its word: runnin'.
const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+|(?<=\p{L}in)['’])*/gu;

/** Parts `text` so that the pieces joined are the text, with the asked words (lower case) and their inflections marked. */
export function markWords(text: string, asked: readonly string[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  const stems = new Set(asked.map(wordStem));
  let done = 0;
  for (const match of text.matchAll(WORD)) {
    const word = match[0].toLowerCase();
    if (!asked.includes(word) && !stems.has(wordStem(word))) continue;
    if (match.index > done) pieces.push({ text: text.slice(done, match.index), marked: false });
    done = match.index + match[0].length;
    pieces.push({ text: match[0], marked: true });
  }
  if (done < text.length) pieces.push({ text: text.slice(done), marked: false });
  return pieces;
}
