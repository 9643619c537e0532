import type { ServiceContext } from '../../../context.ts';
import type { KeyRow } from '../../../db/queries/api-keys.ts';
import { ROLE_SCOPES, type Role, type Scope } from '../../../lib/scopes.ts';

/** `replaced`: past its grace. */
export type KeyStatus = 'active' | 'in_grace' | 'replaced' | 'expired' | 'revoked';

export interface KeyDto {
  id: string;
  name: string;
  role: Role;
  scopes: readonly Scope[];
  status: KeyStatus;
  requests_per_minute: number | null;
  created_at: string;
  created_by: string;
  expires_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
  replaced_by: string | null;
  grace_until: string | null;
}

/** A key with its text, which is shown when it is made and never again. */
export interface NewKey {
  key: KeyDto;
  secret: string;
}

/** What a key is at a time in milliseconds. */
export function statusOf(
  key: Pick<KeyRow, 'revoked_at' | 'expires_at' | 'grace_until'>,
  now: number,
): KeyStatus {
  if (key.revoked_at !== null) return 'revoked';
  if (key.grace_until !== null && key.grace_until.getTime() <= now) return 'replaced';
  if (key.expires_at.getTime() <= now) return 'expired';
  return key.grace_until === null ? 'active' : 'in_grace';
}

export function toKeyDto(row: KeyRow, { clock }: Pick<ServiceContext, 'clock'>): KeyDto {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    scopes: ROLE_SCOPES[row.role],
    status: statusOf(row, clock.now()),
    requests_per_minute: row.requests_per_minute,
    created_at: row.created_at.toISOString(),
    created_by: row.created_by,
    expires_at: row.expires_at.toISOString(),
    last_used_at: row.last_used_at?.toISOString() ?? null,
    revoked_at: row.revoked_at?.toISOString() ?? null,
    replaced_by: row.replaced_by,
    grace_until: row.grace_until?.toISOString() ?? null,
  };
}
