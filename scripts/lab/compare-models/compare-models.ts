import type { ServiceContext } from '../../../src/context.ts';
import { CommandError } from '../../explain.ts';
import type { Sample } from '../dataset/candidate.ts';
import { analyzerOn } from '../evaluate/ask-directly.ts';
import { askOnce } from '../evaluate/ask-once.ts';
import { compareAnalyzers } from '../evaluate/compare-analyzers.ts';
import { type CalledModel, costMatrix, type MatrixRow } from './cost-matrix.ts';
import { estimateSongTokens } from './estimate-tokens.ts';
import type { ListPrice } from './list-prices.ts';

export interface CompareOptions {
  /** The songs that every model is asked about. */
  samples: readonly Sample[];
  /** Names of models at the server of LLM_BASE_URL, beside the configured ones. */
  models: readonly string[];
  listPrices: readonly ListPrice[];
  /** Where answers are kept as they come. */
  answersFile: string;
  onAnswer?: (done: number, all: number) => void;
}

export interface ModelComparison {
  songs: number;
  /** Milliseconds of the calls by row name; they differ between runs. */
  latency_ms: Record<string, { p50: number; p95: number }>;
  rows: MatrixRow[];
}

const ENGINE: CalledModel = { analyzer: 'algorithmic', name: 'engine (no model)', model: null, price: null };

/** The engine, the configured models and those that are named, each once. */
function calledModels({ chatModels, config }: ServiceContext, named: readonly string[]): CalledModel[] {
  if (chatModels.length === 0 && named.length > 0)
    throw new CommandError('No language model is configured: set LLM_BASE_URL, LLM_API_KEY and LLM_MODEL.');
  const prices = config.llm?.prices ?? {};
  const names = [...new Set([...chatModels.map(({ chat }) => chat.model), ...named])];
  const models = names.map((model, at) => ({
    // The first is what `qwen` asks, so that its answers are those of an evaluation in the same run.
    analyzer: at === 0 ? 'qwen' : analyzerOn('qwen', model),
    name: model,
    model,
    price: Object.hasOwn(prices, model) ? (prices[model] ?? null) : null,
  }));
  return [ENGINE, ...models];
}

/** Asks the engine and every model about the songs, and sets error against cost, with the price list for the others. */
export async function compareModels(ctx: ServiceContext, options: CompareOptions): Promise<ModelComparison> {
  const { samples, models, listPrices, answersFile, onAnswer } = options;
  const called = calledModels(ctx, models);
  const analyzers = called.map(({ analyzer }) => analyzer);
  const answers = await askOnce(ctx, samples, { analyzers, answersFile, onAnswer });
  const { analyzers: scores } = compareAnalyzers(samples, answers);
  const rows = costMatrix({ called, scores, answers, listPrices, estimate: estimateSongTokens(samples) });
  const latency = called.flatMap(({ analyzer, name }) => {
    const own = scores.find((one) => one.analyzer === analyzer)?.latency_ms ?? null;
    return own === null ? [] : [[name, own] as const];
  });
  return { songs: samples.length, latency_ms: Object.fromEntries(latency), rows };
}
