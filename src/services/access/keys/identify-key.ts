import type { KeyActor, ServiceContext } from '../../../context.ts';
import { findKey, type KeyRow, touchKey } from '../../../db/queries/api-keys.ts';
import { type KeyParts, parseKey } from '../../../lib/api-key.ts';
import { AppError, describeError, type ErrorCode } from '../../../lib/errors.ts';
import { secretsEqual, sha256Hex } from '../../../lib/hash.ts';
import { adminTokenActor, keyActor } from '../../../lib/rbac.ts';
import { type KeyStatus, statusOf } from './key-dto.ts';

/** Precision of `last_used_at`. */
const TOUCH_SECONDS = 30;

type Context = Pick<ServiceContext, 'config' | 'sql' | 'clock' | 'log' | 'waitUntil' | 'knownKeys'>;

const REFUSALS: Readonly<Record<Exclude<KeyStatus, 'active' | 'in_grace'>, readonly [ErrorCode, string]>> = {
  revoked: ['KEY_REVOKED', 'The key was revoked.'],
  expired: ['KEY_EXPIRED', 'The key has expired.'],
  replaced: ['KEY_REPLACED', 'The key was replaced by another, and its grace is over.'],
};

const invalid = () => new AppError('UNAUTHENTICATED', 'The bearer token is not a valid key.');

/** The stored key of an id, or of this isolate's copy, which also remembers ids that do not exist. */
async function storedKey(ctx: Context, id: string): Promise<{ row: KeyRow | null; fresh: boolean }> {
  const known = ctx.knownKeys.get(id);
  if (known !== null) return { row: known.row, fresh: false };
  const row = await findKey(ctx.sql, id);
  ctx.knownKeys.set(id, { row });
  return { row, fresh: true };
}

async function keyHolder(ctx: Context, token: string, parts: KeyParts): Promise<KeyActor> {
  if (parts.environment !== ctx.config.environment)
    throw new AppError(
      'KEY_OF_OTHER_ENVIRONMENT',
      `The key is of the environment ${parts.environment}; this is ${ctx.config.environment}.`,
    );
  const { row, fresh } = await storedKey(ctx, parts.id);
  const matches = await secretsEqual(await sha256Hex(token), row?.secret_hash ?? '');
  // What has become of a key is told to its holder only.
  if (row === null || !matches) throw invalid();
  const status = statusOf(row, ctx.clock.now());
  if (status !== 'active' && status !== 'in_grace') throw new AppError(...REFUSALS[status]);
  if (fresh)
    ctx.waitUntil(
      touchKey(ctx.sql, { id: row.id, everySeconds: TOUCH_SECONDS }).catch((error: unknown) =>
        ctx.log.warn('the use of a key was not noted', { key: row.id, error: describeError(error) }),
      ),
    );
  const { id, caller, role, requests_per_minute: requestsPerMinute } = row;
  return keyActor({ id, caller, role, requestsPerMinute });
}

/**
 * The actor of a bearer token: of a key, or of ADMIN_TOKEN. Asks Postgres only for a key that this isolate has not seen
 * within `KEY_COPY_MS`. Throws UNAUTHENTICATED, or what has become of the key.
 */
export async function identifyKey(ctx: Context, token: string): Promise<KeyActor> {
  const { adminToken } = ctx.config;
  const parts = parseKey(token);
  if (parts !== null) return await keyHolder(ctx, token, parts);
  if (adminToken !== null && (await secretsEqual(token, adminToken))) return adminTokenActor;
  throw invalid();
}
