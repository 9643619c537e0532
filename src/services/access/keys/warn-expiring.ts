import type { ServiceContext } from '../../../context.ts';
import { claimExpiryWarnings } from '../../../db/queries/api-keys.ts';

/** Days before its expiry from which a key is warned of. */
const WARNING_DAYS = 14;
/** Days between two warnings of one key. */
const EVERY_DAYS = 7;

/** Logs each key that expires within 14 days, once a week; returns how many. */
export async function warnExpiring(ctx: Pick<ServiceContext, 'sql' | 'log'>): Promise<number> {
  const keys = await claimExpiryWarnings(ctx.sql, { days: WARNING_DAYS, everyDays: EVERY_DAYS });
  for (const { id, name, role, expires_at } of keys)
    ctx.log.warn('a key expires soon: rotate it', {
      key: id,
      name,
      role,
      expires_at: expires_at.toISOString(),
    });
  return keys.length;
}
