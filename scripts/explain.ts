import { AppError, describeError } from '../src/lib/errors.ts';

/** Errors whose message is a sentence for the person at the terminal; their modules are too heavy to import here. */
const TELLING = new Set([
  'PortBusyError',
  'StackOwnedError',
  'DataFolderError',
  'FileFormatError',
  'CommandError',
]);

const FILE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'lies below a file, not a folder',
  EACCES: 'may not be read or written by this user',
  EPERM: 'may not be read or written by this user',
  ENOSPC: 'cannot be written: the disk is full',
  EROFS: 'cannot be written: the disk is read-only',
};

/** A failure that a command prints as one sentence. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** The server asks to come back later; nothing is wrong with the request. */
export class ComeBackLater extends CommandError {
  readonly waitMs: number;

  constructor(message: string, waitMs: number) {
    super(message);
    this.waitMs = waitMs;
  }
}

/** Failures that the user can fix are one line; DEBUG=1 shows all with a stack trace. */
export function explain(error: unknown): string {
  if (process.env.DEBUG !== undefined && error instanceof Error) return error.stack ?? error.message;
  if (!(error instanceof Error)) return String(error);
  if (TELLING.has(error.name)) return error.message;
  if (error instanceof AppError) return explainAppError(error);
  return explainFileFault(error) ?? describeError(error);
}

function explainAppError(error: AppError): string {
  const faults = error.errors.map(({ path, message }) => `  ${path}: ${message}`);
  const cause = error.cause === undefined ? '' : ` (${describeError(error.cause)})`;
  return [`${error.detail}${cause}`, ...faults].join('\n');
}

function explainFileFault(error: NodeJS.ErrnoException): string | null {
  const fault = FILE_FAULTS[error.code ?? ''];
  return fault === undefined || error.path === undefined ? null : `${error.path} ${fault}.`;
}
