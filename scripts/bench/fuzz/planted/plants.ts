import { z } from 'zod';
import { KINDS } from '../fault.ts';
import plants from './plants.json' with { type: 'json' };

const PatchSchema = z.strictObject({
  file: z.string(),
  /** Occurs once in the file. */
  find: z.string(),
  /** What stands in its place; PLANTED is true while the fault is on. */
  replace: z.string(),
});

const PlantSchema = z.strictObject({
  name: z.string(),
  what: z.string(),
  /** What the fuzzer has to call it. */
  kind: z.enum(KINDS),
  patches: z.array(PatchSchema),
  /** Ids of the operations that are asked while it is on: those that it touches, and others. */
  operations: z.array(z.string()),
});

/** A change of one place of the sources. */
export type Patch = z.infer<typeof PatchSchema>;

/** A fault of a common kind that is put into a copy of the sources. */
export type Plant = z.infer<typeof PlantSchema>;

/** What is planted, one at a time. */
export const PLANTS: readonly Plant[] = z.array(PlantSchema).parse(plants);
