import type { ServiceContext } from '../../../context.ts';
import { insertKey } from '../../../db/queries/api-keys.ts';
import { createKeyText } from '../../../lib/api-key.ts';
import { sha256Hex } from '../../../lib/hash.ts';
import { requireScope } from '../../../lib/rbac.ts';
import type { Role } from '../../../lib/scopes.ts';
import { actorName } from '../caller-of.ts';
import { type NewKey, toKeyDto } from './key-dto.ts';

export const DEFAULT_EXPIRY_DAYS = 90;

export interface CreateKeyInput {
  name: string;
  role: Role;
  /** 1 to 365. */
  expiresInDays: number;
  /** Null: the limit of the role. */
  requestsPerMinute: number | null;
}

type Context = Pick<ServiceContext, 'sql' | 'actor' | 'config' | 'clock'>;

/** Makes a key. Only its hash is stored, so that the text in the result cannot be shown again. */
export async function createKey(ctx: Context, input: CreateKeyInput): Promise<NewKey> {
  requireScope(ctx.actor, 'keys:admin');
  const { id, text } = createKeyText(ctx.config.environment);
  const row = await insertKey(ctx.sql, {
    id,
    ...input,
    secretHash: await sha256Hex(text),
    createdBy: actorName(ctx.actor),
  });
  if (row === null) throw new Error('a key that was just stored is not there');
  return { key: toKeyDto(row, ctx), secret: text };
}
