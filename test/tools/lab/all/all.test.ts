import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AllResult, runAll } from '../../../../scripts/lab/all/run-all.ts';
import { withoutModel } from '../../../../scripts/lab/evaluate/ask-directly.ts';
import { withRun } from '../../../../scripts/lab/run/lab-run.ts';
import { judgeRequest } from '../../../../scripts/local/openai/simulated-judge.ts';
import { type LocalStack, startLocalStack } from '../../../../scripts/local/stack.ts';
import { migrate } from '../../../../scripts/migrate.ts';
import { readEngineAssets } from '../../../../scripts/read-lexicon.ts';
import { createContainer } from '../../../../src/container.ts';
import type { ServiceContext } from '../../../../src/context.ts';
import { sql } from '../../../../src/db/client.ts';
import type { Env } from '../../../../src/env.ts';
import { seeded } from '../../../../src/ml/compose/random.ts';
import { seedTrack } from '../../../support/seed.ts';

let stack: LocalStack;
let ctx: ServiceContext;
let results: string;

beforeAll(async () => {
  stack = await startLocalStack({
    memory: true,
    redis: 'mock',
    embeddings: false,
    env: {},
    chat: {
      // Answers differ from song to song, and not from one time to the next.
      reply: (request) => {
        const score = (request.messages.map(({ content }) => content).join('').length % 19) / 10 - 0.9;
        return judgeRequest(request).replace('"score":0.1', `"score":${score.toFixed(1)}`);
      },
    },
  });
  await migrate(stack.migrationUrl);
  const openContext = createContainer(await readEngineAssets());
  const vars = { LOG_LEVEL: 'error', LLM_REQUESTS_PER_MINUTE: '60000', LLM_BURST: '1000', ...stack.vars };
  ctx = openContext({
    env: { ...vars, ENVIRONMENT: 'local' } as Env,
    requestId: 'lab',
    actor: { type: 'operator' },
    waitUntil: () => undefined,
  });
}, 60_000);
afterAll(() => stack.stop());

beforeEach(async () => {
  results = await mkdtemp(join(tmpdir(), 'barline-all-'));
});
afterEach(async () => {
  await ctx.sql.batch([sql`delete from analysis_results`, sql`delete from tracks`]);
  await rm(results, { recursive: true, force: true });
});

/** Songs with an analysis of the catalogue, whose target is drawn, or always `target`. */
async function fillCatalogue({
  artists,
  songs,
  target,
}: {
  artists: number;
  songs: number;
  target?: number;
}) {
  const random = seeded(3);
  for (let at = 0; at < artists * songs; at++) {
    const lyrics = Array.from({ length: 40 }, () => `word${Math.floor(random() * 900)}`).join(' ');
    const score = target ?? Math.round((random() * 2 - 1) * 100) / 100;
    const id = await seedTrack(ctx.sql, { artist: `Singer ${at % artists}`, title: `Song ${at}`, lyrics });
    await ctx.sql.query(sql`
      insert into analysis_results (track_id, text_hash, origin, analyzer_type, model_version, prompt_version,
        engine_version, temperature, status, confidence, sentiment, analysis_data)
      select id, text_hash, 'catalogue', 'algorithmic', 'engine', '', 'one', 0, 'done', 0.9, 'neutral',
        jsonb_build_object('sentiment_score', ${score}::float8) from tracks where id = ${id}::int`);
  }
}

interface Change {
  onProgress?: (done: number, all: number) => void;
  context?: ServiceContext;
}

const all = ({ onProgress, context = ctx }: Change = {}): Promise<AllResult> =>
  withRun({ command: 'all', results, configuration: {}, seed: 1 }, (run) =>
    runAll(context, run, {
      results,
      seed: 1,
      size: 200,
      testShare: 0.6,
      confidence: 0.5,
      limit: 200,
      analyzers: [],
      models: [],
      listPrices: [],
      labels: null,
      ...(onProgress && { onProgress }),
    }),
  );

const stateOf = ({ steps }: AllResult, name: string) => steps.find((step) => step.name === name);

describe('lab all', { timeout: 60_000 }, () => {
  it('gives the same hash and metrics twice, with a model and without', async () => {
    await fillCatalogue({ artists: 6, songs: 2 });
    for (const context of [ctx, withoutModel(ctx)]) {
      const [first, second] = [await all({ context }), await all({ context })];
      expect(first.run).not.toBe(second.run);
      expect(first.dataset_hash).toMatch(/^[0-9a-f]{64}$/);
      expect(second).toMatchObject({ dataset_hash: first.dataset_hash, metrics: first.metrics });
      expect(await readFile(first.files.report ?? '', 'utf8')).toContain(first.dataset_hash ?? 'no hash');
    }
    const published = await readdir(join(results, 'qwen_training'));
    expect(published).toContain('dataset_info.json');
    expect(published).toContain('evaluation_report.json');
    expect(published.some((name) => name.startsWith('training_results_'))).toBe(true);
  });

  it('ended at any answer, goes on with the same metrics and asks nothing twice', async () => {
    await fillCatalogue({ artists: 6, songs: 2 });
    const whole = await all();
    const lines = (await readFile(whole.files.answers ?? '', 'utf8')).split('\n').length;
    let ended = 0;
    const attempt = async (): Promise<AllResult> => {
      try {
        return await all({
          onProgress: (done) => {
            if (done % 7 !== 5 || done <= ended) return;
            ended = done;
            throw new Error('ended');
          },
        });
      } catch (error) {
        if (!(error instanceof Error) || error.message !== 'ended') throw error;
        return await attempt();
      }
    };
    const resumed = await attempt();
    expect(ended).toBeGreaterThan(12);
    expect(resumed.metrics).toEqual(whole.metrics);
    expect((await readFile(resumed.files.answers ?? '', 'utf8')).split('\n')).toHaveLength(lines);
  });

  it('refuses a data set that was edited by hand between two attempts', async () => {
    await fillCatalogue({ artists: 8, songs: 2 });
    const end = () => {
      throw new Error('ended');
    };
    await expect(all({ onProgress: end })).rejects.toThrow('ended');
    const [hash = ''] = await readdir(join(results, 'datasets'));
    await appendFile(join(results, 'datasets', hash, 'dataset.jsonl'), '{"id": "planted"}\n');
    await expect(all()).rejects.toThrow(/was changed: dataset\.jsonl has the hash/);
  });

  it('says that the catalogue is empty', async () => {
    await expect(all({ context: withoutModel(ctx) })).rejects.toThrow('The catalogue is empty');
  });

  it('gives no figure for one artist, or for equal targets, and says why', async () => {
    await fillCatalogue({ artists: 1, songs: 4 });
    expect(stateOf(await all(), 'evaluate')).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining('songs of one artist only'),
    });
    await ctx.sql.batch([sql`delete from analysis_results`, sql`delete from tracks`]);
    await fillCatalogue({ artists: 6, songs: 2, target: 0.5 });
    expect(stateOf(await all(), 'evaluate')?.reason).toContain('targets are constant');
  });

  it('stops before it asks about songs where the model does not answer', async () => {
    await fillCatalogue({ artists: 3, songs: 1 });
    const llm = ctx.config.llm && { ...ctx.config.llm, apiKey: 'wrong' };
    const context: ServiceContext = Object.create(ctx, { config: { value: { ...ctx.config, llm } } });
    await expect(all({ context })).rejects.toThrow(/The chat model .* does not answer .*--without-model/);
  });
});
