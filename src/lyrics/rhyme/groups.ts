import { CONSONANTS, VOWELS } from '../phonetics/phones.ts';
import { anchorOf } from '../phonetics/syllables.ts';
import type { RhymeGroup } from './contract.ts';
import type { Hearing } from './hear.ts';
import type { Repeats } from './repeats.ts';
import type { RhymingPair } from './rhyming-pairs.ts';
import { isSameWord } from './same-word.ts';
import type { EndRhymes } from './schemes.ts';
import { groupLetter, Union } from './union.ts';
import { lastWord, type Verse } from './verse.ts';

/** What the groups are made of. */
export interface HeardRhymes {
  readonly pairs: readonly RhymingPair[];
  readonly ends: EndRhymes;
  readonly repeats: Repeats;
}

/** For every word the first word of its group, -1 outside any. */
export type WordGroups = Int32Array;

/** Words joined into groups, of which each holds at most one rhyme of line ends a section. */
class Joiner {
  readonly #union: Union;
  /** The line-end rhyme that a group holds, by section. */
  readonly #ends = new Map<number, Map<number, number>>();

  constructor(verse: Verse, { rhyme }: EndRhymes, repeats: Repeats) {
    this.#union = new Union(verse.text.words.length);
    for (const [line, { section }] of verse.text.lines.entries()) {
      const known = rhyme[line] ?? -1;
      const earlier = repeats.line[line] ?? -1;
      // An end that rhymes with none is a rhyme of its own, the same one when it is sung again.
      const own = -1 - (earlier >= 0 ? earlier : line);
      this.#ends.set(lastWord(verse, line), new Map([[section, known < 0 ? own : known]]));
    }
  }

  root(word: number): number {
    return this.#union.root(word);
  }

  /** Joins the groups of two words unless line ends that do not rhyme would come together; says whether it did. */
  join(a: number, b: number): boolean {
    const [left, right] = [this.#union.root(a), this.#union.root(b)];
    if (left === right) return true;
    const [one, other] = [this.#ends.get(left), this.#ends.get(right)];
    const [few, many] = (one?.size ?? 0) < (other?.size ?? 0) ? [one, other] : [other, one];
    for (const [section, rhyme] of few ?? []) if ((many?.get(section) ?? rhyme) !== rhyme) return false;
    for (const [section, rhyme] of few ?? []) many?.set(section, rhyme);
    this.#union.join(left, right);
    if (many) this.#ends.set(this.#union.root(left), many);
    return true;
  }
}

/**
 * Joins words into groups: first the line ends that share a letter, then the other pairs, the most likely first, then
 * what is sung again with what it repeats. So the ends in a group are exactly those of one letter of a section.
 */
export function joinWords(verse: Verse, { pairs, ends, repeats }: HeardRhymes): WordGroups {
  const joiner = new Joiner(verse, ends, repeats);
  const isIn = new Uint8Array(verse.text.words.length);
  const join = (a: number, b: number): void => {
    if (!joiner.join(a, b)) return;
    isIn[a] = 1;
    isIn[b] = 1;
  };
  for (const [line, rhyme] of ends.rhyme.entries()) {
    if (rhyme >= 0) join(lastWord(verse, line), lastWord(verse, rhyme));
  }
  const isAgain = (word: number): boolean => (repeats.word[word] ?? -1) >= 0;
  for (const { left, right } of pairs.toSorted((a, b) => b.probability - a.probability)) {
    if (!isAgain(left) && !isAgain(right)) join(left, right);
  }
  for (const [word, earlier] of repeats.word.entries()) {
    if (earlier >= 0 && isIn[earlier] === 1) join(word, earlier);
  }
  const groups = Int32Array.from(isIn, (is, word) => (is === 1 ? joiner.root(word) : -1));
  return withoutRepetition(verse, ends, groups);
}

/** Without the groups that are one word again and again and no rhyme of line ends. */
function withoutRepetition({ text, line, toEnd }: Verse, ends: EndRhymes, groups: Int32Array): WordGroups {
  const isRhyme = new Uint8Array(groups.length);
  for (const [word, root] of groups.entries()) {
    if (root < 0 || isRhyme[root] === 1) continue;
    const hasLetter = toEnd[word] === 0 && (ends.rhyme[line[word] ?? 0] ?? -1) >= 0;
    const [one, first] = [text.words[word]?.spelling ?? '', text.words[root]?.spelling ?? ''];
    if (hasLetter || !isSameWord(one, first)) isRhyme[root] = 1;
  }
  return groups.map((root) => (root >= 0 && isRhyme[root] === 1 ? root : -1));
}

/** The groups with their words, lettered in order of appearance. */
export function groupRhymes(
  verse: Verse,
  hearing: Hearing,
  heard: HeardRhymes,
  words: WordGroups,
): RhymeGroup[] {
  const carriers = carriersOf(heard.pairs);
  const groups = new Map<number, RhymeGroup>();
  for (const [word, root] of words.entries()) {
    if (root < 0) continue;
    const group = groups.get(root) ?? {
      letter: groupLetter(groups.size),
      sound: soundAt(verse, carriers.get(word) ?? anchorAt(verse, word)),
      members: [],
    };
    groups.set(root, group);
    group.members.push(memberOf(verse, word, hearing.word[word] ?? 0));
  }
  return [...groups.values()];
}

/** The syllable of each word that carries its rhyme, by the word's first pair. */
export function carriersOf(pairs: readonly RhymingPair[]): Map<number, number> {
  const carriers = new Map<number, number>();
  for (const { left, right, leftSyllable, rightSyllable } of pairs) {
    if (!carriers.has(left)) carriers.set(left, leftSyllable);
    if (!carriers.has(right)) carriers.set(right, rightSyllable);
  }
  return carriers;
}

/** The syllable of a word that carries its rhyme if no pair tells. */
export function anchorAt({ firstSyllable, stress }: Verse, word: number): number {
  const first = firstSyllable[word] ?? 0;
  const stresses = stress.subarray(first, firstSyllable[word + 1] ?? first);
  return first + anchorOf(Array.from(stresses, (value) => ({ stress: value })));
}

/** Vowel and consonants of a syllable from its vowel on, as a group's `sound`. */
export function soundAt(verse: Verse, syllable: number): string {
  const run = verse.runs.phones(verse.tail[syllable] ?? 0).map((phone) => CONSONANTS[phone]);
  return [VOWELS[verse.vowel[syllable] ?? 0], ...run].join(' ');
}

/** A word of the main voice as a member of a group. */
export function memberOf(verse: Verse, word: number, confidence: number): RhymeGroup['members'][number] {
  const { start = 0, end = 0, line = 0, spelling = '' } = verse.text.words[word] ?? {};
  const sungLine = verse.text.lines[line];
  return {
    start,
    end,
    line: sungLine?.number ?? 0,
    word: spelling,
    is_end: sungLine?.lastWord === word + 1,
    is_aside: false,
    confidence: Math.round(confidence * 1000) / 1000,
  };
}
