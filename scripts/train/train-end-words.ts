import { VOWELS } from '../../src/lyrics/phonetics/phones.ts';
import type { PronunciationSource } from '../../src/lyrics/phonetics/pronunciation-source.ts';
import { readEndWord, soundTogether } from '../../src/lyrics/rhyme/end-words/end-sound.ts';
import {
  END_WORD_WIDTH,
  type StanzaPairs,
  stanzaPairs,
} from '../../src/lyrics/rhyme/end-words/end-word-features.ts';
import {
  type EndWordModels,
  poemRows,
  type SoundedStanza,
  soundStanza,
} from '../../src/lyrics/rhyme/end-words/hear-poem.ts';
import { STANZA_WIDTH } from '../../src/lyrics/rhyme/end-words/stanza-features.ts';
import { scaleRows, type TreeModel, toEnsemble } from '../../src/lyrics/rhyme/trees.ts';
import type { GoldStanza } from '../eval/rhyme-schemes.ts';
import { type BoostOptions, boost, type TrainingSet } from './boost.ts';

export interface TrainedEndWords {
  readonly vowelOdds: number[];
  readonly endWord: TreeModel;
  readonly stanza: TreeModel;
}

const OPTIONS: BoostOptions = {
  trees: 60,
  depth: 5,
  rate: 0.25,
  lambda: 5,
  minHessian: 5,
  rowShare: 0.7,
  featureShare: 0.6,
};
const INNER_FOLDS = 3;
/** Rhymes further apart than this are too rare to learn from. */
const MAX_DISTANCE = 10;
const ODDS_DISTANCE = 4;
const PRIOR = 100;

const isGold = (stanza: GoldStanza, pairs: StanzaPairs, pair: number): boolean =>
  stanza.scheme[pairs.left[pair] ?? 0] === stanza.scheme[pairs.right[pair] ?? 0];

/** Smoothed log-odds of each vowel pair between rhyming and other nearby end words. */
function learnVowelOdds(stanzas: readonly GoldStanza[], source: PronunciationSource): number[] {
  const rhyming = new Float64Array(VOWELS.length ** 2);
  const other = new Float64Array(VOWELS.length ** 2);
  let [rhymes, others] = [0, 0];
  for (const stanza of stanzas) {
    const pairs = stanzaPairs(stanza.words.length);
    const words = stanza.words.map((word) => readEndWord(word, source));
    for (const [pair, left] of pairs.left.entries()) {
      const right = pairs.right[pair] ?? 0;
      const [a, b] = [words[left], words[right]];
      if (!a || !b || right - left > ODDS_DISTANCE || a.spelling === b.spelling) continue;
      const cell = soundTogether(a, b).anchor.pair;
      if (isGold(stanza, pairs, pair)) {
        rhyming[cell] = (rhyming[cell] ?? 0) + 1;
        rhymes++;
      } else {
        other[cell] = (other[cell] ?? 0) + 1;
        others++;
      }
    }
  }
  const ratio = others / rhymes;
  return Array.from(rhyming, (count, cell) => {
    const share = (count + 0.5) / (rhymes + PRIOR);
    const otherShare = ((other[cell] ?? 0) + 0.5 * ratio) / (others + PRIOR * ratio);
    return Number(Math.log(share / otherShare).toFixed(2));
  });
}

function collect(
  poems: readonly (readonly GoldStanza[])[],
  width: number,
  rowsOf: (poem: number, stanza: number) => Float32Array | undefined,
): TrainingSet {
  const rows: number[] = [];
  const labels: number[] = [];
  for (const [poem, stanzas] of poems.entries()) {
    for (const [index, stanza] of stanzas.entries()) {
      const pairs = stanzaPairs(stanza.words.length);
      const all = rowsOf(poem, index);
      for (const [pair, left] of pairs.left.entries()) {
        if ((pairs.right[pair] ?? 0) - left > MAX_DISTANCE || !all) continue;
        for (let column = 0; column < width; column++) rows.push(all[pair * width + column] ?? 0);
        labels.push(isGold(stanza, pairs, pair) ? 1 : 0);
      }
    }
  }
  return { width, rows: scaleRows(Float32Array.from(rows)), labels: Uint8Array.from(labels) };
}

/** Trains both end-word models on poems with gold schemes; the second learns from out-of-fold answers. */
export function trainEndWords(
  poems: readonly (readonly GoldStanza[])[],
  source: PronunciationSource,
): TrainedEndWords {
  const vowelOdds = learnVowelOdds(poems.flat(), source);
  const blank = toEnsemble({ bias: 0, features: [], thresholds: [], leaves: [] });
  const rows = poems.map((stanzas) =>
    stanzas.map(({ words }) => soundStanza(words, source, { vowelOdds, endWord: blank }).rows),
  );
  const trainOn = (isIn: (poem: number) => boolean): TreeModel => {
    const chosen = poems.map((stanzas, poem) => (isIn(poem) ? stanzas : []));
    return boost(
      collect(chosen, END_WORD_WIDTH, (poem, stanza) => rows[poem]?.[stanza]),
      OPTIONS,
    );
  };
  const inner = Array.from({ length: INNER_FOLDS }, (_, fold) =>
    toEnsemble(trainOn((poem) => poem % INNER_FOLDS !== fold)),
  );
  const second = poems.map((stanzas, poem) => {
    const endWord = inner[poem % INNER_FOLDS] ?? blank;
    const sounded: SoundedStanza[] = stanzas.map(({ words }) =>
      soundStanza(words, source, { vowelOdds, endWord }),
    );
    return poemRows(sounded);
  });
  return {
    vowelOdds,
    endWord: trainOn(() => true),
    stanza: boost(
      collect(poems, STANZA_WIDTH, (poem, stanza) => second[poem]?.[stanza]),
      OPTIONS,
    ),
  };
}

export const plantEndWords = ({ vowelOdds, endWord, stanza }: TrainedEndWords): EndWordModels => ({
  vowelOdds,
  endWord: toEnsemble(endWord),
  stanza: toEnsemble(stanza),
});
