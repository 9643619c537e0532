import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { Size } from '../capacity/sizes.ts';
import { wholeNumber } from '../command-options.ts';

interface Options {
  songs?: number;
  requests: number;
  analyses: number;
  cacheEntries: number;
  json?: boolean;
  write?: boolean;
}

const docs = (name: string): string => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));

export function addCosts(command: Command): void {
  command
    .option(
      '--songs <n>',
      'songs of the catalogue; absent: the three sizes of the docs',
      wholeNumber(1, 100_000_000),
    )
    .option('--requests <n>', 'mean requests a minute', wholeNumber(0, 10_000_000), 100)
    .option('--analyses <n>', 'analyses by a model a month', wholeNumber(0, 1_000_000_000), 0)
    .option('--cache-entries <n>', 'entries in the caches', wholeNumber(0, 1_000_000_000), 100_000)
    .option('--json', 'print one JSON object')
    .option('--write', 'write the table of docs/when-it-outgrows.md')
    .action(async (options: Options) => {
      const { monthCost } = await import('../capacity/month.ts');
      const { costTable, withCosts } = await import('../capacity/page.ts');
      const { readRequestPrices } = await import('../capacity/request-prices.ts');
      const { SIZES } = await import('../capacity/sizes.ts');
      const uses = readRequestPrices(await readFile(docs('request-prices.md'), 'utf8'));
      if (options.write) {
        const page = docs('when-it-outgrows.md');
        await writeFile(page, withCosts(await readFile(page, 'utf8'), uses));
      }
      const months = chosen(options, SIZES).map((size) => monthCost(size, uses));
      console.log(options.json ? JSON.stringify({ months }) : costTable(months));
    });
}

/** The sizes of the docs, or the one that is asked about; a thirtieth of its songs is new in a month. */
function chosen(options: Options, sizes: readonly Size[]): readonly Size[] {
  const { songs } = options;
  if (songs === undefined) return sizes;
  const { requests, analyses, cacheEntries } = options;
  return [
    {
      name: 'yours',
      songs,
      requestsPerMinute: requests,
      newSongs: Math.ceil(songs / 30),
      modelAnalyses: analyses,
      cacheEntries,
    },
  ];
}
