import { numberAt } from './number-at.ts';

/** A figure that the published demo claims, and how ours is measured. */
export interface ScorecardRow {
  name: string;
  published: string;
  /** Arguments of `barline`; its last line is one JSON object. */
  command: readonly string[];
  /** Files outside the repository that the command needs, as arguments; the row is not measured without them. */
  needs?: 'labels';
  /** Our figure from that object. */
  ours(result: unknown): string;
  note: string;
}

/** Made smaller than the defaults, so that the whole scorecard is measured within half an hour. */
const ANALYZE = 'bench analyze --rounds 200 --requests 5000 --songs 500 --entries 20000 --json'.split(' ');
const SEARCH = 'bench search --tracks 57718 --only hybrid --json'.split(' ');
const FAULTS = ['bench', 'faults', '--only', 'Postgres resetting', 'model down', '--json'];
const QUALITY = 'eval quality --json --train'.split(' ');

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

export const ROWS: readonly ScorecardRow[] = [
  {
    name: 'cache hit rate',
    published: '85 %',
    command: ANALYZE,
    ours: (result) => percent(numberAt(result, 'zipf.hit_rate')),
    note: '5,000 requests for 500 texts, as often as words in a language (Zipf); of another stream it is another figure',
  },
  {
    name: 'lookup of a cached analysis, p95',
    published: '< 100 ms',
    command: ANALYZE,
    ours: (result) => ms(numberAt(result, 'cached.p95_ms')),
    note: 'through the Worker with keys, limits and metrics; all on one machine, so without a network',
  },
  {
    name: 'model calls avoided by the cache',
    published: '80 %',
    command: ANALYZE,
    ours: (result) => percent(1 - numberAt(result, 'zipf.model_calls') / numberAt(result, 'zipf.requests')),
    note: 'the same stream; every text is asked about once',
  },
  {
    name: 'search of 57,718 songs by words and meaning, p95',
    published: '< 500 ms',
    command: SEARCH,
    ours: (result) => ms(numberAt(result, 'hybrid.p95_ms')),
    note: 'synthetic songs with the lengths, words and vectors of real ones, in the embedded Postgres',
  },
  {
    name: 'requests a minute',
    published: '1,000',
    command: ANALYZE,
    ours: (result) => Math.round(numberAt(result, 'rates.cached.per_second') * 60).toLocaleString('en-US'),
    note: 'cached analyses over 16 connections on two cores, client and databases included',
  },
  {
    name: 'users at once',
    published: '50',
    command: FAULTS,
    ours: (result) => {
      const worst = (path: string) =>
        Math.max(...[0, 1].map((at) => numberAt(result, `faults.${at}.before.${path}`)));
      return `50: p50 ${ms(worst('p50_ms'))}, p95 ${ms(worst('p95_ms'))}, ${percent(worst('error_rate'))} failed`;
    },
    note: '1,000 mixed requests a minute, as many as 50 people who each ask every three seconds, before an upstream fails; the worse of two half minutes',
  },
  {
    name: 'latency of an analysis, p50 / p95: cached, stored, new',
    published: 'percentiles without figures',
    command: ANALYZE,
    ours: (result) =>
      ['cached', 'postgres_cached', 'fresh']
        .map(
          (kind) => `${ms(numberAt(result, `${kind}.p50_ms`))} / ${ms(numberAt(result, `${kind}.p95_ms`))}`,
        )
        .join(', '),
    note: 'a new text is analysed by the chat simulator, which answers at once',
  },
  {
    name: 'recovery after Postgres or the model failed',
    published: 'recovery under 5 minutes',
    command: FAULTS,
    ours: (result) => {
      const recovered = [0, 1].map((at) => numberAt(result, `faults.${at}.recovered_ms`));
      return `${(Math.max(...recovered) / 1000).toFixed(1)} s`;
    },
    note: '1,000 mixed requests a minute, each upstream failing for a minute; until ten answers in a row are good again',
  },
  {
    name: 'error of the predicted quality: MAE, RMSE',
    published: '.450, –',
    command: QUALITY,
    needs: 'labels',
    ours: (result) =>
      `${numberAt(result, 'cv.model.mae').toFixed(3)}, ${numberAt(result, 'cv.model.rmse').toFixed(3)} (constant median ${numberAt(result, 'cv.baselines.constant_median.mae').toFixed(3)}, ${numberAt(result, 'cv.baselines.constant_median.rmse').toFixed(3)}; random ${numberAt(result, 'cv.baselines.uniform_random.mae').toFixed(3)})`,
    note: 'artists that were not seen; the published figure compares the constant .5 with the constant .95 on ten songs of one artist, which `lab evaluate` refuses',
  },
  {
    name: 'metrics',
    published: '25+',
    command: ['monitor', '--list', '--json'],
    ours: (result) => String(numberAt(result, 'count')),
    note: 'in the catalogue of docs/monitoring.md',
  },
  {
    name: 'tokens and dollars of 1,000 analyses by the model',
    published: 'without a figure',
    command: ['costs', '--songs', '57718', '--requests', '0', '--analyses', '1000', '--json'],
    ours: (result) =>
      `${(numberAt(result, 'months.0.tokens') / 1e6).toFixed(1)} million, $${numberAt(result, 'months.0.tokens_usd').toFixed(2)}`,
    note: 'characters of prompt and answer / 4, at the list price of qwen3-4b; no real model was reachable',
  },
];

/** Figures that are published and not measured here. */
export const UNMEASURED: readonly Pick<ScorecardRow, 'name' | 'published' | 'note'>[] = [
  {
    name: 'quality lost when the engine answers for the model',
    published: 'none',
    note: 'no real model was reachable; `lab evaluate` compares the two on your labels, and docs/figures.md tells how often the engine is right',
  },
];

/** The ten rows that the README shows. */
export const HEADLINES: readonly string[] = [
  'search of 57,718 songs by words and meaning, p95',
  'lookup of a cached analysis, p95',
  'latency of an analysis, p50 / p95: cached, stored, new',
  'requests a minute',
  'users at once',
  'cache hit rate',
  'model calls avoided by the cache',
  'recovery after Postgres or the model failed',
  'error of the predicted quality: MAE, RMSE',
  'tokens and dollars of 1,000 analyses by the model',
];
