import { CONSONANTS, VOWELS } from '../phonetics/phones.ts';
import type { RhymeGroup } from './contract.ts';
import type { Hearing } from './hear.ts';
import { groupLetter, Union } from './union.ts';
import type { Verse } from './verse.ts';

/** Above this probability two rhyming words are put into one group. */
export const PAIR_THRESHOLD = 0.4;

/** Whether a word takes part in any rhyme. */
export const isRhymed = (hearing: Hearing, word: number): boolean =>
  (hearing.word[word] ?? 0) > hearing.thresholds.word;

export interface RhymingPair {
  readonly left: number;
  readonly right: number;
  readonly leftSyllable: number;
  readonly rightSyllable: number;
}

/** Pairs of rhyming words that belong to one rhyme, and for a word without such a pair its most likely one. */
export function rhymingPairs(verse: Verse, hearing: Hearing): RhymingPair[] {
  const best = new Map<number, number>();
  const kept = new Set<number>();
  const linked = new Set<number>();
  for (let pair = 0; pair < hearing.pairs.count; pair++) {
    const { left, right } = wordsOf(verse, hearing, pair);
    if (!isRhymed(hearing, left) || !isRhymed(hearing, right)) continue;
    const p = hearing.pair[pair] ?? 0;
    if (p > PAIR_THRESHOLD) {
      kept.add(pair);
      linked.add(left).add(right);
    }
    for (const word of [left, right]) {
      const known = best.get(word);
      if (known === undefined || p > (hearing.pair[known] ?? 0)) best.set(word, pair);
    }
  }
  for (const [word, pair] of best) if (!linked.has(word)) kept.add(pair);
  return [...kept].sort((a, b) => a - b).map((pair) => wordsOf(verse, hearing, pair));
}

function wordsOf(verse: Verse, { pairs }: Hearing, pair: number): RhymingPair {
  const leftSyllable = pairs.left[pair] ?? 0;
  const rightSyllable = pairs.right[pair] ?? 0;
  return {
    left: verse.wordOfSyllable[leftSyllable] ?? 0,
    right: verse.wordOfSyllable[rightSyllable] ?? 0,
    leftSyllable,
    rightSyllable,
  };
}

function soundAt(verse: Verse, syllable: number): string {
  const run = verse.runs.phones(verse.tail[syllable] ?? 0).map((phone) => CONSONANTS[phone]);
  return [VOWELS[verse.vowel[syllable] ?? 0], ...run].join(' ');
}

/** Words grouped by rhyme, with letters in order of appearance. */
export function groupRhymes(verse: Verse, hearing: Hearing, pairs: readonly RhymingPair[]): RhymeGroup[] {
  const union = new Union(verse.text.words.length);
  const sounds = new Map<number, string>();
  for (const { left, right, leftSyllable, rightSyllable } of pairs) {
    union.join(left, right);
    if (!sounds.has(left)) sounds.set(left, soundAt(verse, leftSyllable));
    if (!sounds.has(right)) sounds.set(right, soundAt(verse, rightSyllable));
  }
  const groups = new Map<number, RhymeGroup>();
  for (const word of [...sounds.keys()].sort((a, b) => a - b)) {
    const root = union.root(word);
    const group = groups.get(root) ?? {
      letter: groupLetter(groups.size),
      sound: sounds.get(word) ?? '',
      members: [],
    };
    groups.set(root, group);
    group.members.push(memberOf(verse, hearing, word));
  }
  return [...groups.values()];
}

function memberOf(verse: Verse, hearing: Hearing, word: number): RhymeGroup['members'][number] {
  const { start = 0, end = 0, line = 0, spelling = '' } = verse.text.words[word] ?? {};
  const sungLine = verse.text.lines[line];
  return {
    start,
    end,
    line: sungLine?.number ?? 0,
    word: spelling,
    is_end: sungLine?.lastWord === word + 1,
    confidence: Math.round((hearing.word[word] ?? 0) * 1000) / 1000,
  };
}
