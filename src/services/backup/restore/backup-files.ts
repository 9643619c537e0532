import { AppError } from '../../../lib/errors.ts';

/** Where the files of one backup, and the copies of takedowns beside it, are read from. */
export interface BackupFiles {
  /** For messages: a folder or an address. */
  readonly place: string;
  readonly id: string;
  /** Reading everything twice costs little: it lies on this machine. */
  readonly isNear: boolean;
  manifest(): Promise<Uint8Array>;
  /** Null: the file is missing. */
  sizeOf(file: string): Promise<number | null>;
  /** Bytes of a file; fewer than asked for where it ends before. Throws NOT_FOUND. */
  read(file: string, range: { offset: number; length: number }): Promise<Uint8Array>;
  /** The copies of takedowns with their names; null: there is no folder of them. */
  readTakedowns(): Promise<readonly { name: string; text: string }[] | null>;
}

/** What the backup holds is not what its manifest says. */
export const damaged = (detail: string, cause?: unknown): AppError =>
  new AppError('VALIDATION_FAILED', detail, { reason: 'backup_damaged', cause });
