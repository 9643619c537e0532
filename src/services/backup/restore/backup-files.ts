import { AppError } from '../../../lib/errors.ts';

/** A file of a backup as it lies somewhere. */
export interface FoundFile {
  name: string;
  bytes: number;
}

/** Where the files of one backup, and the copies of takedowns beside it, are read from. */
export interface BackupFiles {
  /** For messages: a folder or an address. */
  readonly place: string;
  readonly id: string;
  /** Reading everything twice costs little: it lies on this machine. */
  readonly isNear: boolean;
  manifest(): Promise<Uint8Array>;
  /** The files of the backup with their sizes; null if the place does not tell. */
  list(): Promise<FoundFile[] | null>;
  /** Bytes of a file; fewer than asked for where it ends before. Throws NOT_FOUND. */
  read(file: string, range: { offset: number; length: number }): Promise<Uint8Array>;
  /** The names of the copies of takedowns; null: there is no folder of them. */
  listTakedowns(): Promise<string[] | null>;
  readTakedown(name: string): Promise<string>;
}

/** What the backup holds is not what its manifest says. */
export const damaged = (detail: string, cause?: unknown): AppError =>
  new AppError('VALIDATION_FAILED', detail, { reason: 'backup_damaged', cause });
