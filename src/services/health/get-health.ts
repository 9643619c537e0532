import type { ServiceContext } from '../../context.ts';
import { readHealth } from '../../db/queries/health.ts';
import { requireScope } from '../../lib/rbac.ts';
import { VERSION } from '../../lib/version.ts';
import { cacheCounts } from '../metrics/cache-counts.ts';
import { readSeries } from '../metrics/series.ts';
import { readReplicaLags } from '../replicas/replica-lags.ts';
import { toStepHealth } from '../schedule/step-health.ts';
import { STEP_NAMES } from '../schedule/steps.ts';
import {
  COMMITTED,
  type HealthContext,
  modelHealth,
  modelsReady,
  NOT_CONFIGURED,
  probe,
  songPages,
  sourceHealth,
  spotifyFeature,
} from './component-health.ts';
import { readModelSpend, withSpend } from './model-spend.ts';
import { probeUpstreams } from './probe-upstreams.ts';
import { toReplicaHealth } from './replica-health.ts';

/** Like `getHealth`, but first sends one request to each upstream, which costs rate and money: administrators only. */
export async function probeHealth(ctx: ServiceContext) {
  requireScope(ctx.actor, 'operations:write');
  const probes = await probeUpstreams(ctx);
  const health = await getHealth(ctx);
  const failed = health.status === 'healthy' && probes.some(({ status }) => status === 'error');
  return { ...health, status: failed ? ('degraded' as const) : health.status, probes };
}

/**
 * The state of every component, measured now. The counts shown also serve as the probe of the database. A missing
 * database is an error, anything else that is down is a degradation, and a model that is not configured is neither.
 */
export async function getHealth(ctx: HealthContext) {
  const { config } = ctx;
  const off = Promise.resolve({ component: NOT_CONFIGURED, value: null });
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
    spend,
    lags,
  ] = await Promise.all([
    config.database === null ? off : probe(ctx, 'database', () => readHealth(ctx.sql, STEP_NAMES)),
    config.redis === null ? off : probe(ctx, 'redis', () => ctx.metricStore.readLastHour()),
    sourceHealth(ctx, 'genius-api', config.genius.token !== null),
    sourceHealth(ctx, 'genius-web', true),
    sourceHealth(ctx, 'spotify', config.spotify !== null),
    spotifyFeature(ctx, (source) => source.searchOff(), 'only linked songs are found'),
    spotifyFeature(ctx, (source) => source.audioFeaturesOff(), 'ReccoBeats is used instead'),
    sourceHealth(ctx, 'reccobeats', config.spotify !== null),
    modelHealth(ctx, 'llm', config.llm?.model ?? null),
    modelHealth(ctx, 'llm-fallback', config.llm?.fallback?.model ?? null),
    modelHealth(ctx, 'embeddings', config.embeddings?.model ?? null),
    readModelSpend(ctx),
    readReplicaLags(ctx),
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
    model: withSpend(llm, spend),
    model_fallback: withSpend(fallback, spend),
    embeddings,
  };
  const missing = [...config.missing];
  const faulty = config.faults.map((fault) => fault.name);
  const replicas = lags.map(toReplicaHealth);
  const weak = [...Object.values(components), ...replicas].some(
    ({ status }) => status === 'error' || status === 'degraded',
  );
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
    replicas,
    content: database.value?.content ?? null,
    schedule,
    cache_hit_rate_last_hour: redis.value === null ? null : cacheCounts(readSeries(redis.value)).hit_rate,
    // The last two are the quality model's and the trend analyser's, which reads everything from the database.
    model_spend: spend,
    models_ready: modelsReady([llm, fallback, embeddings, COMMITTED, database.component]),
    missing,
    faulty,
  };
}
