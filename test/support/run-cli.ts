import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export interface CliResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface CliOptions {
  script?: string;
  cwd?: string;
  vars?: Record<string, string>;
  /** Called with the process once it runs. */
  onStart?: (child: ChildProcess) => void;
}

/** Runs a script of the command line, `barline` if none is named, with few variables of this process. */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const { PATH = '', HOME = '' } = process.env;
  const script = join(ROOT, 'scripts', options.script ?? 'barline.ts');
  const child = spawn(process.execPath, [script, ...args], {
    cwd: options.cwd ?? ROOT,
    env: { PATH, HOME, ...options.vars },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  options.onStart?.(child);
  const result = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (result.stdout += chunk));
  child.stderr.on('data', (chunk) => (result.stderr += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...result }));
  });
}
