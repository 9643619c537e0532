import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Asked, openAnswers } from '../../../../scripts/lab/evaluate/answer-file.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barline-answers-'));
  path = join(folder, 'below', 'answers.jsonl');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const answer = (id: string): Asked => ({
  id,
  analyzer: 'qwen',
  repeat: 1,
  sentiment_score: 0.1,
  sentiment: 'mixed',
  confidence: 0.5,
  cached: false,
  tokens: 3,
  prompt_tokens: 2,
  cost_usd: null,
  ms: 1,
  error: null,
});

async function write(...ids: string[]): Promise<void> {
  const file = await openAnswers(path);
  for (const id of ids) await file.append(answer(id));
  await file.close();
}

const knownIds = async (): Promise<string[]> => {
  const { known, close } = await openAnswers(path);
  await close();
  return known.map(({ id }) => id);
};

it('goes on after the answers that it holds, without the line that a kill left half written', async () => {
  await write('a', 'b');
  await appendFile(path, '{"id":"c","analy');
  expect(await knownIds()).toEqual(['a', 'b']);
  await write('c');
  expect(await knownIds()).toEqual(['a', 'b', 'c']);
});

it('refuses a line in between that is no answer, instead of asking everything again', async () => {
  await write('a', 'b', 'c');
  const lines = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, lines.with(1, '{"id":"b"}').join('\n'));
  await expect(openAnswers(path)).rejects.toThrow(/answers\.jsonl, line 2 is not an answer of an analyser/);
});
