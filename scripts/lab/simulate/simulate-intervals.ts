import { z } from 'zod';
import { seeded } from '../../../src/ml/compose/random.ts';
import { wilsonInterval } from '../../../src/ml/wilson-interval.ts';
import { estimate } from '../statistics/cluster-bootstrap.ts';
import { meanOf } from '../statistics/errors.ts';
import { drawClusters, SHAPES, type Shape } from './draw-clusters.ts';

export const IntervalOutcome = z.object({
  artists: z.int(),
  shape: z.enum(SHAPES),
  is_uneven: z.boolean(),
  runs: z.int(),
  /** Share of the runs in which the 95 % interval holds the true mean. */
  coverage: z.number(),
  interval: z.tuple([z.number(), z.number()]),
});
export type IntervalOutcome = z.infer<typeof IntervalOutcome>;

/** How often the intervals of the lab hold the true mean of made-up texts by so many artists. */
export function simulateIntervals(
  { artists, shape, is_uneven }: { artists: number; shape: Shape; is_uneven: boolean },
  { runs, seed }: { runs: number; seed: number },
): IntervalOutcome {
  const random = seeded(seed);
  let held = 0;
  for (let run = 0; run < runs; run++) {
    const rows = drawClusters({ artists, shape, isUneven: is_uneven, mean: 0 }, random);
    const found = estimate(rows, {
      clusterOf: ({ artist }) => artist,
      figure: (some) => meanOf(some.map(({ value }) => value)),
    });
    const [low, high] = found?.interval ?? [Number.NaN, Number.NaN];
    if (low <= 0 && high >= 0) held += 1;
  }
  const share = wilsonInterval(held, runs);
  return { artists, shape, is_uneven, runs, coverage: held / runs, interval: [share.low, share.high] };
}
