import { readFile, writeFile } from 'node:fs/promises';
import { workerPid } from './worker-process.ts';

/** The memory of the process in which this process's Worker runs. */
export interface WorkerMemory {
  /** Megabytes now. */
  now(): Promise<number>;
  /** Forgets the peak so far. */
  reset(): Promise<void>;
  /** The most megabytes since `reset`. */
  peak(): Promise<number>;
}

/** Reads the kernel's counters (proc(5)), which, unlike samples, miss no peak. */
export async function openWorkerMemory(): Promise<WorkerMemory> {
  const folder = `/proc/${await workerPid()}`;
  const read = async (name: string): Promise<number> => {
    const status = await readFile(`${folder}/status`, 'utf8');
    const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
    if (kilobytes === undefined) throw new Error(`${folder}/status does not tell ${name}`);
    return Math.round(Number(kilobytes) / 1024);
  };
  return {
    now: () => read('VmRSS'),
    // 5 sets the peak back to what is used now.
    reset: () => writeFile(`${folder}/clear_refs`, '5'),
    peak: () => read('VmHWM'),
  };
}
