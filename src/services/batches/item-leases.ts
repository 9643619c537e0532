import type { Sql } from '../../db/client.ts';
import { type ItemLease, renewItemLeases } from '../../db/queries/batch-items.ts';
import { createLeaseKeeper, type LeaseKeeper } from '../../lib/resilience/lease-keeper.ts';

/** How soon the item of a Worker that died is taken up; while it lives it renews this three times over. */
export const ITEM_LEASE_MS = 12_000;
/** No item takes as long. */
const LONGEST_MS = 3 * 60_000;

// An invocation has a client of its own, and so a keeper of its own: one statement renews all that it works on.
const keepers = new WeakMap<Sql, LeaseKeeper<ItemLease>>();

/** Works on a claimed item while its lease is renewed. */
export function holdItem<R>(sql: Sql, lease: ItemLease, work: () => Promise<R>): Promise<R> {
  let keeper = keepers.get(sql);
  if (keeper === undefined) {
    keeper = createLeaseKeeper<ItemLease>({
      everyMs: ITEM_LEASE_MS / 3,
      longestMs: LONGEST_MS,
      renew: (leases) => renewItemLeases(sql, { leases, leaseMs: ITEM_LEASE_MS }),
    });
    keepers.set(sql, keeper);
  }
  return keeper.hold(lease, work);
}
