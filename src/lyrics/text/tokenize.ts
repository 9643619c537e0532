import { APOSTROPHE, charClass, DOLLAR, DOT, LETTER, STAR } from './char-class.ts';
import { foldWord } from './fold.ts';
import { eachPart, type VoicedPart, type VoicedRow, voicedRows } from './sung-rows.ts';

const FIRST_MARK = 0x300;
const WORD = /[\p{L}\p{N}]/u;

/** A word and its position. Offsets are UTF-16 offsets into the whole text, `end` exclusive; `line` is 0-based. */
export interface Word {
  text: string;
  /** Lower case, straight apostrophes. */
  norm: string;
  line: number;
  start: number;
  end: number;
  /** Not of the main voice: an ad-lib or an echo. */
  aside: boolean;
}

/**
 * The sung words of a text with their positions. A word is letters and digits with apostrophes inside or at either end
 * ("'cause", "rollin'"), dots inside initials ("B.I.G."), `$` and `*` inside ("A$AP", "sh*t"); hyphens separate words.
 */
export const tokenize = (text: string): Word[] => tokenizeRows(text, voicedRows(text));

/** The sung words of some rows of a text. */
export function tokenizeRows(text: string, rows: readonly VoicedRow[]): Word[] {
  const words: Word[] = [];
  // A few capitals (İ) are longer in lower case, which would shift every later offset: then each word is folded alone.
  const whole = foldWord(text);
  const folded = whole.length === text.length ? whole : null;
  for (const row of rows) {
    const read = ({ start, end, isAside }: VoicedPart): void => {
      for (let at = start; at < end; at++) {
        const kind = charClass(text, at);
        if (kind !== LETTER && !opensWord(text, at, kind)) continue;
        const last = Math.min(end, wordEnd(text, at));
        const word = text.slice(at, last);
        const isWord = text.charCodeAt(at) < FIRST_MARK || WORD.test(word);
        if (isWord) {
          const norm = folded ? folded.slice(at, last) : foldWord(word);
          words.push({ text: word, norm, line: row.number, start: at, end: last, aside: isAside });
        }
        at = last - 1;
      }
    };
    eachPart(row, read);
  }
  return words;
}

// "$" and an apostrophe begin a word only if a letter follows; after a letter they belong to the word before.
function opensWord(text: string, at: number, kind: number): boolean {
  return (kind === DOLLAR || kind === APOSTROPHE) && charClass(text, at + 1) === LETTER;
}

function wordEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const kind = charClass(text, at);
    if (kind !== LETTER && !isInner(text, at, kind, start)) break;
    at += 1;
  }
  return at;
}

function isInner(text: string, at: number, kind: number, start: number): boolean {
  switch (kind) {
    case APOSTROPHE:
      return charClass(text, at + 1) === LETTER || clips(text, at, start);
    case DOLLAR:
      return true;
    case STAR:
      return isCensoring(text, at, start);
    case DOT:
      return isInitialDot(text, at, start);
    default:
      return false;
  }
}

// A closing apostrophe stands for a lost letter (rollin', an', mo', lil') unless it closes a quotation that opened before.
function clips(text: string, at: number, start: number): boolean {
  if (charClass(text, start) === APOSTROPHE) return false;
  const letter = text.charCodeAt(at - 1) | 32;
  const before = text.charCodeAt(at - 2) | 32;
  return (
    (letter === 110 && (before === 105 || before === 97)) ||
    letter === 111 ||
    (letter === 108 && before === 105)
  );
}

// "sh*t" and "f**" are censored words; "*laughs*" is a stage direction.
function isCensoring(text: string, at: number, start: number): boolean {
  if (charClass(text, start - 1) === STAR) return false;
  return (
    charClass(text, at + 1) === LETTER || charClass(text, at + 1) === STAR || charClass(text, at - 1) === STAR
  );
}

// "B.I.G." and "R.I.P.": single letters, each followed by a dot.
function isInitialDot(text: string, at: number, start: number): boolean {
  if (at - 1 !== start && charClass(text, at - 2) !== DOT) return false;
  if (at - 1 > start) return true;
  return charClass(text, at + 1) === LETTER && charClass(text, at + 2) === DOT;
}
