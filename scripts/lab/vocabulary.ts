import { isVowel, stressOf } from '../../src/lyrics/phonetics/phones.ts';
import { themeWords } from '../../src/lyrics/themes/theme-lexicon.ts';
import { THEMES, type Theme } from '../../src/lyrics/themes/theme-names.ts';
import { readSourceWords } from '../lexicon/dictionary-sources.ts';
import { hash32 } from '../local/sites/stable-random.ts';
import { onCurve, type TextModel } from './catalogue-model.ts';

/** The words of synthetic songs: real English words, the most frequent first. */
export interface Vocabulary {
  readonly words: readonly string[];
  /** A word by the share of all text that it and the more frequent ones make up, 0-1. */
  wordAt(share: number): string;
  /** Words that end in the same sound from the last stressed vowel on; empty when there are none. */
  rhymesOf(word: string): readonly string[];
  readonly themes: Readonly<Record<Theme, readonly string[]>>;
}

/** Rhymes rarer than this are left out: a song would not use them. */
const RHYME_RANKS = 12_000;
const MAX_WORDS = 40_000;

function rhymeKey(phones: readonly number[]): string {
  const stressed = phones.findLastIndex((phone) => isVowel(phone) && stressOf(phone) === 1);
  const last = phones.findLastIndex(isVowel);
  return phones.slice(stressed < 0 ? last : stressed).join(' ');
}

/** Share of all text up to each rank: as it was counted, and what was never met spread over the words beyond. */
function cumulativeShares(model: TextModel, size: number): Float64Array {
  const seen = 1 - model.unseen_share;
  const counted = model.rank_shares.at(-1)?.[0] ?? size;
  return Float64Array.from({ length: size }, (_, i) => {
    const rank = i + 1;
    if (rank <= counted) return seen * onCurve(model.rank_shares, rank);
    return seen + (model.unseen_share * Math.log(rank / counted)) / Math.log(size / counted);
  });
}

function firstAbove(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 1) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const singleWords = (theme: Theme): string[] => themeWords(theme).filter((term) => /^[a-z]{3,}$/.test(term));

export async function openVocabulary(model: TextModel): Promise<Vocabulary> {
  const source = (await readSourceWords())
    .toSorted((a, b) => b.frequency - a.frequency || hash32(a.spelling) - hash32(b.spelling))
    .slice(0, MAX_WORDS);
  const words = source.map(({ spelling }) => spelling);
  const classes = new Map<string, string[]>();
  const keys = new Map<string, string>();
  for (const { spelling, pronunciations } of source.slice(0, RHYME_RANKS)) {
    const key = rhymeKey(pronunciations[0] ?? []);
    keys.set(spelling, key);
    classes.set(key, [...(classes.get(key) ?? []), spelling]);
  }
  const shares = cumulativeShares(model, words.length);
  const themes = Object.fromEntries(THEMES.map((theme) => [theme, singleWords(theme)]));
  return {
    words,
    wordAt: (share) => words[firstAbove(shares, share)] ?? '',
    rhymesOf: (word) => classes.get(keys.get(word) ?? '') ?? [],
    themes: themes as Record<Theme, string[]>,
  };
}
