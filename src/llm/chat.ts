import { z } from 'zod';
import { AppError } from '../lib/errors.ts';
import type { RequestPart } from '../lib/parts-refused.ts';
import { toModelError } from './errors.ts';
import { limitedFetch } from './limited-fetch.ts';
import { createOpenAiClient } from './openai-client.ts';
import { toPartsRefused } from './read-refusal.ts';
import type { ChatModel, ChatReply, ChatRequest, ModelEndpoint } from './types.ts';

// Parsed loosely: servers send different additional fields, and a wrong token count is no reason to reject an answer.
const CompletionSchema = z.looseObject({
  model: z.string().nullish(),
  choices: z
    .array(
      z.looseObject({
        finish_reason: z.string().nullish(),
        message: z.looseObject({ content: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z
    .looseObject({ prompt_tokens: z.int().nonnegative(), completion_tokens: z.int().nonnegative() })
    .nullish()
    .catch(null),
});

/**
 * Chat over any OpenAI-compatible server. One call is one request and one answer: the caller handles breaker, retries
 * and rate. Thinking is switched off in both ways that servers of Qwen3 support; the reply may still contain a
 * thought.
 */
export function createChatModel(config: ModelEndpoint): ChatModel {
  const send = createOpenAiClient(config, limitedFetch);
  const { host, pathname } = new URL(config.baseUrl);

  return {
    model: config.model,
    endpoint: `${host}${pathname} ${config.model}`,
    complete: async (request) => {
      const parts = sentParts(request);
      const body = { ...plainBody(config.model, request), ...parts };
      const { timeoutMs } = request;
      try {
        return toReply(await send({ path: '/chat/completions', body, timeoutMs }), config.model);
      } catch (error) {
        throw toPartsRefused(error, Object.keys(parts)) ?? toModelError(error, 'language model');
      }
    },
  };
}

function plainBody(model: string, request: ChatRequest) {
  const turns = [{ role: 'user' as const, content: request.user }, ...(request.followUp ?? [])];
  const last = turns.length - 1;
  return {
    model,
    messages: [
      { role: 'system' as const, content: request.system },
      ...turns.map((turn, i) => (i === last ? { ...turn, content: `${turn.content}\n/no_think` } : turn)),
    ],
  };
}

/** The fields of the request that a server may refuse. */
function sentParts({ schema, maxTokens, temperature, leaveOut = [] }: ChatRequest) {
  const takes = (part: RequestPart) => !leaveOut.includes(part);
  const named = takes('max_tokens') ? { max_tokens: maxTokens } : { max_completion_tokens: maxTokens };
  const format = schema && {
    type: 'json_schema' as const,
    json_schema: { name: schema.name, strict: true, schema: schema.schema },
  };
  return {
    ...(takes('temperature') && { temperature }),
    ...((takes('max_tokens') || takes('max_completion_tokens')) && named),
    ...(takes('schema') && format && { response_format: format }),
    ...(takes('thinking_switch') && { chat_template_kwargs: { enable_thinking: false } }),
  };
}

function toReply(completion: unknown, asked: string): ChatReply {
  const parsed = CompletionSchema.safeParse(completion);
  const choice = parsed.data?.choices[0];
  if (!parsed.success || choice === undefined) {
    const detail = 'The answer of the language model is not a completion.';
    throw new AppError('UPSTREAM_UNAVAILABLE', detail, { cause: parsed.error });
  }
  const { model, usage } = parsed.data;
  return {
    text: choice.message.content ?? '',
    model: model ?? asked,
    truncated: choice.finish_reason === 'length',
    tokens: usage ? { prompt: usage.prompt_tokens, completion: usage.completion_tokens } : null,
  };
}
