import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The process in which this process's Worker runs. */
export async function workerPid(): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'pid=,comm=', '--ppid', String(process.pid)]);
  const line = stdout.split('\n').find((one) => one.trim().endsWith('workerd'));
  if (line === undefined) throw new Error('no workerd runs below this process');
  return Number.parseInt(line, 10);
}
