import { z } from 'zod';
import { seeded } from '../../../src/ml/compose/random.ts';
import { wilsonInterval } from '../../../src/ml/wilson-interval.ts';
import { decidePromotion } from '../promotion/decide-promotion.ts';
import { drawClusters, SHAPES, type Shape } from './draw-clusters.ts';

export const PromotionOutcome = z.object({
  artists: z.int(),
  shape: z.enum(SHAPES),
  /** How much less the new model loses, in standard deviations of the difference on one text. */
  effect: z.number(),
  runs: z.int(),
  promoted: z.int(),
  /** Of the runs; for no effect these promotions are false, for others this is the power. */
  share: z.number(),
  interval: z.tuple([z.number(), z.number()]),
});
export type PromotionOutcome = z.infer<typeof PromotionOutcome>;

/** 0: models that are equal. */
export const EFFECTS = [0, 0.25, 0.5, 1] as const;

/**
 * How often the rule of promotion takes a new model that loses less by `effect` on texts by so many artists, whose
 * differences are of a shape, some artists having many texts. The rule is the one that promotes.
 */
export function simulatePromotions(
  scenario: { artists: number; shape: Shape; effect: number },
  { runs, seed }: { runs: number; seed: number },
): PromotionOutcome {
  const random = seeded(seed);
  let promoted = 0;
  for (let run = 0; run < runs; run++) {
    const drawn = drawClusters({ ...scenario, isUneven: true, mean: scenario.effect }, random);
    const rows = drawn.map(({ artist, value }) => ({ artist, candidate: 0, in_use: value }));
    if (decidePromotion(rows, 1).is_better) promoted += 1;
  }
  const { low, high } = wilsonInterval(promoted, runs);
  return { ...scenario, runs, promoted, share: promoted / runs, interval: [low, high] };
}
