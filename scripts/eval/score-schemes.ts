import type { PronunciationSource } from '../../src/lyrics/phonetics/pronunciation-source.ts';
import { type EndWordModels, hearPoem } from '../../src/lyrics/rhyme/end-words/hear-poem.ts';
import { schemeOf } from '../../src/lyrics/rhyme/end-words/scheme-of.ts';
import { type Counts, scoreCounts } from './rhyme-annotations.ts';
import type { GoldStanza } from './rhyme-schemes.ts';

export interface SchemeScores {
  readonly pairs: { p: number; r: number; f1: number };
  /** Share of stanzas whose lines are grouped exactly as in the gold. */
  readonly exact_schemes: number;
  readonly stanzas: number;
}

/** A scheme with its groups numbered in order of appearance, for comparison. */
function canonical(scheme: readonly (string | number)[]): string {
  const numbers = new Map<string | number, number>();
  return scheme
    .map((group) => {
      const number = numbers.get(group) ?? numbers.size;
      numbers.set(group, number);
      return number;
    })
    .join(' ');
}

function countPairs(gold: GoldStanza, scheme: readonly number[], counts: Counts): void {
  for (const [right, word] of gold.words.entries()) {
    for (let left = 0; left < right; left++) {
      if (gold.words[left] === word) continue;
      const isGold = gold.scheme[left] === gold.scheme[right];
      const isHeard = scheme[left] === scheme[right];
      counts.gold += Number(isGold);
      counts.predicted += Number(isHeard);
      counts.hits += Number(isGold && isHeard);
    }
  }
}

/** Pair F1 over end words that differ, and the share of exact schemes, over poems. */
export function scoreSchemes(
  poems: readonly (readonly GoldStanza[])[],
  source: PronunciationSource,
  modelsFor: (poem: number) => EndWordModels | undefined = () => undefined,
): SchemeScores {
  const counts: Counts = { hits: 0, predicted: 0, gold: 0 };
  let [exact, stanzas] = [0, 0];
  for (const [number, poem] of poems.entries()) {
    const heard = hearPoem(
      poem.map(({ words }) => words),
      source,
      modelsFor(number),
    );
    for (const [index, gold] of poem.entries()) {
      const stanza = heard[index];
      if (!stanza) continue;
      const scheme = schemeOf(stanza);
      countPairs(gold, scheme, counts);
      exact += Number(canonical(scheme) === canonical(gold.scheme));
      stanzas++;
    }
  }
  return { pairs: scoreCounts(counts), exact_schemes: stanzas === 0 ? 0 : exact / stanzas, stanzas };
}
