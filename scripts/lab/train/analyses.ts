import { z } from 'zod';

const EstimateSchema = z
  .object({ value: z.number(), interval: z.tuple([z.number(), z.number()]).nullable() })
  .nullable();

/** What is known of a way of training from artists that its models have not seen; 95 % intervals by resampled artists. */
export const AnalysesSchema = z.object({
  examples: z.int(),
  artists: z.int(),
  /** Mean loss of the models. */
  loss: EstimateSchema,
  /** Of the best constant of the same training examples. */
  constant: EstimateSchema,
  /** By how much less the models lose, on the same examples. */
  gain: EstimateSchema,
  groups: z.array(
    z.object({ group: z.string(), examples: z.int(), loss: EstimateSchema, constant: z.number() }),
  ),
  curve: z.array(
    z.object({
      share: z.number(),
      artists: z.number(),
      examples: z.number(),
      loss: EstimateSchema,
      gain_of_all: EstimateSchema,
    }),
  ),
  importance: z.array(z.object({ feature: z.string(), increase: EstimateSchema })),
});
export type Analyses = z.infer<typeof AnalysesSchema>;
