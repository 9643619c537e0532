import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalChat, startChatSimulator } from '../../../../scripts/local/openai/chat-simulator.ts';
import type { Statement } from '../../../../src/db/client.ts';
import { analyzeTrack } from '../../../../src/services/analysis/analyze-track.ts';
import { VERSE } from '../../../support/judged-verse.ts';
import { openModelWorld } from '../../../support/model-world.ts';

let chat: LocalChat;
beforeAll(async () => {
  chat = await startChatSimulator();
});
beforeEach(() => chat.reset());
afterAll(() => chat.close());

/** Analyses one track of a catalogue in a world of its own; answers the statements that were sent. */
async function analyze(attempt: number, lyrics: string | null = VERSE): Promise<readonly Statement[]> {
  const { ctx, statements } = openModelWorld([chat]);
  const track = { id: 7, artist: 'Artist', title: 'Song', lyrics };
  const { query } = ctx.sql;
  const sql: typeof ctx.sql = {
    ...ctx.sql,
    query: async <T>(statement: Statement) => {
      await query(statement);
      return (statement.text.includes('embedding_models) as model_in_use') ? [track] : []) as T[];
    },
  };
  await analyzeTrack(
    { ...ctx, sql, embedder: null, nextEmbedder: null } as Parameters<typeof analyzeTrack>[0],
    {
      trackId: 7,
      attempt,
    },
  );
  return statements;
}
const isDone = (statements: readonly Statement[]): boolean =>
  statements.some(({ text, params }) => text.includes('set analysis_status') && params.includes('done'));

describe('a track whose model does not answer', () => {
  beforeEach(() => chat.script({ status: 503, times: 0 }));

  it.each([1, 2])('is left for another delivery of the message: attempt %d', async (attempt) => {
    await expect(analyze(attempt)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });

  it.each([3, 4])('is analysed by the engine: attempt %d', async (attempt) => {
    expect(isDone(await analyze(attempt))).toBe(true);
  });
});

it('a track whose model refuses its text is analysed by the engine at once', async () => {
  chat.script({ status: 400, times: 0 });
  expect(isDone(await analyze(1))).toBe(true);
});

it('a track without a text is not analysed', async () => {
  expect(await analyze(1, null)).toHaveLength(1);
  expect(chat.requests().count).toBe(0);
});
