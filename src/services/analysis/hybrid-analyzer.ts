import { PROMPT_VERSION } from '../../llm/prompts/analysis-v1.ts';
import type { ChatModel } from '../../llm/types.ts';
import type { Analyzer } from './analyzer.ts';
import { combineJudgements } from './hybrid-judgement.ts';
import {
  createQwenJudge,
  DEFAULT_QWEN_OPTIONS,
  type QwenContext,
  type QwenOptions,
} from './qwen-analyzer.ts';

/** Model and engine in one answer: each judgement that both make is weighted by how sure each is. Throws as QWEN does. */
export function createHybridAnalyzer(
  ctx: QwenContext,
  chat: ChatModel,
  options: QwenOptions = DEFAULT_QWEN_OPTIONS,
): Analyzer {
  const judge = createQwenJudge(ctx, chat, options);
  return {
    type: 'hybrid',
    modelVersion: chat.model,
    promptVersion: PROMPT_VERSION,
    usesTemperature: true,
    analyze: async (text, limits) => {
      const { answer, engine } = await judge(text, limits);
      return { ...answer, body: combineJudgements(answer.body, engine) };
    },
  };
}
