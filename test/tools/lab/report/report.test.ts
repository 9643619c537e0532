import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeReport } from '../../../../scripts/lab/report/write-report.ts';
import { withRun } from '../../../../scripts/lab/run/lab-run.ts';

const NASTY = `<img src=x onerror=alert(1)>"'&\u0000\u202eevil</style></script>`;
const estimate = { value: 0.3, interval: [0.2, 0.4] };
const scores = { mae: estimate, rmse: estimate, spearman: null };

const analyzer = (name: string, change: object = {}) => ({
  analyzer: name,
  refused: [],
  rows: 40,
  answered: 40,
  failed: 0,
  artists: 8,
  success_rate: 1,
  sentiment_macro_f1: 0.4,
  tokens: null,
  cost_usd: null,
  calibration: [
    { confidence: 0.3, right: 0.2, claims: 20 },
    { confidence: 0.8, right: 0.9, claims: 20 },
  ],
  headline: {
    scores,
    failures_as_worst: { mae: 0.3, rmse: 0.3 },
    baselines: { constant_mean: { ...scores, worse_by: { difference: 0.1, p: 0.004 } } },
    calibration_error: 0.1,
  },
  ...change,
});

let results: string;

beforeEach(async () => {
  results = await mkdtemp(join(tmpdir(), 'barline-report-'));
});
afterEach(() => rm(results, { recursive: true, force: true }));

async function reportOf(steps: Record<string, unknown>): Promise<string> {
  const request = { command: 'all', results, configuration: { note: NASTY }, seed: 1 };
  return await withRun(request, async (run) => {
    for (const [name, step] of Object.entries(steps)) await run.writeJson(`${name}.json`, step);
    return await readFile(await writeReport(run.folder), 'utf8');
  });
}

const evaluate = (analyzers: unknown[]) => ({
  state: 'done',
  metrics: { songs: 40, analyzers, agreement: { sentiment: null, sentiment_score: 0.5 } },
});

it('holds everything, loads nothing, and writes every text as text', async () => {
  const html = await reportOf({
    evaluate: evaluate([analyzer(NASTY), analyzer('other', { headline: null, refused: [NASTY] })]),
    'export-finetune': { state: 'refused', reason: NASTY, metrics: { [NASTY]: NASTY } },
  });
  const markup = html.replace(/<style>[\s\S]*?<\/style>/, '');
  expect(markup).not.toMatch(/<(?:img|script|link|iframe|object)\b/i);
  expect(markup).not.toMatch(/ (?:src|href)="(?!#)/);
  expect(markup).not.toContain('\u202e');
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/url\(|@import/);
  // As name, reason, figure, option and in the charts.
  expect(markup.match(/&lt;img src=x/g)?.length).toBeGreaterThan(5);
});

it('shows reasons in the place of figures that were refused', async () => {
  const html = await reportOf({
    evaluate: evaluate([
      analyzer('engine', { headline: null, refused: ['one artist: at least 5 are needed'] }),
    ]),
  });
  expect(html).toContain('No figure for engine');
  expect(html).toContain('one artist: at least 5 are needed');
  expect(html).not.toContain('Calibration of engine');
});

it('refuses a folder that is no run, and one whose results do not fit', async () => {
  await expect(writeReport(results)).rejects.toThrow(/is not the folder of a run/);
  await expect(reportOf({})).rejects.toThrow(/has no results yet/);
  await expect(reportOf({ evaluate: { state: 'done', metrics: { songs: 'x' } } })).rejects.toThrow(
    /evaluate\.json is no result of the lab/,
  );
});
