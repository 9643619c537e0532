import type { SharedState } from '../../lib/resilience/shared-state.ts';
import { SourceError } from '../../lib/source-error.ts';

/** A refused feature is tried again after this time, in case the application's rights have changed. */
export const FEATURE_OFF_MS = 24 * 60 * 60 * 1000;

/** Features of a source that this application may be refused; refusals are stored and are not errors. */
export interface FeatureFlags {
  /** Why the feature is off, or null while it is on. */
  offReason(feature: string): Promise<string | null>;
  turnOff(feature: string, reason: string): Promise<void>;
}

export function createFeatureFlags(state: SharedState): FeatureFlags {
  const key = (feature: string): string => `feature-off:${feature}`;
  return {
    offReason: (feature) => state.get(key(feature)),
    turnOff: (feature, reason) => state.set(key(feature), reason, FEATURE_OFF_MS),
  };
}

/** Runs `use` while the feature is on; null if it is off or is refused now. */
export async function useFeature<T>(
  flags: FeatureFlags,
  feature: string,
  use: () => Promise<T>,
): Promise<T | null> {
  if ((await flags.offReason(feature)) !== null) return null;
  try {
    return await use();
  } catch (error) {
    if (!(error instanceof SourceError) || error.kind !== 'feature_unavailable') throw error;
    await flags.turnOff(feature, error.message);
    return null;
  }
}
