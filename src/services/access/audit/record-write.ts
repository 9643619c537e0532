import type { ServiceContext } from '../../../context.ts';
import { addAuditRow } from '../../../db/queries/audit-log.ts';
import { describeError } from '../../../lib/errors.ts';
import { actorName } from '../caller-of.ts';

export interface RecordedWrite {
  /** The operation, as the API or the command line names it. */
  action: string;
  subject: string | null;
  /** `done`, or the code of the failure. */
  result: string;
  address: string | null;
}

type Context = Pick<ServiceContext, 'sql' | 'actor' | 'requestId' | 'log' | 'metrics'>;

/**
 * Records a write in the audit log after it has ended. A record that the database does not take is written to the
 * Worker's log instead, and counted: the write itself cannot be undone.
 */
export async function recordWrite(ctx: Context, { address, ...write }: RecordedWrite): Promise<void> {
  const row = { actor: actorName(ctx.actor), ...write, requestId: ctx.requestId };
  try {
    await addAuditRow(ctx.sql, { ...row, address });
  } catch (error) {
    ctx.metrics.count('barline_audit_unstored_total', {});
    ctx.log.error('a record of the audit log was not stored', { ...row, error: describeError(error) });
  }
}
