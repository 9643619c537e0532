import { trimEndOf, trimStartOf } from '../../lib/trim-text.ts';
import { codeOf, type Tongue } from '../phonetics/languages/tongue.ts';
import { type IsInitials, isUnusual, spokenTokens } from '../text/spoken-tokens.ts';
import { memoizeByWord } from '../text/word-memo.ts';
import type { SungWord } from './words.ts';

const TOKEN = /[\p{L}\p{N}'’‘ʼ`][\p{L}\p{N}\p{M}'’‘ʼ`]*/gu;
const WORD = /[\p{L}\p{N}]/u;
const BEYOND = /[^\0-\x7f’‘ʼ]/;
const ACUTE = '\u0301';
const TILDE = '\u0303';

/** Marks that change how English speakers say a word: a sounded final é, and ñ. */
function keepSounded(mark: string, at: number, word: string): string {
  const letter = word.charAt(at - 1);
  const isSounded = mark === ACUTE && letter === 'e' && at > 2 && /^e?s?$/.test(word.slice(at + 1, at + 4));
  return isSounded || (mark === TILDE && letter === 'n') ? mark : '';
}

const spell = memoizeByWord((token: string): string =>
  dropQuotations(
    token
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, keepSounded)
      .normalize('NFC')
      .replace(/[’‘ʼ`]/g, "'"),
  ),
);

/** With its accents, which the spelling rules of other languages read. */
const spellAccented = memoizeByWord((token: string): string =>
  dropQuotations(
    token
      .toLowerCase()
      .normalize('NFC')
      .replace(/[’‘ʼ`]/g, "'"),
  ),
);

// Two or more marks at one end are quotation marks, a single one is an apostrophe. Marks in front are quotation marks
// only if the rest of the word has no mark except one at its end.
function dropQuotations(word: string): string {
  const opened = trimStartOf(word, "'");
  const body = trimEndOf(opened, "'");
  const before = word.length - opened.length;
  const after = opened.length - body.length;
  const isQuoted = before > 1 && after === 1 && body !== '' && !body.includes("'");
  if (body === '') return before > 1 ? '' : word;
  return (isQuoted ? '' : "'".repeat(before)) + body + (after > 1 ? '' : "'".repeat(after));
}

/** Classes of the characters of a plain row. The only characters beyond ASCII in such a row are apostrophes. */
const OTHER = 0;
const LETTER = 1;
const QUOTE = 2;
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[a-z0-9]/i.test(char)) return LETTER;
  return /['`]/.test(char) ? QUOTE : OTHER;
});

const kindAt = (row: string, at: number): number => {
  const code = row.charCodeAt(at);
  if (code < 128) return KINDS[code] ?? OTHER;
  return Number.isNaN(code) ? OTHER : QUOTE;
};

/** The position of a row or a part of one: its offset in the text, its number among the lines of its voice, its section. */
interface Place {
  readonly offset: number;
  readonly line: number;
  readonly section: number;
  readonly tongue: Tongue;
}

function countSpaces(text: string): number {
  let count = 0;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count++;
  return count;
}

/** Collects the words of a voice row by row, and each distinct spelling once. */
export class RowReader {
  readonly words: SungWord[] = [];
  readonly spellings: string[] = [];
  /** The tongue of each spelling. */
  readonly tongues: Tongue[] = [];
  /** Whether a word was left out because the limit was reached. */
  isFull = false;
  /** Words of the limit that spoken figures use up beyond one each. */
  #figureWords = 0;
  readonly #ids = new Map<string, number>();
  readonly #maxWords: number;
  readonly #isInitials: IsInitials;

  constructor(maxWords: number, isInitials: IsInitials) {
    this.#maxWords = maxWords;
    this.#isInitials = isInitials;
  }

  read(row: string, place: Place): void {
    const isPlain = !BEYOND.test(row);
    if (place.tongue === 'english' && !(isPlain && !isUnusual(row))) this.#readSpoken(row, place);
    else if (isPlain) this.#readPlain(row, place);
    else this.#readAccented(row, place);
  }

  /** Finds the same words as the tokens of a plain row in a fraction of the time. */
  #readPlain(row: string, place: Place): void {
    const lower = row.toLowerCase();
    for (let at = 0; at < row.length && !this.isFull; ) {
      const start = at;
      const first = kindAt(row, at++);
      if (first === OTHER) continue;
      let [letters, quotes] = [first === LETTER, first === QUOTE];
      for (let kind = kindAt(row, at); kind !== OTHER; kind = kindAt(row, ++at)) {
        if (kind === LETTER) letters = true;
        else quotes = true;
      }
      if (letters) this.#add(quotes ? spell(row.slice(start, at)) : lower.slice(start, at), start, at, place);
    }
  }

  /** Numbers, initials and masked words are spoken in English only. */
  #readSpoken(row: string, place: Place): void {
    for (const { start, end, spoken, isWord } of spokenTokens(row, this.#isInitials)) {
      if (this.isFull) return;
      const spelling = isWord ? spell(spoken) : spoken;
      if (!WORD.test(spelling)) continue;
      this.#add(spelling, start, end, place);
      this.#figureWords += countSpaces(spelling);
    }
  }

  #readAccented(row: string, place: Place): void {
    for (const match of row.matchAll(TOKEN)) {
      if (this.isFull) return;
      const [token] = match;
      const spelling = spellAccented(token);
      if (WORD.test(spelling)) this.#add(spelling, match.index, match.index + token.length, place);
    }
  }

  #add(found: string, from: number, to: number, { offset, line, section, tongue }: Place): void {
    if (this.words.length + this.#figureWords >= this.#maxWords) {
      this.isFull = true;
      return;
    }
    const key = tongue === 'english' ? found : `${codeOf(tongue)} ${found}`;
    let spellingId = this.#ids.get(key);
    if (spellingId === undefined) {
      spellingId = this.spellings.length;
      this.#ids.set(key, spellingId);
      this.spellings.push(found);
      this.tongues.push(tongue);
    }
    const spelling = this.spellings[spellingId] ?? found;
    this.words.push({ spelling, spellingId, start: offset + from, end: offset + to, line, section });
  }
}
