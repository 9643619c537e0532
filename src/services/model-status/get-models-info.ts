import type { ServiceContext } from '../../context.ts';
import type { MetricName } from '../../lib/metrics/definitions.ts';
import { VERSION } from '../../lib/version.ts';
import { PROMPT_VERSION } from '../../llm/prompts/analysis-v2.ts';
import { VERSE_PROMPT_VERSION } from '../../llm/prompts/verse-v1.ts';
import { QUALITY_MODEL } from '../../ml/quality/quality-model.ts';
import { ANALYZERS } from '../analysis/analyzers/registry.ts';
import { type Series, selectSeries, sumOf } from '../metrics/series.ts';
import { readModelHealth } from '../models/model-health.ts';
import type { ModelPlace } from '../models/record-outcome.ts';
import { tellEvidence } from '../quality/tell-evidence.ts';
import { readTrendState } from '../trends/trend-state.ts';
import { modelFigures, readFigures } from './model-figures.ts';

export interface Capability {
  capability: string;
  /** The component that answers for it; null if there is none. */
  by: string | null;
  state: 'ready' | 'circuit_open' | 'refused' | 'off' | 'not_available';
  detail: string | null;
  prompt_version: string | null;
  /** Mean over all answers so far; null without a measurement. */
  tokens_per_request: number | null;
  cost_per_1000_requests_usd: number | null;
  /** What it was made from; null unless it is made by a build or a training of our own. */
  build: ModelBuild | null;
}

export interface ModelBuild {
  version: string;
  /** Of the data that it was made from. */
  data_hash: string;
  built_at: string;
  /** As it was measured when it was made, by name. */
  metrics: Record<string, unknown>;
}

type Context = Pick<
  ServiceContext,
  'chatModels' | 'embedder' | 'engineVersion' | 'breaker' | 'metricStore' | 'log' | 'clock' | 'state' | 'sql'
>;

type ModelState = Pick<Capability, 'state' | 'detail'>;

/** What several capabilities are told from. */
interface Known {
  series: readonly Series[];
  stateOf: (place: ModelPlace) => Promise<ModelState>;
}

const NOTHING: Omit<Capability, 'capability' | 'state'> = {
  by: null,
  detail: null,
  prompt_version: null,
  tokens_per_request: null,
  cost_per_1000_requests_usd: null,
  build: null,
};

/** For each published capability: what answers for it, its state, and the cost of a request. */
export async function getModelsInfo(ctx: Context) {
  const series = await readFigures(ctx, () => ctx.metricStore.read());
  const known: Known = { series, stateOf: stateReader(ctx) };
  const capabilities = await Promise.all([
    chatCapability(ctx, known),
    engineCapability(ctx),
    embedderCapability(ctx, known),
    writingCapability(ctx, known, 'generation'),
    writingCapability(ctx, known, 'style_transfer'),
    qualityCapability(),
    trendCapability(ctx),
  ]);
  return {
    version: VERSION,
    analyzers: ANALYZERS.map(({ type, summary }) => ({ type, summary })),
    capabilities,
    timestamp: new Date(ctx.clock.now()).toISOString(),
  };
}

async function chatCapability(ctx: Context, { series, stateOf }: Known): Promise<Capability> {
  const [model] = ctx.chatModels;
  if (model === undefined) {
    const detail = 'No language model is configured; the engine answers.';
    return { capability: 'qwen', ...NOTHING, state: 'off', detail };
  }
  const { calls, errors, tokens, cost_usd } = modelFigures(series, model.name);
  const answers = (calls ?? 0) - (errors ?? 0);
  const perAnswer = (amount: number | null) => (amount === null || answers === 0 ? null : amount / answers);
  const cost = perAnswer(cost_usd);
  return {
    capability: 'qwen',
    ...NOTHING,
    by: model.chat.model,
    ...(await stateOf({ upstream: model.name, model: model.chat.model })),
    prompt_version: PROMPT_VERSION,
    tokens_per_request: perAnswer(tokens === null ? null : tokens.prompt + tokens.completion),
    cost_per_1000_requests_usd: cost === null ? null : cost * 1000,
  };
}

