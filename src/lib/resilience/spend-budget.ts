import type { Clock } from '../clock.ts';
import type { SharedState } from './shared-state.ts';

const DAY_MS = 86_400_000;
/** Sums are whole billionths of a dollar, because Redis adds whole numbers exactly. */
const UNITS = 1e9;

export interface Spending {
  capUsd: number;
  /** Of this UTC day, with what is reserved for calls that are under way. */
  spentUsd: number;
  /** Whether a call was refused today because it might have cost more than was left. */
  isReached: boolean;
  /** Milliseconds since the epoch: the next midnight UTC. */
  resetsAt: number;
}

/** What a call may cost, until it is known. */
export interface Reservation {
  /** Replaces the reserved amount by what the call cost, in US dollars. */
  settle(costUsd: number): Promise<void>;
}

/** A daily cap on what calls cost, for all isolates together. */
export interface SpendBudget {
  /**
   * Reserves what a call may cost at most; null if the day's sum would exceed the cap. While the state is this isolate's
   * own, because Redis is gone, the isolate counts on from the last sum it was told, and knows nothing of the others.
   */
  reserve(maxUsd: number): Promise<Reservation | null>;
  read(): Promise<Spending>;
}

/** The first moment of the UTC day after `now`. */
const nextMidnight = (now: number): number => (Math.floor(now / DAY_MS) + 1) * DAY_MS;

const keyAt = (now: number) => `spend:${new Date(now).toISOString().slice(0, 10)}`;
const reachedKey = (key: string) => `${key}:reached`;

/** Where the shared state keeps a day's spending, and how it is read, for who reads more of the state at once. */
export const storedSpending = {
  keys: (now: number): [sum: string, reached: string] => [keyAt(now), reachedKey(keyAt(now))],
  read: (sum: string | null, reached: string | null): Pick<Spending, 'spentUsd' | 'isReached'> => ({
    spentUsd: Number(sum ?? 0) / UNITS,
    isReached: reached !== null,
  }),
};

export function createSpendBudget(
  capUsd: number,
  { state, clock }: { state: SharedState; clock: Clock },
): SpendBudget {
  const bounds = { limit: Math.floor(capUsd * UNITS), ttlMs: 2 * DAY_MS };
  return {
    reserve: async (maxUsd) => {
      // A call that ends after midnight is of the day on which it began.
      const key = keyAt(clock.now());
      const reserved = Math.ceil(maxUsd * UNITS);
      const { added } = await state.addWithin(key, reserved, bounds);
      if (!added) {
        await state.set(reachedKey(key), '1', nextMidnight(clock.now()) - clock.now());
        return null;
      }
      return {
        settle: async (costUsd) => {
          await state.addWithin(key, Math.ceil(costUsd * UNITS) - reserved, bounds);
        },
      };
    },
    read: async () => {
      const names = storedSpending.keys(clock.now());
      const [sum, reached] = await Promise.all([state.get(names[0]), state.get(names[1])]);
      return {
        capUsd,
        ...storedSpending.read(sum, reached),
        resetsAt: nextMidnight(clock.now()),
      };
    },
  };
}
