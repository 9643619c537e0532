import type { Random } from './random.ts';
import type { Skeleton } from './skeletons.ts';
import type { Wishes } from './slot-choices.ts';
import type { SyllableRange } from './types.ts';

/** Syllables by which other words can lengthen or shorten a shape. */
const STRETCH = 2;
const AFTER_WORTH = 2.5;
const TOPIC_WORTH = 1.5;

/** How much the words of a shape have to do with the topic. */
export const topicOf = ({ slots }: Skeleton, { topic }: Wishes): number => {
  let sum = 0;
  for (const { number, isOpen } of slots) if (isOpen && number >= 0) sum += topic[number] ?? 0;
  return sum;
};

export interface ShapeWish {
  readonly count: number;
  readonly syllables: SyllableRange;
  readonly wishes: Wishes;
  /** The place of the shape of the line before; -1 for none. */
  readonly after: number;
  /** Sources and places already used. */
  readonly used: ReadonlySet<number>;
}

/** The shapes to try for a line, drawn by weight, topic and whether they follow the line before in their song. */
export function pickSkeletons(
  skeletons: readonly Skeleton[],
  { count, syllables, wishes, after, used }: ShapeWish,
  random: Random,
): Skeleton[] {
  const keyed: { skeleton: Skeleton; key: number }[] = [];
  for (const skeleton of skeletons) {
    if (skeleton.syllables < syllables.min - STRETCH || skeleton.syllables > syllables.max + STRETCH)
      continue;
    if (used.has(skeleton.place)) continue;
    const follows = skeleton.place === after + 1 || skeleton.place === after + 2 ? AFTER_WORTH : 0;
    const worth = Math.log(skeleton.weight) + TOPIC_WORTH * topicOf(skeleton, wishes) + follows;
    keyed.push({ skeleton, key: worth - Math.log(-Math.log(Math.max(1e-12, random()))) });
  }
  return keyed
    .sort((a, b) => b.key - a.key)
    .slice(0, count)
    .map(({ skeleton }) => skeleton);
}
