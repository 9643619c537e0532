import { createMiddleware } from 'hono/factory';
import type { ErrorCode } from '../../lib/errors.ts';
import { recordWrite } from '../../services/access/audit/record-write.ts';
import { callerAt } from '../../services/access/caller-of.ts';
import type { AppEnv } from '../app-env.ts';
import { toAppError } from '../problem.ts';

/** Requests that were refused before they could write, by nobody known or as no request of ours. */
const NOT_WRITES: ReadonlySet<ErrorCode> = new Set([
  'UNAUTHENTICATED',
  'MALFORMED_JSON',
  'VALIDATION_FAILED',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
]);

/**
 * Records a write after its answer, also one that was forbidden or failed. What it was done to is the id in the path,
 * or what the handler names as `auditSubject`.
 */
export const auditWrite = (action: string) =>
  createMiddleware<AppEnv>(async function auditWrite(c, next) {
    await next();
    const code = c.error === undefined ? null : toAppError(c.error).code;
    if (code !== null && NOT_WRITES.has(code)) return;
    const { ctx } = c.var;
    const record = recordWrite(ctx, {
      action,
      subject: c.get('auditSubject') ?? c.req.param('id') ?? null,
      result: code ?? 'done',
      address: callerAt(c.req.header('cf-connecting-ip')),
    });
    ctx.waitUntil(record);
  });
