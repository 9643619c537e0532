import { analysisPrompt } from '../../../src/llm/prompts/analysis-v2.ts';
import { estimateTokens } from '../../local/openai/chat-answer.ts';
import { judgeRequest } from '../../local/openai/simulated-judge.ts';
import type { Sample } from '../dataset/candidate.ts';
import type { SongTokens } from './cost-matrix.ts';

/**
 * What the analysis of a song takes when no model has counted it: four characters a token, of the prompt that would be
 * sent and of a reply of the shape that it asks for.
 */
export function estimateSongTokens(samples: readonly Sample[]): SongTokens {
  const sum = { prompt: 0, completion: 0 };
  for (const { lyrics } of samples) {
    const { system, user } = analysisPrompt(lyrics.split('\n').map((text, at) => ({ number: at + 1, text })));
    const messages = [
      { role: 'system' as const, content: system },
      { role: 'user' as const, content: user },
    ];
    sum.prompt += estimateTokens(system + user);
    sum.completion += estimateTokens(judgeRequest({ model: '', messages }));
  }
  const songs = Math.max(1, samples.length);
  return { prompt: sum.prompt / songs, completion: sum.completion / songs };
}
