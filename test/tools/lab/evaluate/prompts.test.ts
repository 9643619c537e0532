import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPrompts, withInstructions } from '../../../../scripts/lab/evaluate/prompts.ts';
import { analysisPrompt } from '../../../../src/llm/prompts/analysis-v2.ts';
import type { ChatModel, ChatRequest } from '../../../../src/llm/types.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prompts-'));
  await writeFile(join(folder, 'short.txt'), 'Judge the song.\n');
  await writeFile(join(folder, 'empty.txt'), ' \n');
});
afterAll(() => rm(folder, { recursive: true }));

it('are the one in use by its version, and others by file name and content', async () => {
  const [inUse, other] = await readPrompts(['v2', join(folder, 'short.txt')]);
  expect(inUse).toEqual({ name: 'analysis-v2', instructions: null });
  expect(other?.name).toMatch(/^short\.txt-[0-9a-f]{8}$/);
  expect(other?.instructions).toBe('Judge the song.\n');
});

it.each([
  ['a version that is gone', ['v1'], 'There is no prompt "v1"'],
  ['an empty file', ['empty.txt'], 'is empty'],
  ['the same prompt twice', ['v2', 'analysis-v2'], 'named twice'],
])('are refused for %s', async (_, names, why) => {
  await expect(
    readPrompts(names.map((name) => (name.endsWith('.txt') ? join(folder, name) : name))),
  ).rejects.toThrow(why);
});

it('replace the instructions of every request and nothing else', async () => {
  const sent: ChatRequest[] = [];
  const chat: ChatModel = {
    model: 'm',
    endpoint: 'here',
    complete: async (request) => {
      sent.push(request);
      return { text: '', model: 'm', truncated: false, tokens: null };
    },
  };
  const { system, user, schema } = analysisPrompt([{ number: 1, text: 'a line' }]);
  const request = { system, user, schema, temperature: 0, maxTokens: 1, timeoutMs: 1 };
  await withInstructions({ chat }, 'Judge.\n').chat.complete(request);
  expect(sent).toEqual([{ ...request, system: `Judge.\n${JSON.stringify(schema.schema)}` }]);
});
