import type { Role } from '../src/lib/scopes.ts';
import type { KeyDto, NewKey } from '../src/services/access/keys/key-dto.ts';
import type { RotatedKey } from '../src/services/access/keys/rotate-key.ts';
import type { TargetChoice } from './command-options.ts';
import type { OperatorContext } from './operator-context.ts';
import type { WorkerApi } from './worker-api.ts';

export interface KeyWish {
  name: string;
  role: Role;
  expiresInDays: number;
  requestsPerMinute: number | null;
}

export interface RotationWish {
  id: string;
  graceHours: number;
  expiresInDays: number;
  expiringInDays: number | null;
}

/** Where keys are kept: behind the API of a Worker, or in the database itself. */
export interface KeyDesk {
  create(wish: KeyWish): Promise<NewKey>;
  /** All of them, or those that work and expire within so many days; the latest first. */
  list(expiringInDays: number | null): Promise<KeyDto[]>;
  rotate(wish: RotationWish): Promise<RotatedKey>;
  revoke(id: string): Promise<KeyDto>;
}

interface KeyPage {
  items: KeyDto[];
  next_cursor: string | null;
}

const PAGE = 100;

async function allPages(read: (cursor: string | null) => Promise<KeyPage>): Promise<KeyDto[]> {
  const keys: KeyDto[] = [];
  let cursor: string | null = null;
  do {
    const page: KeyPage = await read(cursor);
    keys.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return keys;
}

const deskOfWorker = (api: WorkerApi): KeyDesk => ({
  create: ({ name, role, expiresInDays, requestsPerMinute }) =>
    api.post('/admin/keys', {
      name,
      role,
      expires_in_days: expiresInDays,
      ...(requestsPerMinute === null ? {} : { requests_per_minute: requestsPerMinute }),
    }),
  list: (days) =>
    allPages((cursor) =>
      api.get('/admin/keys', {
        limit: PAGE,
        cursor: cursor ?? undefined,
        expiring_within_days: days ?? undefined,
      }),
    ),
  rotate: ({ id, graceHours, expiresInDays, expiringInDays }) =>
    api.post(`/admin/keys/${encodeURIComponent(id)}/rotate`, {
      grace_hours: graceHours,
      expires_in_days: expiresInDays,
      ...(expiringInDays === null ? {} : { expiring_within_days: expiringInDays }),
    }),
  revoke: (id) => api.remove(`/admin/keys/${encodeURIComponent(id)}`),
});

async function deskOfDatabase({ ctx }: OperatorContext): Promise<KeyDesk> {
  const { createKey } = await import('../src/services/access/keys/create-key.ts');
  const { listKeys } = await import('../src/services/access/keys/list-keys.ts');
  const { revokeKey } = await import('../src/services/access/keys/revoke-key.ts');
  const { rotateKey, rotationOf } = await import('../src/services/access/keys/rotate-key.ts');
  const { recorded } = await import('./record-command.ts');
  return {
    create: (wish) =>
      recorded(
        ctx,
        'createKey',
        () => createKey(ctx, wish),
        ({ key }) => key.id,
      ),
    list: (expiringInDays) => allPages((cursor) => listKeys(ctx, { limit: PAGE, cursor, expiringInDays })),
    rotate: (wish) => recorded(ctx, 'rotateKey', () => rotateKey(ctx, wish), rotationOf),
    revoke: (id) =>
      recorded(
        ctx,
        'revokeKey',
        () => revokeKey(ctx, id),
        () => id,
      ),
  };
}

/** Works with the keys of the Worker at `url`, or of the data folder's database. */
export async function withKeys<T>(target: TargetChoice, work: (desk: KeyDesk) => Promise<T>): Promise<T> {
  const { openWorkerApi, withOperator } = await import('./operator-context.ts');
  if (target.url !== undefined) return work(deskOfWorker(await openWorkerApi(target, { start: false })));
  return withOperator(target, { mustHoldData: true }, async (operator) =>
    work(await deskOfDatabase(operator)),
  );
}
