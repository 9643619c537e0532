import type { Sql } from '../../db/client.ts';
import { type ItemLease, renewItemLeases } from '../../db/queries/batch-items.ts';
import { createLeaseKeeper, type LeaseKeeper } from '../../lib/resilience/lease-keeper.ts';

/** How soon the item of a dead Worker can be claimed again; a live Worker renews it three times in that span. */
export const ITEM_LEASE_MS = 12_000;
/** Upper limit: no item takes this long. */
const LONGEST_MS = 3 * 60_000;

// An invocation has its own client and therefore its own keeper: one statement renews all leases it holds.
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
