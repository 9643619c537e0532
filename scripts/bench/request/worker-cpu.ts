import { readdir, readFile } from 'node:fs/promises';
import { workerPid } from '../worker-process.ts';

const NS_PER_MS = 1e6;

/**
 * A reader of the CPU milliseconds that the workerd of this process has used so far: the sum over its threads of what the
 * kernel's scheduler counts in nanoseconds (Linux, /proc/PID/task/TID/schedstat), which other load does not change.
 */
export async function openWorkerCpu(): Promise<() => Promise<number>> {
  const folder = `/proc/${await workerPid()}/task`;
  return async () => {
    const threads = await readdir(folder);
    const times = await Promise.all(threads.map((thread) => readThread(`${folder}/${thread}/schedstat`)));
    return times.reduce((sum, ns) => sum + ns, 0) / NS_PER_MS;
  };
}

/** The nanoseconds on a CPU; 0 for a thread that has ended since it was listed. */
async function readThread(file: string): Promise<number> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return '0';
    throw error;
  });
  return Number(text.split(' ')[0]);
}
