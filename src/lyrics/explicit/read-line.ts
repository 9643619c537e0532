import type { SongLine } from '../text/song.ts';
import { memoizeByWord } from '../text/word-memo.ts';
import { disguisedWords } from './disguised-words.ts';
import { foldLetters } from './fold-letters.ts';
import { NEIGHBOURS } from './neighbours.ts';
import { bitsOf, classesOfWords, type PhraseWord } from './phrase-net.ts';
import { readSpelling, type Spelling } from './spelling.ts';
import { WORD_CLASSES } from './word-classes.ts';

/** A word of a line as the rules see it; offsets into the text. */
export interface RuleWord extends PhraseWord {
  text: string;
  spelling: Spelling | null;
  /** Whether a hyphen joins it to the word before. */
  joined: boolean;
  start: number;
  end: number;
}

/** A line in words. */
export class RuleLine {
  readonly words: readonly RuleWord[];
  #counts: ReadonlyMap<string, number> | undefined;

  constructor(words: readonly RuleWord[]) {
    this.words = words;
  }

  /** Whether a word of the line other than those at some positions has one of the keys. */
  hasElsewhere(keys: readonly string[], positions: readonly number[]): boolean {
    this.#counts ??= countKeys(this.words);
    const counts = this.#counts;
    return keys.some((key) => {
      const own = positions.filter((at) => this.words[at]?.keys.includes(key)).length;
      return (counts.get(key) ?? 0) > own;
    });
  }
}

function countKeys(words: readonly RuleWord[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { keys } of words) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

interface Meaning {
  keys: readonly string[];
  bits: number;
  spelling: Spelling | null;
}

const CLASSES: ReadonlyMap<string, readonly string[]> = classesOfWords({ ...WORD_CLASSES, ...NEIGHBOURS });
const MAX_LENGTH = 40;
/** A word that has one form only: its letters. */
const ONE_FORM = /^[a-z]+$/;
const LONG_RUN = /(.)\1{2,}/g;
const CONTRACTION = /'(?:re|s|m|t|all)$/;
const BREAK = /[,.;:!?()"”“—–]/;

const meaningOf = memoizeByWord((norm: string): Meaning => {
  const forms = formsOf(norm);
  const found = new Set(forms);
  for (const form of forms) for (const name of CLASSES.get(form) ?? []) found.add(name);
  const keys = [...found];
  return { keys, bits: bitsOf(keys), spelling: norm.length > MAX_LENGTH ? null : readSpelling(norm) };
});

/** The forms under which rules know a word: without apostrophes and accents, not drawn out, "in'" as "ing". */
function formsOf(norm: string): string[] {
  if (ONE_FORM.test(norm) && !norm.endsWith('in') && !norm.match(LONG_RUN)) return [norm];
  const bare = foldLetters(norm).replace(/^'|'$/g, '');
  const forms = new Set([bare, bare.replace(/'s$/, '')]);
  // "you're" is listed as "youre"; "he'll" is not "hell".
  if (CONTRACTION.test(bare) || bare.includes('.')) forms.add(bare.replace(/['.]/g, ''));
  for (const form of [...forms]) {
    if (form.length > 4 && form.endsWith('in')) forms.add(`${form}g`);
    const single = form.replace(LONG_RUN, '$1');
    if (single !== form) forms.add(single).add(form.replace(LONG_RUN, '$1$1'));
  }
  forms.delete('');
  return [...forms];
}

/** The words of a line, with those that are written in disguise read as what they stand for. `start` is the offset of the line. */
export function readLine(line: SongLine, start: number): RuleLine {
  let end = start;
  const words = readWords(line, start);
  for (const word of words) {
    const between = line.text.slice(end - start, word.start - start);
    end = word.end;
    if (between === ' ' || between === '') continue;
    word.joined = between === '-';
    word.apart = BREAK.test(between);
  }
  return new RuleLine(words);
}

const BY_ITSELF = { joined: false, apart: false };

function readWords(line: SongLine, start: number): RuleWord[] {
  const disguised = disguisedWords(line.text);
  const read: RuleWord[] = [];
  let next = 0;
  const add = (hidden: (typeof disguised)[number]): void => {
    const { keys, bits } = meaningOf(hidden.spelling.word);
    read.push({
      text: line.text.slice(hidden.start, hidden.end),
      keys,
      bits,
      spelling: hidden.spelling,
      ...BY_ITSELF,
      start: start + hidden.start,
      end: start + hidden.end,
    });
  };
  for (const word of line.words) {
    while (disguised[next] !== undefined && start + (disguised[next]?.end ?? 0) <= word.start) {
      const hidden = disguised[next];
      if (hidden) add(hidden);
      next += 1;
    }
    const hidden = disguised[next];
    if (hidden !== undefined && start + hidden.start < word.end) continue;
    const { keys, bits, spelling } = meaningOf(word.norm);
    read.push({ text: word.text, keys, bits, spelling, ...BY_ITSELF, start: word.start, end: word.end });
  }
  for (const hidden of disguised.slice(next)) add(hidden);
  return read;
}
