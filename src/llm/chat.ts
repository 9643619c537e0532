import OpenAI, { APIError } from 'openai';
import { z } from 'zod';
import { AppError } from '../lib/errors.ts';
import { toModelError } from './errors.ts';
import { limitedFetch } from './limited-fetch.ts';
import type { ChatModel, ChatReply, ChatRequest, ModelEndpoint } from './types.ts';

// Read loosely: servers differ in what else they send, and a wrong count of tokens is no reason to lose an answer.
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

/** Servers that refused the parts of a request that not every one knows, as `url model`. */
const plainServers = new Set<string>();

/**
 * Chat over any OpenAI-compatible server. One call is one answer: breaker, retries and rate are the caller's.
 * Thinking is switched off both ways that servers of Qwen3 know; the reply may hold a thought all the same. A server
 * that refuses the schema or the switch is asked again without them, and from then on.
 */
export function createChatModel(config: ModelEndpoint): ChatModel {
  const client = new OpenAI({
    baseURL: config.baseUrl,
    apiKey: config.apiKey,
    maxRetries: 0,
    fetch: limitedFetch,
    logLevel: 'off',
  });
  const server = `${config.baseUrl} ${config.model}`;

  const send = async (request: ChatRequest): Promise<unknown> => {
    const body = plainBody(config.model, request);
    const options = { timeout: Math.ceil(request.timeoutMs), signal: AbortSignal.timeout(request.timeoutMs) };
    if (!plainServers.has(server)) {
      try {
        return await client.chat.completions.create({ ...body, ...extras(request) }, options);
      } catch (error) {
        if (!isBadRequest(error)) throw error;
      }
    }
    const reply = await client.chat.completions.create(body, options);
    plainServers.add(server);
    return reply;
  };

  return {
    model: config.model,
    complete: async (request) => {
      try {
        return toReply(await send(request), config.model);
      } catch (error) {
        throw toModelError(error, 'language model');
      }
    },
  };
}

function plainBody(model: string, request: ChatRequest) {
  const turns = [{ role: 'user' as const, content: request.user }, ...(request.followUp ?? [])];
  const last = turns.length - 1;
  return {
    model,
    temperature: request.temperature,
    max_tokens: request.maxTokens,
    messages: [
      { role: 'system' as const, content: request.system },
      ...turns.map((turn, i) => (i === last ? { ...turn, content: `${turn.content}\n/no_think` } : turn)),
    ],
  };
}

function extras(request: ChatRequest) {
  return {
    response_format: {
      type: 'json_schema' as const,
      json_schema: { name: request.schema.name, strict: true, schema: request.schema.schema },
    },
    chat_template_kwargs: { enable_thinking: false },
  };
}

/** What a server answers to a field that it does not know or a schema that it cannot follow. */
function isBadRequest(error: unknown): boolean {
  return error instanceof APIError && (error.status === 400 || error.status === 422);
}

function toReply(completion: unknown, asked: string): ChatReply {
  const parsed = CompletionSchema.safeParse(completion);
  const choice = parsed.data?.choices[0];
  if (!parsed.success || choice === undefined) {
    const detail = 'The language model answered with something other than a completion.';
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
