import { probabilitiesOf, scaleRows, toEnsemble } from '../trees.ts';
import type { EndWord } from './end-sound.ts';
import { END_WORD_WIDTH, endWordRows, stanzaPairs } from './end-word-features.ts';
import { END_WORD_MODEL, VOWEL_ODDS } from './end-word-model.ts';

const MODEL = toEnsemble(END_WORD_MODEL);
const COUPLET = stanzaPairs(2);

/**
 * Probability that each line except the last rhymes with the next, by their end words alone, computed as if every two
 * lines were a stanza of the end-word model. A pair of words is computed once.
 */
export function hearCouplets(words: readonly EndWord[]): Float32Array {
  const distinct: Float32Array[] = [];
  const known = new Map<EndWord, Map<EndWord, number>>();
  const couplets = words.slice(1).map((right, line) => {
    const left = words[line] ?? right;
    const partners = known.get(left) ?? new Map<EndWord, number>();
    const couplet = partners.get(right) ?? distinct.push(endWordRows([left, right], COUPLET, VOWEL_ODDS)) - 1;
    known.set(left, partners.set(right, couplet));
    return couplet;
  });
  const rows = new Float32Array(distinct.length * END_WORD_WIDTH);
  for (const [couplet, row] of distinct.entries()) rows.set(row, couplet * END_WORD_WIDTH);
  const probability = probabilitiesOf(MODEL, scaleRows(rows), END_WORD_WIDTH);
  return Float32Array.from(couplets, (couplet) => probability[couplet] ?? 0);
}
