import { MAX_AGE_MS } from '../../db/queries/heartbeat.ts';
import type { ReplicaLag } from '../replicas/replica-lags.ts';

export interface ReplicaHealth {
  region: string;
  status: 'ok' | 'degraded' | 'error';
  /** How old its answers may be; null: unknown. */
  lag_ms: number | null;
  latency_ms: number;
  detail: string | null;
}

/** A replica is read while it is at most a second behind. */
export function toReplicaHealth({ region, isUp, ageMs, latencyMs }: ReplicaLag): ReplicaHealth {
  const lag_ms = ageMs === null ? null : Math.round(ageMs);
  const common = { region, lag_ms, latency_ms: latencyMs };
  if (!isUp) return { ...common, status: 'error', detail: 'does not answer; the primary is read' };
  if (ageMs === null)
    return {
      ...common,
      status: 'degraded',
      detail: 'has no beat of the primary: the cron of every minute writes it',
    };
  return ageMs <= MAX_AGE_MS
    ? { ...common, status: 'ok', detail: null }
    : {
        ...common,
        status: 'degraded',
        detail: 'is behind, or the primary does not beat; the primary is read',
      };
}
