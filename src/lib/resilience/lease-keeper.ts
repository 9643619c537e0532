/** Renews leases for as long as the work under them goes on, all that are held together. */
export interface LeaseKeeper<T> {
  hold<R>(lease: T, work: () => Promise<R>): Promise<R>;
}

export interface LeaseKeeperOptions<T> {
  everyMs: number;
  /** Work that takes longer than this hangs: its lease is let go. */
  longestMs: number;
  /** A failure is not heard: a lease has time for more than one renewal. */
  renew: (leases: readonly T[]) => Promise<unknown>;
}

/** A keeper for one invocation: it beats only while something is held. */
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
      // The next beat tries again.
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
