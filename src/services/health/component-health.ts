import type { ServiceContext, Upstream } from '../../context.ts';
import type { StoppedRuns } from '../../db/queries/runs.ts';
import { describeError, isRefusedLogin } from '../../lib/errors.ts';
import type { BreakerState } from '../../lib/resilience/breaker.ts';
import { createKeyRefusals } from '../../lib/resilience/key-refusal.ts';
import { isoOrNull, type LastFailure, readModelHealth } from '../models/model-health.ts';
import type { ModelUpstream } from '../models/record-outcome.ts';

export interface ComponentHealth {
  status: 'ok' | 'degraded' | 'error' | 'off';
  latency_ms: number | null;
  breaker: BreakerState | null;
  next_try_at: string | null;
  detail: string | null;
  /** Only for models, and only within the last week. */
  last_success_at: string | null;
  last_failure_at: string | null;
  last_failure: LastFailure | null;
}

export type HealthContext = Pick<
  ServiceContext,
  | 'config'
  | 'sql'
  | 'replicas'
  | 'metricStore'
  | 'breaker'
  | 'clock'
  | 'log'
  | 'state'
  | 'spotify'
  | 'chatModels'
>;

export const OFF: ComponentHealth = {
  status: 'off',
  latency_ms: null,
  breaker: null,
  next_try_at: null,
  detail: null,
  last_success_at: null,
  last_failure_at: null,
  last_failure: null,
};
export const NOT_CONFIGURED: ComponentHealth = { ...OFF, detail: 'not configured' };

/** Runs one probe and measures its time; it is limited by the client's own timeout. */
export async function probe<T>(
  ctx: HealthContext,
  name: string,
  ask: () => Promise<T>,
): Promise<{ component: ComponentHealth; value: T | null }> {
  const started = ctx.clock.now();
  try {
    const value = await ask();
    return { component: { ...OFF, status: 'ok', latency_ms: ctx.clock.now() - started }, value };
  } catch (error) {
    ctx.log.warn('component does not answer', { component: name, error: describeError(error) });
    const detail = isRefusedLogin(error)
      ? 'refused: the password or token is not accepted'
      : 'does not answer';
    return {
      component: { ...OFF, status: 'error', latency_ms: ctx.clock.now() - started, detail },
      value: null,
    };
  }
}

/**
 * A source is judged by its breaker and by whether it accepted our key: a health request would use up its rate limit.
 */
export async function sourceHealth(
  ctx: HealthContext,
  name: Exclude<Upstream, ModelUpstream>,
  configured: boolean,
): Promise<ComponentHealth> {
  if (!configured) return NOT_CONFIGURED;
  const [{ state, nextTryAt }, refusal] = await Promise.all([
    ctx.breaker(name).status(),
    createKeyRefusals(name, ctx).read(),
  ]);
  const standing = { ...OFF, breaker: state, next_try_at: isoOrNull(nextTryAt) };
  if (refusal !== null) {
    const { at, status } = refusal;
    const message = `our key was refused with HTTP ${status}`;
    const failure = {
      last_failure_at: isoOrNull(at),
      last_failure: { code: 'UNAUTHORISED', status, message },
    };
    return { ...standing, ...failure, status: 'error', detail: `refused: HTTP ${status}` };
  }
  return state === 'closed'
    ? { ...standing, status: 'ok' }
    : { ...standing, status: 'degraded', detail: 'circuit open after failures' };
}

/** A model is judged by its breaker and by the outcome of its last calls. */
export async function modelHealth(
  ctx: HealthContext,
  upstream: ModelUpstream,
  model: string | null,
): Promise<ComponentHealth> {
  if (model === null) return NOT_CONFIGURED;
  const { state, ...rest } = await readModelHealth(ctx, { upstream, model });
  const status = { ready: 'ok', circuit_open: 'degraded', refused: 'error' } as const;
  const detail = {
    ready: null,
    circuit_open: 'circuit open after failures',
    refused: `refused: HTTP ${rest.last_failure?.status ?? 'unknown'}`,
  };
  return { ...OFF, ...rest, status: status[state], detail: detail[state] };
}

/** A feature that Spotify refuses to this application is reported as off, not as a fault. */
export async function spotifyFeature(
  ctx: HealthContext,
  offReason: (spotify: NonNullable<HealthContext['spotify']>) => Promise<string | null>,
  instead: string,
): Promise<ComponentHealth> {
  if (ctx.spotify === null) return NOT_CONFIGURED;
  const reason = await offReason(ctx.spotify);
  if (reason === null) return { ...OFF, status: 'ok' };
  return { ...OFF, detail: `refused by Spotify (${reason}); ${instead}` };
}

/** Runs that were stopped because one song after another failed in the same way, usually because the site changed. */
export function songPages(stopped: StoppedRuns | null | undefined): ComponentHealth {
  if (stopped === undefined) return { ...OFF, detail: 'unknown: the database does not answer' };
  if (stopped === null) return { ...OFF, status: 'ok' };
  return { ...OFF, status: 'degraded', detail: `Runs that were stopped: ${stopped.runs}. ${stopped.reason}` };
}

/** A model whose weights are part of the Worker. */
export const COMMITTED: ComponentHealth = { ...OFF, status: 'ok' };

/** Number of configured models that are ready. */
export function modelsReady(models: readonly ComponentHealth[]): { ready: number; of: number } {
  const configured = models.filter(({ status }) => status !== 'off');
  return { ready: configured.filter(({ status }) => status === 'ok').length, of: configured.length };
}
