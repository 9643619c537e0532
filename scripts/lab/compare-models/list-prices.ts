import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CommandError } from '../../explain.ts';

const ListPriceSchema = z.object({
  /** As the server calls it. */
  model: z.string().trim().min(1),
  provider: z.string(),
  /** US dollars a million tokens, as in LLM_PRICES. */
  prompt: z.number().nonnegative(),
  completion: z.number().nonnegative(),
  /** Where it is published, and the day on which that page said so. */
  page: z.url({ protocol: /^https?$/ }),
  as_of: z.iso.date(),
});
export type ListPrice = z.infer<typeof ListPriceSchema>;

const OWN = new URL('list-prices.json', import.meta.url);

/** The list prices beside this file, or those of `path` in the same form. Throws `CommandError` where one does not fit. */
export async function readListPrices(path: string | null): Promise<ListPrice[]> {
  const text = await readFile(path ?? OWN, 'utf8');
  const read = z.array(ListPriceSchema).safeParse(jsonOf(text));
  if (read.success) return read.data;
  throw new CommandError(`${path} does not hold list prices:\n${z.prettifyError(read.error)}`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
