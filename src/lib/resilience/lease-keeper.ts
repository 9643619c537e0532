/** Renews leases while the work under them runs; all held leases are renewed together. */
export interface LeaseKeeper<T> {
  hold<R>(lease: T, work: () => Promise<R>): Promise<R>;
}

export interface LeaseKeeperOptions<T> {
  everyMs: number;
  /** Work that takes longer is considered hung: its lease is no longer renewed. */
  longestMs: number;
  /** Failures are ignored: a lease lasts long enough for more than one renewal. */
  renew: (leases: readonly T[]) => Promise<unknown>;
}

/** A keeper for one invocation: it beats only while a lease is held. */
export function createLeaseKeeper<T>({ everyMs, longestMs, renew }: LeaseKeeperOptions<T>): LeaseKeeper<T> {
  const held = new Map<T, number>();
  let timer: ReturnType<typeof setInterval> | null = null;
  let isRenewing = false;

  const beat = async () => {
    const oldest = Date.now() - longestMs;
    const leases = [...held].filter(([, since]) => since > oldest).map(([lease]) => lease);
    if (isRenewing || leases.length === 0) return;
    isRenewing = true;
    try {
      await renew(leases);
    } catch {
      // The next beat retries.
    } finally {
      isRenewing = false;
    }
  };

  return {
    hold: async (lease, work) => {
      held.set(lease, Date.now());
      timer ??= setInterval(() => void beat(), everyMs);
      try {
        return await work();
      } finally {
        held.delete(lease);
        if (held.size === 0 && timer !== null) {
          clearInterval(timer);
          timer = null;
        }
      }
    },
  };
}
