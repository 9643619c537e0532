import type { Change } from '../../lyrics/text/normalize.ts';

export interface ImportCounts {
  /** Rows stored for the first time, including near-duplicates. */
  added: number;
  updated: number;
  unchanged: number;
  /** Songs that were already stored in the same words under another key: not stored again. */
  duplicates: number;
  /** Of the added rows: those that nearly repeat a stored song and are linked to it. */
  nearDuplicates: number;
  rejected: number;
}

export interface Rejection {
  line: number;
  reason: string;
  /** The field at fault; null if it is the row as a whole. */
  field: string | null;
}

/** The outcome of one line, for a report; never contains the text itself. */
export interface SongOutcome {
  line: number;
  outcome: 'added' | 'updated' | 'unchanged' | 'duplicate' | 'rejected';
  key: string | null;
  /** The stored track, or the one that the row duplicates; null if there is none. */
  trackId: number | null;
  duplicateOf: number | null;
  /** The changes that cleaning made. */
  changes: readonly Change[];
  /** Fields whose values were given but are implausible. */
  dropped: readonly string[];
  /** Whether the row has lyrics to embed and analyse. */
  hasWords: boolean;
  reason: string | null;
  /** The field that a rejection is about. */
  field: string | null;
}

const MAX_REJECTIONS = 100;

export interface Tally {
  readonly counts: Readonly<ImportCounts>;
  readonly rejections: Rejection[];
  add(outcome: SongOutcome): void;
  reject(line: number, refusal: { reason: string; field: string | null }): void;
}

export function createTally(onOutcome: (outcome: SongOutcome) => void = () => {}): Tally {
  const counts = { added: 0, updated: 0, unchanged: 0, duplicates: 0, nearDuplicates: 0, rejected: 0 };
  const rejections: Rejection[] = [];
  const add = (outcome: SongOutcome): void => {
    onOutcome(outcome);
    if (outcome.outcome === 'duplicate') counts.duplicates += 1;
    else counts[outcome.outcome] += 1;
    if (outcome.outcome === 'added' && outcome.duplicateOf !== null) counts.nearDuplicates += 1;
    if (outcome.outcome === 'rejected' && rejections.length < MAX_REJECTIONS) {
      rejections.push({ line: outcome.line, reason: outcome.reason ?? '', field: outcome.field });
    }
  };
  return {
    counts,
    rejections,
    add,
    reject: (line, refusal) => add({ ...NOTHING_KNOWN, ...refusal, line, outcome: 'rejected' }),
  };
}

const NOTHING_KNOWN = {
  key: null,
  trackId: null,
  duplicateOf: null,
  changes: [],
  dropped: [],
  hasWords: false,
} as const;
