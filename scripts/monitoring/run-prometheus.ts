import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../explain.ts';
import { interrupted } from '../local/stop-signals.ts';
import { ALERTS_PATH } from './files.ts';

export interface Monitored {
  url: string;
  token: string;
}

/** The configuration of a Prometheus that asks one Worker. Texts are JSON strings, which are some of YAML. */
export function prometheusConfig({ url }: Pick<Monitored, 'url'>, tokenFile: string): string {
  const { protocol, host } = new URL(url);
  return `${[
    'global: { scrape_interval: 15s, evaluation_interval: 15s }',
    `rule_files: [${JSON.stringify(ALERTS_PATH)}]`,
    'scrape_configs:',
    '  - job_name: barline',
    `    scheme: ${protocol.replace(':', '')}`,
    `    authorization: { credentials_file: ${JSON.stringify(tokenFile)} }`,
    `    static_configs: [{ targets: [${JSON.stringify(host)}] }]`,
  ].join('\n')}\n`;
}

/** Runs Prometheus until Ctrl-C. Its data and the token are in a folder that is removed at the end. */
export async function runPrometheus(monitored: Monitored, port: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'barline-monitor-'));
  try {
    const tokenFile = join(folder, 'token');
    await writeFile(tokenFile, monitored.token, { mode: 0o600 });
    const config = join(folder, 'prometheus.yml');
    await writeFile(config, prometheusConfig(monitored, tokenFile));
    const prometheus = await start([
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=warn',
    ]);
    console.log(`Prometheus asks ${monitored.url} every 15 s.`);
    console.log(`Alerts: http://127.0.0.1:${port}/alerts (Ctrl-C ends it)`);
    const ended = once(prometheus, 'exit').then(([code]) => Number(code ?? 0));
    const code = await Promise.race([ended, interrupted().then(() => null)]);
    if (code !== null) throw new CommandError(`Prometheus ended with code ${code}; is port ${port} free?`);
    prometheus.kill('SIGTERM');
    await ended;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function start(args: string[]): Promise<ChildProcess> {
  // Detached, so that Ctrl-C of the terminal reaches this process alone, which then ends the other.
  const child = spawn('prometheus', args, { stdio: ['ignore', 'ignore', 'inherit'], detached: true });
  try {
    await once(child, 'spawn');
    return child;
  } catch (cause) {
    const hint =
      'Prometheus is not installed. On Debian: apt-get install prometheus; alerts.yml works with any other.';
    throw new CommandError(hint, { cause });
  }
}
