import { createHash } from 'node:crypto';
import type { Sample } from './candidate.ts';

/** The rows as they are written: one JSON object a line, in the order of their ids. */
export const datasetLines = (samples: readonly Sample[]): string =>
  samples
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((sample) => `${JSON.stringify(sample)}\n`)
    .join('');

/** SHA-256 of the rows: equal for the same songs, targets and split, whenever and wherever they were prepared. */
export const hashOf = (lines: string): string => createHash('sha256').update(lines).digest('hex');
