import type { ModelPrice } from '../../../src/config.ts';
import { costUsd } from '../../../src/services/models/model-cost.ts';
import type { Asked } from '../evaluate/answer-file.ts';
import type { AnalyzerScores } from '../evaluate/compare-analyzers.ts';
import type { Estimate } from '../statistics/cluster-bootstrap.ts';
import type { ListPrice } from './list-prices.ts';

/** Mean tokens of one song. */
export interface SongTokens {
  prompt: number;
  completion: number;
}

/** Where the tokens of a row come from. */
export type TokenSource = 'measured' | 'measured with other models' | 'estimated from the prompt';

/** A model, or the engine, by what a thousand songs cost and how well it agrees with the targets. */
export interface MatrixRow {
  name: string;
  /** Null: the engine. */
  model: string | null;
  /** False: only its price is known. */
  called: boolean;
  /** Share of the songs that got an answer, 0-1; null if it was not called. */
  success_rate: number | null;
  /** Of the sentiment score, -1 to 1; null if it was not called or allows no headline figure. */
  mae: Estimate | null;
  spearman: Estimate | null;
  sentiment_macro_f1: number | null;
  /** Why there is no headline figure. */
  refused: string[];
  /** How often the model gave each reason for having no answer, the most frequent first. */
  errors: { error: string; songs: number }[];
  tokens: (SongTokens & { from: TokenSource }) | null;
  /** US dollars for a thousand songs; null where tokens or price are unknown. */
  cost_per_1000_usd: number | null;
  price: (ModelPrice & { from: string; as_of: string | null }) | null;
  /** Whether no other called row is at least as cheap and errs less. */
  on_frontier: boolean;
}

/** One called analyser of the matrix. */
export interface CalledModel {
  /** Its name in the answers. */
  analyzer: string;
  name: string;
  model: string | null;
  /** By LLM_PRICES. */
  price: ModelPrice | null;
}

export interface MatrixInput {
  called: readonly CalledModel[];
  scores: readonly AnalyzerScores[];
  answers: readonly Asked[];
  listPrices: readonly ListPrice[];
  /** What a song would take if no model was called. */
  estimate: SongTokens;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Mean over first answers whose server counted them; null without one. */
function tokensOf(answers: readonly Asked[]): SongTokens | null {
  const counted = answers.flatMap(({ repeat, tokens, prompt_tokens }) =>
    repeat === 1 && tokens !== null && prompt_tokens !== null ? [{ tokens, prompt: prompt_tokens }] : [],
  );
  if (counted.length === 0) return null;
  const prompt = meanOf(counted.map((one) => one.prompt));
  return { prompt, completion: meanOf(counted.map(({ tokens }) => tokens)) - prompt };
}

function errorsOf(answers: readonly Asked[]): MatrixRow['errors'] {
  const groups = Map.groupBy(
    answers.flatMap(({ error }) => error ?? []),
    (error) => error,
  );
  return [...groups]
    .map(([error, { length }]) => ({ error, songs: length }))
    .sort((a, b) => b.songs - a.songs || (a.error < b.error ? -1 : 1));
}

const perThousand = (tokens: SongTokens, price: ModelPrice): number => (costUsd(tokens, price) ?? 0) * 1000;

function priceOf({ model, price }: CalledModel, list: readonly ListPrice[]): MatrixRow['price'] {
  if (price !== null) return { ...price, from: 'LLM_PRICES', as_of: null };
  const listed = list.find((one) => one.model === model);
  return listed === undefined ? null : listPriceOf(listed);
}

const listPriceOf = ({ prompt, completion, page, as_of }: ListPrice): NonNullable<MatrixRow['price']> => ({
  prompt,
  completion,
  from: page,
  as_of,
});

function calledRow(one: CalledModel, input: MatrixInput): MatrixRow {
  const scores = input.scores.find(({ analyzer }) => analyzer === one.analyzer);
  const answers = input.answers.filter(({ analyzer }) => analyzer === one.analyzer);
  const tokens = tokensOf(answers);
  const price = priceOf(one, input.listPrices);
  const isFree = one.model === null;
  return {
    name: one.name,
    model: one.model,
    called: true,
    success_rate: scores?.success_rate ?? 0,
    mae: scores?.headline?.scores.mae ?? null,
    spearman: scores?.headline?.scores.spearman ?? null,
    sentiment_macro_f1: scores?.sentiment_macro_f1 ?? null,
    refused: scores?.refused ?? ['it was not asked'],
    errors: errorsOf(answers),
    tokens: tokens === null ? null : { ...tokens, from: 'measured' },
    cost_per_1000_usd: isFree ? 0 : tokens === null || price === null ? null : perThousand(tokens, price),
    price,
    on_frontier: false,
  };
}

function listedRow(listed: ListPrice, tokens: NonNullable<MatrixRow['tokens']>): MatrixRow {
  const price = listPriceOf(listed);
  return {
    name: `${listed.model} (${listed.provider})`,
    model: listed.model,
    called: false,
    success_rate: null,
    mae: null,
    spearman: null,
    sentiment_macro_f1: null,
    refused: [],
    errors: [],
    tokens,
    cost_per_1000_usd: perThousand(tokens, price),
    price,
    on_frontier: false,
  };
}

/** Whether no other called row is at least as cheap and errs less. */
function isOnFrontier(row: MatrixRow, rows: readonly MatrixRow[]): boolean {
  const [cost, error] = [row.cost_per_1000_usd, row.mae?.value ?? null];
  if (cost === null || error === null) return false;
  return !rows.some((other) => {
    const [otherCost, otherError] = [other.cost_per_1000_usd, other.mae?.value ?? null];
    return otherCost !== null && otherError !== null && otherCost <= cost && otherError < error;
  });
}

/**
 * Called models with their measured quality and cost, then models of the price list that were not called, at the tokens of the
 * called ones. Cheapest first within both.
 */
export function costMatrix(input: MatrixInput): MatrixRow[] {
  const called = input.called.map((one) => calledRow(one, input));
  const known = called.flatMap(({ tokens }) => tokens ?? []);
  const mean: NonNullable<MatrixRow['tokens']> =
    known.length === 0
      ? { ...input.estimate, from: 'estimated from the prompt' }
      : {
          prompt: meanOf(known.map(({ prompt }) => prompt)),
          completion: meanOf(known.map(({ completion }) => completion)),
          from: 'measured with other models',
        };
  const names = new Set(called.map(({ model }) => model));
  const listed = input.listPrices.filter(({ model }) => !names.has(model)).map((one) => listedRow(one, mean));
  const byCost = (a: MatrixRow, b: MatrixRow): number =>
    (a.cost_per_1000_usd ?? Number.POSITIVE_INFINITY) - (b.cost_per_1000_usd ?? Number.POSITIVE_INFINITY) ||
    (a.name < b.name ? -1 : 1);
  return [
    ...called.map((row) => ({ ...row, on_frontier: isOnFrontier(row, called) })).sort(byCost),
    ...listed.sort(byCost),
  ];
}
