import { missingParts } from '../../config.ts';
import type { ServiceContext, Upstream } from '../../context.ts';
import { readHealth } from '../../db/queries/health.ts';
import type { StoppedRuns } from '../../db/queries/runs.ts';
import { describeError } from '../../lib/errors.ts';
import { cacheCounts } from '../../lib/metrics/cache-counts.ts';
import { readSeries } from '../../lib/metrics/series.ts';
import type { BreakerState } from '../../lib/resilience/breaker.ts';
import { VERSION } from '../../lib/version.ts';
import { toStepHealth } from '../schedule/step-health.ts';
import { STEP_NAMES } from '../schedule/steps.ts';

export interface ComponentHealth {
  status: 'ok' | 'degraded' | 'error' | 'off';
  latency_ms: number | null;
  breaker: BreakerState | null;
  next_try_at: string | null;
  detail: string | null;
}

type Context = Pick<
  ServiceContext,
  'config' | 'sql' | 'metricStore' | 'breaker' | 'clock' | 'log' | 'state' | 'spotify'
>;

const OFF: ComponentHealth = {
  status: 'off',
  latency_ms: null,
  breaker: null,
  next_try_at: null,
  detail: null,
};

interface Probe<T> {
  component: ComponentHealth;
  value: T | null;
}

/** Runs one probe and times it; the clients' own timeouts bound it. */
async function probe<T>(ctx: Context, name: string, ask: () => Promise<T>): Promise<Probe<T>> {
  const started = ctx.clock.now();
  try {
    const value = await ask();
    const component = { ...OFF, status: 'ok' as const, latency_ms: ctx.clock.now() - started };
    return { component, value };
  } catch (error) {
    ctx.log.warn('component does not answer', { component: name, error: describeError(error) });
    const component = { ...OFF, status: 'error' as const, latency_ms: ctx.clock.now() - started };
    return { component: { ...component, detail: 'does not answer' }, value: null };
  }
}

/** An upstream is judged by its breaker: asking it for its health would spend its rate. */
async function upstream(ctx: Context, name: Upstream, configured: boolean): Promise<ComponentHealth> {
  if (!configured) return { ...OFF, detail: 'not configured' };
  const { state, nextTryAt } = await ctx.breaker(name).status();
  return {
    ...OFF,
    status: state === 'closed' ? 'ok' : 'degraded',
    breaker: state,
    next_try_at: nextTryAt === null ? null : new Date(nextTryAt).toISOString(),
    detail: state === 'closed' ? null : 'circuit open after failures',
  };
}

/** A feature that Spotify refuses this application is off, which is no fault. */
async function spotifyFeature(
  ctx: Context,
  offReason: (spotify: NonNullable<Context['spotify']>) => Promise<string | null>,
  instead: string,
): Promise<ComponentHealth> {
  if (ctx.spotify === null) return { ...OFF, detail: 'not configured' };
  const reason = await offReason(ctx.spotify);
  if (reason === null) return { ...OFF, status: 'ok' };
  return { ...OFF, detail: `refused by Spotify (${reason}); ${instead}` };
}

/** Runs that were stopped since song after song failed in one way: a site that was rebuilt. */
function songPages(stopped: StoppedRuns | null | undefined): ComponentHealth {
  if (stopped === undefined) return { ...OFF, detail: 'the database does not say' };
  if (stopped === null) return { ...OFF, status: 'ok' };
  return { ...OFF, status: 'degraded', detail: `Runs that were stopped: ${stopped.runs}. ${stopped.reason}` };
}

/** Of the models that are configured, of how many the circuit is closed. */
function modelsReady(models: readonly ComponentHealth[]): { ready: number; of: number } {
  const configured = models.filter(({ status }) => status !== 'off');
  return { ready: configured.filter(({ status }) => status === 'ok').length, of: configured.length };
}

/**
 * The state of every component, measured now. The database is probed by the counts that are shown; a missing
 * database is an error, anything else that is down is a degradation, a model that is not configured is neither.
 */
export async function getHealth(ctx: Context) {
  const { config } = ctx;
  const off = Promise.resolve({ component: { ...OFF, detail: 'not configured' }, value: null });
  const [
    database,
    redis,
    geniusApi,
    geniusWeb,
    spotify,
    searches,
    features,
    reccobeats,
    llm,
    fallback,
    embeddings,
  ] = await Promise.all([
    config.database === null ? off : probe(ctx, 'database', () => readHealth(ctx.sql, STEP_NAMES)),
    config.redis === null ? off : probe(ctx, 'redis', () => ctx.metricStore.readLastHour()),
    upstream(ctx, 'genius-api', config.genius.token !== null),
    upstream(ctx, 'genius-web', true),
    upstream(ctx, 'spotify', config.spotify !== null),
    spotifyFeature(ctx, (source) => source.searchOff(), 'only linked songs are found'),
    spotifyFeature(ctx, (source) => source.audioFeaturesOff(), 'ReccoBeats stands in'),
    upstream(ctx, 'reccobeats', config.spotify !== null),
    upstream(ctx, 'llm', config.llm !== null),
    upstream(ctx, 'llm-fallback', (config.llm?.fallback ?? null) !== null),
    upstream(ctx, 'embeddings', config.embeddings !== null),
  ]);
  const components = {
    database: database.component,
    redis: redis.component,
    genius_api: geniusApi,
    genius_web: geniusWeb,
    song_pages: songPages(database.value?.stopped),
    spotify,
    spotify_search: searches,
    spotify_audio_features: features,
    reccobeats,
    model: llm,
    model_fallback: fallback,
    embeddings,
  };
  const missing = missingParts(config).flatMap((part) => part.variables);
  const faulty = config.faults.map((fault) => fault.name);
  const weak = Object.values(components).some(({ status }) => status === 'error' || status === 'degraded');
  const schedule = (database.value?.steps ?? []).map((row) => toStepHealth(row, ctx.clock.now()));
  const stepFailed = schedule.some(({ state }) => state === 'failed' || state === 'cut_off');
  const databaseGone = database.component.status !== 'ok';
  return {
    status: databaseGone
      ? ('error' as const)
      : weak || stepFailed || missing.length + faulty.length > 0
        ? ('degraded' as const)
        : ('healthy' as const),
    version: VERSION,
    environment: config.environment,
    timestamp: new Date(ctx.clock.now()).toISOString(),
    components,
    content: database.value?.content ?? null,
    schedule,
    cache_hit_rate_last_hour: redis.value === null ? null : cacheCounts(readSeries(redis.value)).hit_rate,
    models_ready: modelsReady([llm, fallback, embeddings]),
    missing,
    faulty,
  };
}
