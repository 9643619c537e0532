import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { filledText, outputFile, wholeNumber } from '../command-options.ts';

interface Options {
  requests: number;
  json?: boolean;
  write?: string;
}

export function addBenchRequest(command: Command): void {
  command
    .argument(
      '[route]',
      'operation ids or paths, as in the document, with commas; absent: every route',
      filledText(200),
    )
    .option('--requests <n>', 'requests of each kind', wholeNumber(10, 10_000), 100)
    .option('--json', 'print one JSON object')
    .option('--write <file>', 'also write the table to a Markdown file', outputFile)
    .action(async (route: string | undefined, { requests, json, write }: Options) => {
      // First: schemas that exist before the document's package is loaded cannot be documented.
      const { routeCases: cases } = await import('../bench/request/route-cases.ts');
      const { benchRequest } = await import('../bench/request/bench-request.ts');
      const { pricePage, priceTable } = await import('../bench/request/price-page.ts');
      const onStep = (step: string): void => {
        process.stderr.write(`${step}\n`);
      };
      const bench = await benchRequest({ requests, route: route ?? null, cases, onStep });
      if (write !== undefined) await writeFile(write, pricePage(bench));
      console.log(json ? JSON.stringify(bench) : priceTable(bench));
    });
}
