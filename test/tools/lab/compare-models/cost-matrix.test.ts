import { describe, expect, it } from 'vitest';
import { costMatrix, type MatrixInput } from '../../../../scripts/lab/compare-models/cost-matrix.ts';
import { describeMatrix } from '../../../../scripts/lab/compare-models/describe-matrix.ts';
import { readListPrices } from '../../../../scripts/lab/compare-models/list-prices.ts';
import type { Asked } from '../../../../scripts/lab/evaluate/answer-file.ts';
import type { AnalyzerScores } from '../../../../scripts/lab/evaluate/compare-analyzers.ts';

const answer = (analyzer: string, change: Partial<Asked> = {}): Asked => ({
  id: 'song',
  analyzer,
  repeat: 1,
  sentiment_score: 0.1,
  sentiment: 'mixed',
  confidence: 0.5,
  cached: false,
  tokens: 3000,
  prompt_tokens: 2000,
  cost_usd: null,
  ms: 1,
  error: null,
  ...change,
});

const scores = (analyzer: string, mae: number | null): AnalyzerScores => ({
  analyzer,
  success_rate: 1,
  sentiment_macro_f1: 0.5,
  tokens: null,
  cost_usd: null,
  latency_ms: null,
  repeats: null,
  refused: mae === null ? ['too few rows'] : [],
  rows: 40,
  answered: 40,
  failed: 0,
  artists: 8,
  headline:
    mae === null
      ? null
      : {
          scores: {
            mae: { value: mae, interval: [mae - 0.05, mae + 0.05] },
            rmse: { value: mae, interval: null },
            spearman: null,
          },
          failures_as_worst: { mae, rmse: mae },
          baselines: {},
          calibration_error: null,
          same_answer_again: null,
        },
});

const LISTED = {
  model: 'big',
  provider: 'Somewhere',
  prompt: 1,
  completion: 10,
  page: 'https://prices.example/list',
  as_of: '2026-11-01',
};
const engine = { analyzer: 'algorithmic', name: 'engine', model: null, price: null };
const small = { analyzer: 'qwen', name: 'small', model: 'small', price: { prompt: 0.5, completion: 2 } };
const ESTIMATE = { prompt: 100, completion: 10 };

const input = (change: Partial<MatrixInput> = {}): MatrixInput => ({
  called: [engine, small],
  scores: [scores('algorithmic', 0.3), scores('qwen', 0.2)],
  answers: [answer('algorithmic', { tokens: null, prompt_tokens: null }), answer('qwen')],
  listPrices: [LISTED],
  estimate: ESTIMATE,
  ...change,
});

describe('costMatrix', () => {
  it('multiplies measured tokens by the price, for a thousand songs', () => {
    const rows = costMatrix(input());
    // 2,000 tokens at $.5 and 1,000 at $2 a million, times a thousand songs.
    expect(rows[1]).toMatchObject({ name: 'small', called: true, cost_per_1000_usd: 3 });
    expect(rows[0]).toMatchObject({ name: 'engine', cost_per_1000_usd: 0, tokens: null });
  });

  it('prices models that were not called at the tokens of the others, and says where and when the price stood', () => {
    const [row] = costMatrix(input()).filter(({ called }) => !called);
    expect(row).toMatchObject({
      name: 'big (Somewhere)',
      mae: null,
      success_rate: null,
      cost_per_1000_usd: 12,
      tokens: { prompt: 2000, completion: 1000, from: 'measured with other models' },
      price: { from: 'https://prices.example/list', as_of: '2026-11-01' },
    });
    const [estimated] = costMatrix(input({ called: [engine], answers: [] })).filter(({ called }) => !called);
    expect(estimated?.tokens).toEqual({ ...ESTIMATE, from: 'estimated from the prompt' });
  });

  it('takes the list price of a called model without one in LLM_PRICES, and does not list that model twice', () => {
    const rows = costMatrix(input({ called: [{ ...small, name: 'big', model: 'big', price: null }] }));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ called: true, cost_per_1000_usd: 12, price: { as_of: '2026-11-01' } });
  });

  it('knows no cost without a price', () => {
    const [row] = costMatrix(input({ called: [{ ...small, price: null }], listPrices: [] }));
    expect(row).toMatchObject({ cost_per_1000_usd: null, price: null });
  });

  it('marks what nothing beats in both cost and error', () => {
    const dear = {
      ...small,
      analyzer: 'qwen:dear',
      name: 'dear',
      model: 'dear',
      price: { prompt: 9, completion: 9 },
    };
    const rows = costMatrix(
      input({
        called: [engine, small, dear],
        scores: [scores('algorithmic', 0.3), scores('qwen', 0.2), scores('qwen:dear', 0.25)],
        answers: [answer('qwen'), answer('qwen:dear')],
      }),
    );
    expect(rows.flatMap(({ name, on_frontier }) => (on_frontier ? name : []))).toEqual(['engine', 'small']);
  });

  it('counts the failures of a model by reason and gives it no figure', () => {
    const failed = answer('qwen', { error: '503 busy', tokens: null, prompt_tokens: null });
    const rows = costMatrix(
      input({
        scores: [scores('qwen', null)],
        answers: [failed, failed, answer('qwen', { error: 'cut off' })],
      }),
    );
    const row = rows.find(({ name }) => name === 'small');
    expect(row).toMatchObject({ mae: null, refused: ['too few rows'] });
    expect(row?.errors).toEqual([
      { error: '503 busy', songs: 2 },
      { error: 'cut off', songs: 1 },
    ]);
    expect(describeMatrix(rows)).toContain('small failed 2 times: 503 busy');
  });
});

it('the list of prices names page and day of every price', async () => {
  const prices = await readListPrices(null);
  expect(prices.length).toBeGreaterThan(5);
  expect(new Set(prices.map(({ model }) => model)).size).toBe(prices.length);
});
