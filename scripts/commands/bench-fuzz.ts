import type { Command } from 'commander';
import type { FuzzReport } from '../bench/fuzz/tally.ts';
import { filledText, httpUrl, wholeNumber } from '../command-options.ts';
import { CommandError } from '../explain.ts';
import { createProgress, showStep } from '../progress.ts';

const MAX_REQUESTS = 10_000_000;
const MAX_SEED = 1_000_000_000;
const MAX_SECONDS = 100_000;
const SHOWN_RULES = 10;

interface Options {
  requests: number;
  seed: number;
  seconds?: number;
  operations?: string;
  url?: string;
  token?: string;
  planted?: true | string;
  json?: boolean;
}

const GOAL = 0.9;
const PLANTED_REQUESTS = 150;

export function addBenchFuzz(command: Command): void {
  command
    .option('--requests <n>', 'drawn requests', wholeNumber(1, MAX_REQUESTS), 20_000)
    .option('--seed <n>', 'the same seed draws the same requests', wholeNumber(0, MAX_SEED), 1)
    .option('--seconds <n>', 'end the run earlier, with what it has found', wholeNumber(1, MAX_SECONDS))
    .option('--operations <ids>', 'only these operations, separated by commas', filledText(4000))
    .option(
      '--url <url>',
      'a running Worker instead of one that is started; the run changes its data',
      httpUrl,
    )
    .option('--token <token>', 'admin token for --url', process.env.ADMIN_TOKEN)
    .option(
      '--planted [names]',
      `put faults of common kinds into a copy of the sources and count those that are found`,
    )
    .option('--json', 'print one JSON object last')
    .action(async ({ json, operations, url, token, planted, ...options }: Options) => {
      if (planted !== undefined)
        return await runPlanted({
          seed: options.seed,
          only: planted === true ? null : planted,
          json: json === true,
        });
      if (url !== undefined && !token) throw new CommandError('--url needs --token or ADMIN_TOKEN.');
      const { benchFuzz, isClean } = await import('../bench/fuzz/bench-fuzz.ts');
      const progress = createProgress('requests');
      const report = await benchFuzz({
        ...options,
        operations: operations === undefined ? null : operations.split(',').map((one) => one.trim()),
        target: url === undefined || token === undefined ? null : { url, token },
        onStep: showStep(),
        onProgress: (done, total) => progress.update(done, total),
      });
      progress.stop();
      console.log(json ? JSON.stringify(report) : describe(report));
      if (!isClean(report)) process.exitCode = 1;
    });
}

interface PlantedChoice {
  seed: number;
  only: string | null;
  json: boolean;
}

async function runPlanted({ seed, only, json }: PlantedChoice): Promise<void> {
  const { benchPlanted } = await import('../bench/fuzz/planted/bench-planted.ts');
  const report = await benchPlanted({ requests: PLANTED_REQUESTS, seed, only });
  const lines = report.plants.map(
    (one) => `${one.found ? 'found ' : 'MISSED'} ${one.name}: ${one.what} (${one.findings[0] ?? 'nothing'})`,
  );
  console.log(
    json ? JSON.stringify(report) : [...lines, `${report.found} of ${report.planted} found`].join('\n'),
  );
  if (report.found < GOAL * report.planted) process.exitCode = 1;
}

function describe(report: FuzzReport): string {
  const rules = Object.entries(report.refused_by_rule).sort(([, a], [, b]) => b - a);
  return [
    `${report.requests} requests with seed ${report.seed} in ${report.seconds} s: ${report.responses_5xx} answers of 500 ` +
      `or above, ${report.undocumented} undocumented, ${report.schema_violations} that break a schema, ` +
      `${report.canary_leaks} with a secret or internal text, ${report.unanswered} without an answer`,
    `${report.operations_reached_2xx} of ${report.operations} operations reached ${report.not_reached.join(', ')}`,
    `answers by status: ${Object.entries(report.by_status)
      .map(([status, count]) => `${status}: ${count}`)
      .join(', ')}`,
    ...report.findings.flatMap((one) => [
      '',
      `${one.operation}, ${one.kind}, ${one.count} times: ${one.what} (after: ${one.changes.join(', ') || 'no change'})`,
      `  ${one.curl}`,
      `  ${one.status} ${one.answer}`,
    ]),
    '',
    'refused by rules beyond the schemas:',
    ...rules.slice(0, SHOWN_RULES).map(([rule, count]) => `  ${count} x ${rule}`),
    'slowest:',
    ...report.slowest.map((one) => `  ${one.ms} ms, ${one.operation}, ${one.status}`),
  ].join('\n');
}
