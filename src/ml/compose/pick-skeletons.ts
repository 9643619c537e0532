import type { Noise } from './random.ts';
import type { Skeleton } from './skeletons.ts';
import type { SyllableRange } from './types.ts';

/** Syllables by which other words can lengthen or shorten a shape. */
const STRETCH = 2;
const AFTER_WORTH = 2.5;
const TOPIC_WORTH = 1.5;

/** How much the words of a shape have to do with the topic. */
export const topicOf = ({ slots }: Skeleton, topic: Float32Array): number => {
  let sum = 0;
  for (const { number, isOpen } of slots) if (isOpen && number >= 0) sum += topic[number] ?? 0;
  return sum;
};

export interface ShapeWish {
  readonly count: number;
  readonly syllables: SyllableRange;
  readonly topic: Float32Array;
  /** The place of the shape of the line before; -1 for none. */
  readonly after: number;
  /** Sources and places already used. */
  readonly used: ReadonlySet<number>;
}

/** The shapes to try for a line, drawn by weight, topic and whether they follow the line before in their song. */
export function pickSkeletons(
  skeletons: readonly Skeleton[],
  { count, syllables, topic, after, used }: ShapeWish,
  noise: Noise,
): Skeleton[] {
  const keyed: { skeleton: Skeleton; key: number }[] = [];
  for (const skeleton of skeletons) {
    if (skeleton.syllables < syllables.min - STRETCH || skeleton.syllables > syllables.max + STRETCH)
      continue;
    if (used.has(skeleton.place)) continue;
    const follows = skeleton.place === after + 1 || skeleton.place === after + 2 ? AFTER_WORTH : 0;
    const worth = Math.log(skeleton.weight) + TOPIC_WORTH * topicOf(skeleton, topic) + follows;
    keyed.push({ skeleton, key: worth + noise.next() });
  }
  return keyed
    .sort((a, b) => b.key - a.key)
    .slice(0, count)
    .map(({ skeleton }) => skeleton);
}
