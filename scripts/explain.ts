import { describeError } from '../src/lib/errors.ts';
import { DataFolderError } from './local/data-folder.ts';
import { PortBusyError } from './local/http-server.ts';
import { StackOwnedError } from './local/stack-file.ts';

const TELLING = [PortBusyError, StackOwnedError, DataFolderError];

/** What a person can mend themselves is told in one line; DEBUG=1 shows the rest with its stack. */
export function explain(error: unknown): string {
  if (error instanceof Error && TELLING.some((kind) => error instanceof kind)) return error.message;
  if (process.env.DEBUG !== undefined && error instanceof Error) return error.stack ?? error.message;
  return describeError(error);
}
