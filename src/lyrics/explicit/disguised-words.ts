import { foldLetters } from './fold-letters.ts';
import { readSpelling, type Spelling } from './spelling.ts';

/** A stretch of a line that stands for one word; offsets into the line, end exclusive. */
export interface Disguised {
  start: number;
  end: number;
  spelling: Spelling;
}

// Letters beside signs, letters set apart, stars: everything else is read as the words of the song.
const SUSPICIOUS = /[*#@$!¡+|€£_^~%&]|--|[a-z][-.–—…][a-z]|\b[a-z][ .-][a-z][ .-][a-z]\b|[a-z][-–—…]/i;
const CHUNK = /\S+/g;
const DASHES = /[‐‑‒–—―−]/g;
const OPENING = '([{"\'“‘«¿';
const CLOSING = ')]}"\'”’»,;:.!?…';
const MAX_LENGTH = 24;
const RATING = /\b(?:stars?|rated|rating|review|reviews|hotel)\b/i;

/** Words of a line that are written with signs in place of letters, spelled out, or left out altogether. */
export function disguisedWords(line: string): Disguised[] {
  if (!SUSPICIOUS.test(line)) return [];
  const chunks = [...line.matchAll(CHUNK)].map(({ 0: text, index }) => trimmed(text, index));
  const found: Disguised[] = [];
  for (const [at, chunk] of chunks.entries()) {
    const spelling = readChunk(chunk.text) ?? (isLeftOut(line, chunks, at) ? LEFT_OUT : null);
    if (spelling !== null) found.push({ start: chunk.start, end: chunk.start + chunk.text.length, spelling });
  }
  return [...found, ...spelledOut(chunks)].sort((one, other) => one.start - other.start);
}

interface Chunk {
  text: string;
  start: number;
}

function trimmed(text: string, index: number): Chunk {
  let start = 0;
  let end = text.length;
  while (start < end && OPENING.includes(text.charAt(start))) start += 1;
  while (end > start && CLOSING.includes(text.charAt(end - 1))) end -= 1;
  return { text: text.slice(start, end), start: index + start };
}

const PLAIN = /^[\p{L}\p{N}'’]*$/u;

function readChunk(text: string): Spelling | null {
  if (text.length < 3 || text.length > MAX_LENGTH || PLAIN.test(text)) return null;
  const word = foldLetters(text).replace(DASHES, '-').replaceAll('…', '...').replaceAll('’', "'");
  const apart = apartLetters(word);
  if (apart !== null) return readSpelling(apart);
  // "*word*" and "**word**" are stage directions and bold type.
  if (/^\*+[a-z' -]+\*+$/.test(word)) return null;
  const whole = readSpelling(word);
  if (whole !== null) return whole;
  const joined = word.includes('-') ? readSpelling(word.replaceAll('-', '')) : null;
  if (joined !== null && joined.word.length > 3) return joined;
  return partOf(word);
}

/** "motherf***ing-ass", "bullsh!t/lies": one of the parts. */
function partOf(word: string): Spelling | null {
  const parts = word.split(/[-/]/);
  if (parts.length < 2) return null;
  for (const part of parts) {
    const spelling = part.length > 2 && !PLAIN.test(part) ? readSpelling(part) : null;
    if (spelling !== null) return spelling;
  }
  return null;
}

/** The letters of "s.h.i.t" and "f-u-c-k"; null when they are not apart. */
function apartLetters(word: string): string | null {
  const letters = word.split(/[-._*]/);
  if (letters.length < 3 || !letters.every((one) => one.length === 1)) return null;
  return letters.join('');
}

/** "f u c k": at least three letters with nothing but spaces between. */
function spelledOut(chunks: readonly Chunk[]): Disguised[] {
  const found: Disguised[] = [];
  for (let at = 0; at < chunks.length; at++) {
    let last = at;
    while (chunks[last]?.text.length === 1) last += 1;
    const letters = chunks.slice(at, last);
    const word = foldLetters(letters.map(({ text }) => text).join(''));
    const spelling = word.length < 3 || word.length > MAX_LENGTH ? null : longestSpelled(word);
    if (spelling !== null) {
      const [first, end] = [letters[spelling.from], letters[spelling.to - 1]];
      if (first && end) found.push({ start: first.start, end: end.start + 1, spelling: spelling.spelling });
    }
    if (last > at) at = last;
  }
  return found;
}

function longestSpelled(word: string): { from: number; to: number; spelling: Spelling } | null {
  for (const length of [word.length, 4, 5, 3]) {
    for (let from = 0; from + length <= word.length; from++) {
      const spelling = readSpelling(word.slice(from, from + length));
      if (spelling !== null && spelling.word.length > 2 && (length > 3 || word.length === 3)) {
        return { from, to: from + length, spelling: { word: spelling.word, form: 'disguised' } };
      }
    }
  }
  return null;
}

const LEFT_OUT: Spelling = { word: 'fuck', form: 'masked' };
const STARS = /^\*{3,}$/;
const GRAWLIX = /^[@#$%&!*^?+]{3,}$/;
const RULE = /^(?:-{3,}|_{3,})$/;
const BEFORE_RULE = new Set([
  'what',
  'who',
  'the',
  'where',
  'how',
  'why',
  'you',
  'this',
  'a',
  'that',
  'holy',
  'get',
  'no',
  'of',
]);

/** "what the **** is that", "@#$%!": a word that is left out. Stars that rate something or frame a line are none. */
function isLeftOut(line: string, chunks: readonly Chunk[], at: number): boolean {
  const text = chunks[at]?.text ?? '';
  if (RULE.test(text))
    return at > 0 && at < chunks.length - 1 && BEFORE_RULE.has(chunks[at - 1]?.text.toLowerCase() ?? '');
  if (!STARS.test(text)) return GRAWLIX.test(text) && new Set(text).size > 2 && /[@#%&*^]/.test(text);
  if (RATING.test(line)) return false;
  const framed =
    STARS.test(chunks[0]?.text ?? '') && STARS.test(chunks.at(-1)?.text ?? '') && chunks.length > 2;
  return !framed;
}
