import type { DroppedRows } from '../../../db/queries/restore-rows.ts';

/** What a restore did, as the command prints it. */
export interface RestoreReport {
  backup: { id: string; started_at: string; finished_at: string; last_migration: string };
  rows: number;
  bytes: number;
  tables: { table: string; rows: number; parts: number }[];
  /** Whether a restore that had been interrupted was gone on with. */
  continued: boolean;
  verified: { parts: number; rows: number };
  /** Rows that no database could hold together: they were read while their tables changed. */
  dropped: DroppedRows[];
  takedowns: { copies: number; applied: number; tracks: number[] };
  /** Applied after the backup's own. */
  migrations: string[];
  seconds: number;
}

/** Says how far the work is; `total` is the number of parts, or of whatever the step is made of. */
export type Say = (step: { what: string; done: number; total: number }) => void;
