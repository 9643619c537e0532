import type { Command } from 'commander';
import type { StartupBench } from '../bench/bench-startup.ts';

/** The free plan allows 3 MB; the difference is reserved for later features. */
const MAX_GZIP_BYTES = 1_500_000;
/** Cloudflare refuses a Worker that needs more than 1 s. */
const MAX_STARTUP_MS = 400;
const ISOLATES = 5;

const describe = ({ gzip_bytes, files, startup_ms, isolates }: StartupBench): string =>
  [
    `uploaded: ${gzip_bytes} bytes gzipped (${Object.entries(files)
      .map(([name, bytes]) => `${name} ${bytes}`)
      .join(', ')})`,
    `loaded by a new isolate in ${startup_ms} ms (the quickest of ${isolates})`,
  ].join('\n');

export function addBenchStartup(command: Command): void {
  command.option('--json', 'print one JSON object').action(async ({ json }: { json?: boolean }) => {
    const { benchStartup } = await import('../bench/bench-startup.ts');
    const bench = await benchStartup(ISOLATES);
    console.log(json ? JSON.stringify(bench) : describe(bench));
    if (bench.gzip_bytes > MAX_GZIP_BYTES || bench.startup_ms > MAX_STARTUP_MS) {
      console.error(`The Worker is over its limits: ${MAX_GZIP_BYTES} bytes gzipped, ${MAX_STARTUP_MS} ms.`);
      process.exitCode = 1;
    }
  });
}
