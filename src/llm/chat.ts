import OpenAI from 'openai';

import { toModelError } from './errors.ts';
import type { ChatModel, ModelEndpoint } from './types.ts';

/**
 * Chat over any OpenAI-compatible server. One call is one request: breaker, retries and rate are the caller's.
 * Thinking is switched off both ways that servers of Qwen3 know; the reply may hold a thought all the same.
 */
export function createChatModel(config: ModelEndpoint): ChatModel {
  const client = new OpenAI({ baseURL: config.baseUrl, apiKey: config.apiKey, maxRetries: 0 });
  return {
    model: config.model,
    complete: async (request) => {
      const body = {
        model: config.model,
        temperature: request.temperature,
        max_tokens: request.maxTokens,
        messages: [
          { role: 'system' as const, content: request.system },
          { role: 'user' as const, content: `${request.user}\n/no_think` },
        ],
        response_format: {
          type: 'json_schema' as const,
          json_schema: { name: request.schema.name, strict: true, schema: request.schema.schema },
        },
        chat_template_kwargs: { enable_thinking: false },
      };
      try {
        const reply = await client.chat.completions.create(body, { timeout: request.timeoutMs });
        const choice = reply.choices[0];
        return {
          text: choice?.message.content ?? '',
          model: reply.model,
          truncated: choice?.finish_reason === 'length',
          tokens: reply.usage
            ? { prompt: reply.usage.prompt_tokens, completion: reply.usage.completion_tokens }
            : null,
        };
      } catch (error) {
        throw toModelError(error, 'language model');
      }
    },
  };
}
