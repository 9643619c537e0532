import { describeError } from '../src/lib/errors.ts';
import { PortBusyError } from './local/http-server.ts';
import { StackOwnedError } from './local/stack-file.ts';

/** Resolves at the first Ctrl-C or termination; a second one ends the process at once. */
export function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** What a person can mend themselves is told in one line; DEBUG=1 shows the rest with its stack. */
export function explain(error: unknown): string {
  if (error instanceof PortBusyError || error instanceof StackOwnedError) return error.message;
  if (process.env.DEBUG !== undefined && error instanceof Error) return error.stack ?? error.message;
  return describeError(error);
}
