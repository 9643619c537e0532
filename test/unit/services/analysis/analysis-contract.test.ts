import { expect, it } from 'vitest';
import { z } from 'zod';
import { sha256Hex } from '../../../../src/lib/hash.ts';
import { AnalysisSchema } from '../../../../src/lyrics/contract.ts';
import { ANALYSIS_CONTRACT } from '../../../../src/services/analysis/analysis-contract.ts';

/** What a value must be to fit; descriptions do not matter. */
const shapeOf = (schema: z.ZodType): string =>
  JSON.stringify(z.toJSONSchema(schema), (key, value: unknown) =>
    key === 'description' ? undefined : value,
  );

it('the contract that the cache names changes with the fields of an analysis and their types', async () => {
  const digits = (await sha256Hex(shapeOf(AnalysisSchema))).slice(0, ANALYSIS_CONTRACT.length);
  expect(ANALYSIS_CONTRACT, 'write the received value to analysis-contract.ts').toBe(digits);
});
