import type { ServiceContext } from '../src/context.ts';
import { AppError } from '../src/lib/errors.ts';

type Context = Pick<ServiceContext, 'sql' | 'actor' | 'requestId' | 'log' | 'metrics'>;

/**
 * Does what a command writes and records it in the audit log under the name of the API's operation, also when it fails.
 * What goes through the Worker is recorded there.
 */
export async function recorded<T>(
  ctx: Context,
  action: string,
  work: () => Promise<T>,
  subjectOf: (result: T) => string | null = () => null,
): Promise<T> {
  const { recordWrite } = await import('../src/services/access/audit/record-write.ts');
  const record = (subject: string | null, result: string) =>
    recordWrite(ctx, { action, subject, result, address: null });
  try {
    const result = await work();
    await record(subjectOf(result), 'done');
    return result;
  } catch (error) {
    await record(null, error instanceof AppError ? error.code : 'INTERNAL');
    throw error;
  }
}
