import type { WeightedWord } from './types.ts';
import { likeness, type WordTable } from './word-table.ts';

/** Words less like a topic word than this have nothing to do with it. */
const MIN_LIKENESS = 0.45;

/** How much each word of the table belongs to what is asked for, 0-1, by its number. */
export function topicWeights(table: WordTable, topic: readonly WeightedWord[]): Float32Array {
  const weights = new Float32Array(table.size);
  const greatest = Math.max(1e-9, ...topic.map(({ weight }) => weight));
  for (const { word, weight } of topic) {
    const asked = table.find(word);
    if (asked < 0) continue;
    for (let number = 0; number < table.size; number++) {
      const near = likeness(table, asked, number);
      if (near < MIN_LIKENESS) continue;
      const worth = (weight / greatest) * (number === asked ? 1 : 0.8 * near * near);
      if (worth > (weights[number] ?? 0)) weights[number] = worth;
    }
  }
  return weights;
}

/** The same for words that count by themselves, without others like them. */
export function exactWeights(table: WordTable, wanted: readonly WeightedWord[]): Float32Array {
  const weights = new Float32Array(table.size);
  const greatest = Math.max(1e-9, ...wanted.map(({ weight }) => weight));
  for (const { word, weight } of wanted) {
    const number = table.find(word);
    if (number >= 0) weights[number] = weight / greatest;
  }
  return weights;
}
