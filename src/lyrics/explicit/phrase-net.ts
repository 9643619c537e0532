import { formsOf } from './inflect.ts';
import { WORD_CLASSES } from './word-classes.ts';

/** The words of a line as phrases see them. */
export interface PhraseWord {
  /** What the word counts as: its forms, and the classes that contain one of them. */
  keys: readonly string[];
  /** The `bitsOf` its keys. */
  bits: number;
  /** Whether a comma, a bracket or the like stands before it. */
  apart: boolean;
}

/** One step of a phrase: what has to follow after at most `gap` other words, or must not follow. */
interface Step {
  gap: number;
  refused: boolean;
  /** The `bitsOf` what the choices begin with. */
  bits: number;
  /** Sequences of words, most have one. */
  choices: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Whether the end of the line will do. */
  atEnd: boolean;
}

interface Phrase<Value> {
  steps: readonly Step[];
  value: Value;
}

/** A phrase found in a line, by the positions of its words. */
export interface PhraseHit<Value> {
  value: Value;
  at: readonly number[];
}

const GAP = /^~(\d)$/;
// Words that belong together closely do not stand on either side of a comma.
const WIDE_GAP = 3;

/** Finds phrases with gaps, choices and classes of words in lines; the notation is that of `scene.ts`. */
export class PhraseNet<Value> {
  readonly #starts = new Map<string, Phrase<Value>[]>();
  readonly #byKeys = new WeakMap<readonly string[], readonly Phrase<Value>[]>();

  add(rows: string, value: Value): void {
    for (const row of rows.split('\n')) {
      const steps = stepsOf(row.trim());
      if (steps.length === 0) continue;
      const phrase = { steps, value };
      for (const first of steps[0]?.choices.keys() ?? []) {
        const known = this.#starts.get(first);
        if (known === undefined) this.#starts.set(first, [phrase]);
        else known.push(phrase);
      }
    }
  }

  /** The phrases of a line, in the order in which they begin. */
  find(words: readonly PhraseWord[]): PhraseHit<Value>[] {
    const hits: PhraseHit<Value>[] = [];
    for (let from = 0; from < words.length; from++) {
      for (const phrase of this.#beginningWith(words[from]?.keys ?? [])) {
        const at = match(words, phrase.steps, 0, from);
        if (at !== null) hits.push({ value: phrase.value, at });
      }
    }
    return hits;
  }

  // The keys of a word are the same list wherever it stands.
  #beginningWith(keys: readonly string[]): readonly Phrase<Value>[] {
    const known = this.#byKeys.get(keys);
    if (known !== undefined) return known;
    const phrases = [...new Set(keys.flatMap((key) => this.#starts.get(key) ?? []))];
    this.#byKeys.set(keys, phrases);
    return phrases;
  }
}

/** The positions of the words that the steps from `step` on match from `from` on; null where they do not. */
function match(
  words: readonly PhraseWord[],
  steps: readonly Step[],
  step: number,
  from: number,
): number[] | null {
  const current = steps[step];
  if (current === undefined) return [];
  if (current.refused)
    return lengthAt(words, current, from) === null ? match(words, steps, step + 1, from) : null;
  if (current.atEnd && from === words.length) return match(words, steps, step + 1, from);
  for (let at = from; at <= from + current.gap && at < words.length; at++) {
    if (step > 0 && current.gap < WIDE_GAP && words[at]?.apart) return null;
    const length = lengthAt(words, current, at);
    if (length === null) continue;
    const rest = match(words, steps, step + 1, at + length);
    if (rest === null) continue;
    for (let one = length - 1; one >= 0; one--) rest.unshift(at + one);
    return rest;
  }
  return null;
}

/** How many words at a position a step takes; null for none. */
function lengthAt(words: readonly PhraseWord[], { choices, bits, atEnd }: Step, at: number): number | null {
  if (at >= words.length) return atEnd ? 0 : null;
  const word = words[at];
  if (word === undefined || (word.bits & bits) === 0) return null;
  for (const key of word.keys) {
    for (const rest of choices.get(key) ?? []) {
      if (rest.every((word, one) => words[at + 1 + one]?.keys.includes(word))) return rest.length + 1;
    }
  }
  return null;
}

function stepsOf(row: string): Step[] {
  const steps: Step[] = [];
  let gap = 0;
  for (const part of row.split(' ')) {
    const digits = GAP.exec(part)?.[1];
    if (digits !== undefined) gap = Number(digits);
    else if (part !== '') {
      steps.push(stepOf(part, gap));
      gap = 0;
    }
  }
  return steps;
}

function stepOf(part: string, gap: number): Step {
  const refused = part.startsWith('!');
  const choices = new Map<string, string[][]>();
  const words = (refused ? part.slice(1) : part).split('/');
  for (const word of words) {
    if (word === '$') continue;
    // A class that has no words of its own kind is written with underscores too; it is one key.
    const [first = '', ...rest] = word in WORD_CLASSES ? [word] : word.split('_');
    const known = choices.get(first);
    if (known === undefined) choices.set(first, [rest]);
    else known.push(rest);
  }
  return { gap, refused, bits: bitsOf([...choices.keys()]), choices, atEnd: words.includes('$') };
}

/** One of 32 bits for each key: where two lists of keys share none, no key is in both. */
export function bitsOf(keys: readonly string[]): number {
  let bits = 0;
  for (const key of keys) {
    let hash = 0;
    for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
    bits |= 1 << ((hash ^ (hash >>> 15)) & 31);
  }
  return bits;
}

/** The classes of every word that belongs to one. */
export function classesOfWords(classes: Readonly<Record<string, string>>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const name of Object.keys(classes)) {
    for (const word of wordsOf(classes, name)) {
      const known = found.get(word);
      if (known === undefined) found.set(word, [name]);
      else if (!known.includes(name)) known.push(name);
    }
  }
  return found;
}

function wordsOf(classes: Readonly<Record<string, string>>, name: string): string[] {
  return (classes[name] ?? '')
    .split(' ')
    .filter(Boolean)
    .flatMap((word) => (word in classes ? wordsOf(classes, word) : formsOf(word)));
}