function engineCapability(ctx: Context): Capability {
  const detail = 'No tokens and no charge.';
  return {
    capability: 'engine',
    ...NOTHING,
    by: ctx.engineVersion,
    state: 'ready',
    detail,
    tokens_per_request: 0,
    cost_per_1000_requests_usd: 0,
  };
}

async function embedderCapability(ctx: Context, { stateOf }: Known): Promise<Capability> {
  const model = ctx.embedder?.model ?? null;
  if (model === null) {
    const detail = 'No embedding model is configured; songs are found by words.';
    return { capability: 'embedder', ...NOTHING, state: 'off', detail };
  }
  return {
    capability: 'embedder',
    ...NOTHING,
    by: model,
    ...(await stateOf({ upstream: 'embeddings', model })),
  };
}

/** The model that writes, or the composer, and what either has written so far. */
async function writingCapability(
  ctx: Context,
  { series, stateOf }: Known,
  capability: 'generation' | 'style_transfer',
): Promise<Capability> {
  const [model] = ctx.chatModels;
  const labels = { kind: capability };
  const written = selectSeries(series, 'barline_writings_total', labels);
  const total = sumOf(written);
  const byModel = sumOf(selectSeries(written, 'barline_writings_total', { writer: 'qwen' }));
  const sum = (name: MetricName): number | null => {
    const found = selectSeries(series, name, labels);
    return found.length === 0 || total === 0 ? null : sumOf(found) / total;
  };
  const [tokens, cost] = [
    sum('barline_writing_tokens_total'),
    sum('barline_writing_cost_microdollars_total'),
  ];
  const wrote = `${byModel} texts written by the model, ${total - byModel} by the composer.`;
  const state =
    model === undefined
      ? { state: 'ready' as const, detail: null }
      : await stateOf({ upstream: model.name, model: model.chat.model });
  return {
    capability,
    ...NOTHING,
    by: model?.chat.model ?? 'composer',
    state: state.state,
    detail: [state.detail, total === 0 ? null : wrote].filter((one) => one !== null).join(' ') || null,
    prompt_version: model === undefined ? null : VERSE_PROMPT_VERSION,
    tokens_per_request: model === undefined ? 0 : tokens,
    cost_per_1000_requests_usd: model === undefined ? 0 : cost === null ? null : cost / 1000,
  };
}

/** Its weights are part of the Worker. */
function qualityCapability(): Capability {
  const { version, built_at, data, metrics } = QUALITY_MODEL;
  return {
    capability: 'quality_predictor',
    ...NOTHING,
    by: version,
    state: 'ready',
    detail: tellEvidence(QUALITY_MODEL),
    tokens_per_request: 0,
    cost_per_1000_requests_usd: 0,
    build: { version, data_hash: data.hash, built_at, metrics },
  };
}

/** The methods, and the series that the schedule built last. */
async function trendCapability(ctx: Context): Promise<Capability> {
  const { version, state, detail, build } = await readTrendState(ctx);
  return {
    capability: 'trend_analyzer',
    ...NOTHING,
    by: version,
    state,
    detail,
    tokens_per_request: 0,
    cost_per_1000_requests_usd: 0,
    build,
  };
}

/** Reads each model once, however many capabilities it stands behind: what is read is billed by the command. */
function stateReader(ctx: Context): Known['stateOf'] {
  const read = new Map<string, Promise<ModelState>>();
  return (place) => {
    const state = read.get(place.upstream) ?? readState(ctx, place);
    read.set(place.upstream, state);
    return state;
  };
}

async function readState(ctx: Context, place: ModelPlace): Promise<ModelState> {
  const { state, last_failure: failure } = await readModelHealth(ctx, place);
  const detail = {
    ready: null,
    circuit_open: 'It failed and is tried again later.',
    refused: `It refuses us (HTTP ${failure?.status ?? 'unknown'}): its key, account or name is not accepted.`,
  };
  return { state, detail: detail[state] };
}
