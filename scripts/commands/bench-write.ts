import type { Command } from 'commander';
import type { WriteBench } from '../bench/bench-write.ts';
import { wholeNumber } from '../command-options.ts';

const DEFAULT_VERSES = 100;

const describe = ({ verses, source_lines, first_ms, ms, dense_ms }: WriteBench): string =>
  [
    `${verses} verses of ${source_lines} source lines, in workerd`,
    `the first verse of an isolate: median ${first_ms.p50} ms, worst ${first_ms.worst} ms`,
    `a verse: median ${ms.p50} ms, p95 ${ms.p95} ms; dense: median ${dense_ms.p50} ms, p95 ${dense_ms.p95} ms`,
  ].join('\n');

export function addBenchWrite(command: Command): void {
  command
    .option('--verses <n>', 'how many verses', wholeNumber(10, 10_000), DEFAULT_VERSES)
    .option('--json', 'print one JSON object')
    .action(async ({ verses, json }: { verses: number; json?: boolean }) => {
      const { benchWrite } = await import('../bench/bench-write.ts');
      const bench = await benchWrite(verses);
      console.log(json ? JSON.stringify(bench) : describe(bench));
    });
}
