import type { Command } from 'commander';
import { filledText, wholeNumber } from '../command-options.ts';

interface Options {
  env?: string;
  calls: number;
  json?: boolean;
}

export function addLabTestApi(command: Command): void {
  command
    .option('--env <name>', 'an environment of wrangler.toml', filledText(60))
    .option('--calls <n>', 'calls that the latency is measured with', wholeNumber(1, 1000), 5)
    .option('--json', 'print one JSON object')
    .action(async ({ env, calls, json }: Options) => {
      const { readConfig } = await import('../../src/config.ts');
      const { gatherVariables } = await import('../gather-variables.ts');
      const { testEndpoint } = await import('../lab/test-api/test-endpoint.ts');
      const report = await testEndpoint(readConfig(gatherVariables(env).values), {
        calls,
        onCapability: ({ capability, verdict, detail }) => {
          if (!json) console.log(`${capability.padEnd(22)} ${verdict.padEnd(15)} ${detail}`);
        },
      });
      if (json) console.log(JSON.stringify(report));
      if (report.capabilities.some(({ verdict }) => verdict === 'failed')) process.exitCode = 1;
    });
}
