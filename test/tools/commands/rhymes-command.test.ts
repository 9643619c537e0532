import { describe, expect, it } from 'vitest';
import { runCli } from '../../support/run-cli.ts';

describe('barline rhymes', { timeout: 120_000 }, () => {
  it('prints the rhymes of each reading without a stack', async () => {
    const { code, stdout, stderr } = await runCli(['rhymes', 'read', '--limit', '4']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.trim().split('\n');
    expect(lines[0]).toBe('read [R IY1 D] like "need", to read');
    expect(lines[3]).toBe('read [R EH1 D] like "said", past of read');
    expect(lines).toHaveLength(6);
  });

  it('prints the response of the API for a phrase', async () => {
    const args = ['rhymes', 'got', 'it', '--kind', 'perfect', '--syllables', '2', '--limit', '3', '--json'];
    const { code, stdout } = await runCli(args);
    const answer = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(answer).toMatchObject({ word: 'got it', kind: 'perfect', reason: null, bars_available: false });
    expect(answer.items.length).toBeGreaterThan(0);
    for (const { syllables } of answer.items) expect(syllables).toBe(2);
  });

  it('says why there is no rhyme and what to try', async () => {
    const { code, stdout } = await runCli(['rhymes', 'orange', '--kind', 'perfect']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^No perfect rhymes for "orange"\. .* Try --kind near/);
  });

  it('answers with near rhymes where there is no perfect one, and says that they are', async () => {
    const { code, stdout } = await runCli(['rhymes', 'orange', '--limit', '1']);
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')[1]).toMatch(/^ {2}\w+ {2}0\.\d\d near, 2 syllables$/);
  });
});
