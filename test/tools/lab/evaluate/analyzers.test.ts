import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sample } from '../../../../scripts/lab/dataset/candidate.ts';
import { datasetLines, hashOf } from '../../../../scripts/lab/dataset/dataset-hash.ts';
import { readDataset } from '../../../../scripts/lab/dataset/read-dataset.ts';
import type { Asked } from '../../../../scripts/lab/evaluate/answer-file.ts';
import { askAnalyzers } from '../../../../scripts/lab/evaluate/ask-analyzers.ts';
import { compareAnalyzers } from '../../../../scripts/lab/evaluate/compare-analyzers.ts';
import { comparePairs } from '../../../../scripts/lab/evaluate/compare-pairs.ts';
import { seeded } from '../../../../src/ml/compose/random.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-'));
});

afterAll(() => rm(folder, { recursive: true }));

const random = seeded(7);

const samples: Sample[] = Array.from({ length: 60 }, (_, at) => ({
  id: `song-${at}`,
  artist: `Artist ${at % 8}`,
  title: `Song ${at}`,
  year: 2000,
  language: 'en',
  genre: null,
  lyrics: Array.from({ length: 30 }, () => `word${Math.floor(random() * 900)}`).join(' '),
  analyzer: 'reference',
  model_version: '1',
  confidence: 0.9,
  targets: {
    sentiment_score: Math.round((random() * 2 - 1) * 100) / 100,
    sentiment: at % 2 ? 'positive' : 'negative',
    emotion: null,
    themes: [],
    quality: null,
  },
  reply: null,
  split: 'test',
}));

/** Half of the target with noise, as an honest analyser; fails where `fails` says so. */
const answering = (fails: (asked: number) => boolean = () => false) => {
  let asked = 0;
  const ask = async (body: object): Promise<unknown> => {
    asked += 1;
    if (fails(asked)) throw new Error('503 the model is down');
    const { lyrics } = body as { lyrics: string };
    const target = samples.find((one) => one.lyrics === lyrics)?.targets;
    return {
      analysis: {
        sentiment: target?.sentiment ?? null,
        sentiment_score: (target?.sentiment_score ?? 0) / 2 + (lyrics.length % 7) / 20,
        confidence: 0.5,
        provenance: {
          analyzer: 'engine',
          model: null,
          degraded: false,
          tokens: { prompt: 10, completion: 5 },
          cost_usd: 0.001,
        },
      },
      cached: false,
    };
  };
  return { ask, count: () => asked };
};

