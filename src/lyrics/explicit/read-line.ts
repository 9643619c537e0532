import type { SongLine } from '../text/song.ts';
import { memoizeByWord } from '../text/word-memo.ts';
import { disguisedWords } from './disguised-words.ts';
import { foldLetters } from './fold-letters.ts';
import { NEIGHBOURS } from './neighbours.ts';
import { classesOfWords } from './phrase-net.ts';
import { readSpelling, type Spelling } from './spelling.ts';
import { WORD_CLASSES } from './word-classes.ts';

/** A word of a line as the rules see it; offsets into the text. */
export interface RuleWord {
  text: string;
  /** Its forms and the classes that contain one of them. */
  keys: readonly string[];
  spelling: Spelling | null;
  /** Whether a hyphen joins it to the word before. */
  joined: boolean;
  /** Whether a comma, a bracket or the like stands before it. */
  apart: boolean;
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
  const keys = new Set(forms);
  for (const form of forms) for (const name of CLASSES.get(form) ?? []) keys.add(name);
  return { keys: [...keys], spelling: norm.length > MAX_LENGTH ? null : readSpelling(norm) };
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
  const words = readWords(line, start).map((word): RuleWord => {
    const between = line.text.slice(end - start, word.start - start);
    end = word.end;
    return between === ' ' || between === ''
      ? { ...word, joined: false, apart: false }
      : { ...word, joined: between === '-', apart: BREAK.test(between) };
  });
  return new RuleLine(words);
}

type ReadWord = Omit<RuleWord, 'joined' | 'apart'>;

function readWords(line: SongLine, start: number): ReadWord[] {
  const disguised = disguisedWords(line.text);
  const read: ReadWord[] = [];
  let next = 0;
  const add = (hidden: (typeof disguised)[number]): void => {
    read.push({
      text: line.text.slice(hidden.start, hidden.end),
      keys: meaningOf(hidden.spelling.word).keys,
      spelling: hidden.spelling,
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
    read.push({ text: word.text, ...meaningOf(word.norm), start: word.start, end: word.end });
  }
  for (const hidden of disguised.slice(next)) add(hidden);
  return read;
}
