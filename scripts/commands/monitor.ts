import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type TargetChoice, wholeNumber, withTarget } from '../command-options.ts';
import { CommandError } from '../explain.ts';

const DEFAULT_PORT = 9090;

interface MonitorOptions extends TargetChoice {
  port: number;
  write?: boolean;
  list?: boolean;
  json?: boolean;
}

export function addMonitor(command: Command): void {
  withTarget(command)
    .option('--port <n>', 'port of Prometheus', wholeNumber(1, 65_535), DEFAULT_PORT)
    .option(
      '--write',
      'write alerts, dashboard and the page of the docs from the catalogue of metrics, and end',
    )
    .option('--list', 'print the catalogue of metrics, and end')
    .option('--json', 'print it as one JSON object')
    .action(async (options: MonitorOptions) => {
      if (options.list) {
        const { METRICS } = await import('../../src/lib/metrics/definitions.ts');
        const metrics = Object.entries(METRICS).map(([name, { kind, help }]) => ({ name, kind, help }));
        const lines = metrics.map(({ name, kind, help }) => `${name} (${kind}): ${help}`).join('\n');
        console.log(options.json ? JSON.stringify({ count: metrics.length, metrics }) : lines);
        return;
      }
      if (options.write) {
        const { writeMadeFiles } = await import('../monitoring/files.ts');
        console.log((await writeMadeFiles()).join('\n'));
        return;
      }
      const { runPrometheus } = await import('../monitoring/run-prometheus.ts');
      await runPrometheus(await findWorker(options), options.port);
    });
}

async function findWorker({ url, token, data }: MonitorOptions): Promise<{ url: string; token: string }> {
  if (url !== undefined) {
    if (token === undefined) throw new CommandError('--url needs --token, or ADMIN_TOKEN.');
    return { url, token };
  }
  const { readRunningStack } = await import('../local/stack-file.ts');
  const address = (await readRunningStack(data))?.addresses.worker;
  if (address === undefined)
    throw new CommandError(`No Worker runs on ${data}. Start one with npm run demo, or name one with --url.`);
  return { url: address, token: token ?? (await readFile(join(data, 'admin-token'), 'utf8')).trim() };
}
