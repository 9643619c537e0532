import type { ServiceContext } from '../../../context.ts';
import { findKey, replaceKey } from '../../../db/queries/api-keys.ts';
import { createKeyText } from '../../../lib/api-key.ts';
import { AppError } from '../../../lib/errors.ts';
import { sha256Hex } from '../../../lib/hash.ts';
import { requireScope } from '../../../lib/rbac.ts';
import { actorName } from '../caller-of.ts';
import { type KeyDto, type NewKey, statusOf, toKeyDto } from './key-dto.ts';

export const MAX_GRACE_HOURS = 24;
const SECONDS_AN_HOUR = 3600;

export interface RotateKeyInput {
  id: string;
  /** For how long the old key works beside the new one, 0 to 24; never beyond its own expiry. */
  graceHours: number;
  /** Of the new key, from now. */
  expiresInDays: number;
  /** Only if the key expires within so many days. */
  expiringInDays: number | null;
}

export interface RotatedKey extends NewKey {
  replaced: KeyDto;
}

/** A rotation as the audit log names it: the old key, and the new one. */
export const rotationOf = ({ key, replaced }: RotatedKey): string => `${replaced.id}, replaced by ${key.id}`;

type Context = Pick<ServiceContext, 'sql' | 'actor' | 'config' | 'clock' | 'knownKeys'>;

/**
 * Replaces a key by a new one of the same name, role, limit and caller. Throws NOT_FOUND, or CONFLICT for a key that no
 * longer works, that was replaced before, or that does not expire as soon as asked.
 */
export async function rotateKey(ctx: Context, input: RotateKeyInput): Promise<RotatedKey> {
  requireScope(ctx.actor, 'keys:admin');
  const { id, expiresInDays, expiringInDays } = input;
  const created = createKeyText(ctx.config.environment);
  const rows = await replaceKey(ctx.sql, {
    id,
    newId: created.id,
    secretHash: await sha256Hex(created.text),
    expiresInDays,
    graceSeconds: Math.round(input.graceHours * SECONDS_AN_HOUR),
    expiringInDays,
    createdBy: actorName(ctx.actor),
  });
  if (rows === null) throw await refusal(ctx, id);
  ctx.knownKeys.set(id, { row: rows.old });
  return { key: toKeyDto(rows.replacement, ctx), secret: created.text, replaced: toKeyDto(rows.old, ctx) };
}

/** Why the key was not replaced, as far as can be said afterwards. */
async function refusal(ctx: Context, id: string): Promise<AppError> {
  const row = await findKey(ctx.sql, id);
  if (row === null) return new AppError('NOT_FOUND', 'There is no key of this id.');
  const status = statusOf(row, ctx.clock.now());
  const why =
    status === 'active'
      ? 'does not expire within the days that were asked for'
      : `is ${status === 'in_grace' ? 'replaced already' : status}`;
  return new AppError('CONFLICT', `The key ${why} and is not rotated.`);
}