describe('asking analysers', () => {
  it('scores each, with what it cost and how far they agree', async () => {
    const { ask } = answering();
    const file = join(folder, 'both.jsonl');
    const rows = await askAnalyzers(samples, { ask, analyzers: ['a', 'b'], repeat: 1, file });
    const { analyzers, agreement } = compareAnalyzers(samples, rows);
    expect(
      analyzers.map(({ analyzer, refused, success_rate }) => ({ analyzer, refused, success_rate })),
    ).toEqual([
      { analyzer: 'a', refused: [], success_rate: 1 },
      { analyzer: 'b', refused: [], success_rate: 1 },
    ]);
    expect(analyzers[0]?.tokens).toBe(60 * 15);
    expect(agreement).toEqual({ sentiment_score: 1, sentiment: 1 });
  });

  it('goes on where it stopped, and asks nothing twice', async () => {
    const file = join(folder, 'stopped.jsonl');
    await askAnalyzers(samples.slice(0, 25), { ask: answering().ask, analyzers: ['a'], repeat: 1, file });
    // As a process that is killed while it writes leaves it.
    await writeFile(file, `${await readFile(file, 'utf8')}{"id":"song-25","anal`);
    const { ask, count } = answering();
    const rows = await askAnalyzers(samples, { ask, analyzers: ['a'], repeat: 1, file });
    expect(count()).toBe(35);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(60);
    expect(
      (await readFile(file, 'utf8'))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toHaveLength(60);
  });

  it('keeps failures as failures, and gives no headline figure when many fail', async () => {
    const { ask } = answering((asked) => asked % 2 === 0);
    const rows = await askAnalyzers(samples, {
      ask,
      analyzers: ['a'],
      repeat: 1,
      file: join(folder, 'failing.jsonl'),
    });
    const [scores] = compareAnalyzers(samples, rows).analyzers;
    expect(scores?.success_rate).toBe(0.5);
    expect(scores?.headline).toBeNull();
    expect(scores?.refused[0]).toMatch(/^50 % failed \(30 of 60\)/);
  });
});

describe('a data set that is read', () => {
  const write = async (name: string, change: (lines: string) => string): Promise<string> => {
    const own = await mkdtemp(join(folder, name));
    const lines = datasetLines(samples);
    await writeFile(join(own, 'dataset.jsonl'), change(lines));
    await writeFile(join(own, 'dataset_info.json'), JSON.stringify({ dataset_hash: hashOf(lines) }));
    return own;
  };

  it('is the one that was written', async () => {
    const { samples: read } = await readDataset(await write('same-', (lines) => lines));
    expect(read).toEqual(samples.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  });

  it('is refused if it was edited by hand', async () => {
    const edited = await write('edited-', (lines) => lines.replace('positive', 'negative'));
    await expect(readDataset(edited)).rejects.toThrow('was changed: dataset.jsonl has the hash');
  });
});

describe('two analysers', () => {
  const asked = (analyzer: string, error: number, more: Partial<Asked> = {}): Asked[] =>
    samples.map(({ id, targets }) => ({
      id,
      analyzer,
      repeat: 1,
      sentiment_score: (targets.sentiment_score ?? 0) + error,
      sentiment: targets.sentiment,
      confidence: null,
      cached: false,
      tokens: null,
      prompt_tokens: null,
      cost_usd: null,
      ms: 1,
      error: null,
      ...more,
    }));

  it('are compared on the songs that both have scored, by whole artists', () => {
    const some = asked('b', 0.1).slice(0, 40);
    const [pair, ...others] = comparePairs(samples, [...asked('a', 0.3), ...some]);
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ first: 'a', second: 'b', songs: 40 });
    expect(pair?.difference).toBeCloseTo(0.2);
    // Eight artists that all favour b: two of 2^8 assignments of signs are as far from 0.
    expect(pair?.p).toBeCloseTo(2 / 256);
  });

  it('are told apart by no p below 1 where they answer the same', () => {
    const [pair] = comparePairs(samples, [...asked('a', 0.1), ...asked('b', -0.1)]);
    expect(pair?.difference).toBeCloseTo(0);
    expect(pair?.p).toBe(1);
  });

  it('are not compared where one has no headline figure', () => {
    // Answers that follow the target exactly are refused: the target was in the question.
    const { analyzers, pairs } = compareAnalyzers(samples, [...asked('a', 0.3), ...asked('b', 0.1)]);
    expect(analyzers.map(({ headline }) => headline)).toEqual([null, null]);
    expect(pairs).toEqual([]);
  });

  it('are told how often the answer to the same question holds', () => {
    const again = asked('a', 0.2, { repeat: 2 }).map((row, at) =>
      at < 15 ? { ...row, sentiment: 'mixed' } : row,
    );
    const failed = asked('b', 0, { repeat: 2, error: '503', sentiment: null, sentiment_score: null });
    const { analyzers } = compareAnalyzers(samples, [
      ...asked('a', 0),
      ...again,
      ...asked('b', 0),
      ...failed,
    ]);
    expect(analyzers[0]?.repeats).toMatchObject({ songs: 60, same_sentiment: 0.75 });
    expect(analyzers[0]?.repeats?.score_range).toBeCloseTo(0.2);
    expect(analyzers[1]?.repeats).toBeNull();
  });
});
