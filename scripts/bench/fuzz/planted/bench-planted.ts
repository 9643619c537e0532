import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../../../explain.ts';
import { copySources } from './copy-sources.ts';
import type { PlantedReport } from './run-plants.ts';

interface PlantedOptions {
  /** Requests for each fault. */
  requests: number;
  seed: number;
  /** Names of faults with commas; null: all. */
  only: string | null;
}

/** Fuzzes a copy of the project into which faults of common kinds are put, one after the other, and counts the found ones. */
export async function benchPlanted({ requests, seed, only }: PlantedOptions): Promise<PlantedReport> {
  const folder = await copySources();
  try {
    const file = join(folder, 'scripts/bench/fuzz/planted/run-plants.ts');
    const args = [file, '--requests', String(requests), '--seed', String(seed)];
    if (only !== null) args.push('--only', only);
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    for await (const chunk of child.stdout) output += chunk;
    const code = await new Promise((resolve) => {
      if (child.exitCode !== null) resolve(child.exitCode);
      else child.once('exit', resolve);
    });
    if (code !== 0) throw new CommandError(`The run of the copy in ${folder} failed with exit code ${code}.`);
    const report: PlantedReport = JSON.parse(output.trim().split('\n').at(-1) ?? '');
    return report;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
