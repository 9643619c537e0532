import { sharedEnding } from '../shared-ending.ts';
import { type EndSound, type EndWord, soundTogether } from './end-sound.ts';

/** The features of two end words of a stanza for the first end-word model; the model depends on their order. */
export const END_WORD_FEATURES = [
  'is_perfect',
  'anchor_vowels',
  'anchor_tails',
  'anchor_vowel_odds',
  'last_vowels',
  'last_tails',
  'last_vowel_odds',
  'after_left',
  'after_right',
  'last_stress',
  'heads',
  'shared_letters',
  'same_eye',
  'known',
  'frequency_sum',
  'distance',
  'from_start',
  'to_end',
  'stanza_length',
  'rank_left',
  'rank_right',
  'between_rivals',
] as const;

export const END_WORD_WIDTH = END_WORD_FEATURES.length;

/** Two lines of a stanza, left above right. */
export interface StanzaPairs {
  readonly size: number;
  readonly left: readonly number[];
  readonly right: readonly number[];
}

export function stanzaPairs(size: number): StanzaPairs {
  const left: number[] = [];
  const right: number[] = [];
  for (let first = 0; first < size; first++) {
    for (let second = first + 1; second < size; second++) {
      left.push(first);
      right.push(second);
    }
  }
  return { size, left, right };
}

/** Position of a pair in stanzaPairs, for left < right. */
export const pairAt = (size: number, left: number, right: number): number =>
  left * size - (left * (left + 1)) / 2 + (right - left - 1);

const qualityOf = ({ anchor, last, isPerfect }: EndSound): number =>
  Math.max(
    isPerfect ? 1 : 0,
    0.9 * anchor.vowels * (0.5 + 0.5 * anchor.tails),
    0.8 * last.vowels * (0.5 + 0.5 * last.tails),
  );

/** Rows of END_WORD_FEATURES, one a pair; `vowelOdds` is the learned table of vowel pairs. */
export function endWordRows(
  words: readonly EndWord[],
  pairs: StanzaPairs,
  vowelOdds: readonly number[],
): Float32Array {
  const rows = new Float32Array(pairs.left.length * END_WORD_WIDTH);
  const sounds = pairs.left.map((left, pair) => {
    const [a, b] = [words[left], words[pairs.right[pair] ?? 0]];
    return a && b ? soundTogether(a, b) : undefined;
  });
  const quality = sounds.map((sound) => (sound ? qualityOf(sound) : 0));
  for (const [pair, sound] of sounds.entries()) {
    const [left, right] = [pairs.left[pair] ?? 0, pairs.right[pair] ?? 0];
    const [a, b] = [words[left], words[right]];
    if (!sound || !a || !b) continue;
    const { anchor, last } = sound;
    rows.set(
      [
        Number(sound.isPerfect),
        anchor.vowels,
        anchor.tails,
        vowelOdds[anchor.pair] ?? 0,
        last.vowels,
        last.tails,
        vowelOdds[last.pair] ?? 0,
        sound.after[0],
        sound.after[1],
        sound.lastStress,
        sound.heads,
        sharedEnding(a.spelling, b.spelling),
        Number(a.eye === b.eye),
        Number(a.isKnown) + Number(b.isKnown),
        a.frequency + b.frequency,
        right - left,
        left,
        pairs.size - 1 - right,
        pairs.size,
        rivals(pairs.size, quality, left, pair),
        rivals(pairs.size, quality, right, pair),
        between(pairs.size, quality, left, right),
      ],
      pair * END_WORD_WIDTH,
    );
  }
  return rows;
}

/** How many other lines are more similar to `line` than this pair. */
function rivals(size: number, quality: readonly number[], line: number, pair: number): number {
  let count = 0;
  for (let other = 0; other < size; other++) {
    if (other === line) continue;
    const rival = other < line ? pairAt(size, other, line) : pairAt(size, line, other);
    if (rival !== pair && (quality[rival] ?? 0) > (quality[pair] ?? 0)) count++;
  }
  return count;
}

/** The best similarity of either line with a line between them. */
function between(size: number, quality: readonly number[], left: number, right: number): number {
  let best = 0;
  for (let line = left + 1; line < right; line++) {
    best = Math.max(best, quality[pairAt(size, left, line)] ?? 0, quality[pairAt(size, line, right)] ?? 0);
  }
  return best;
}
