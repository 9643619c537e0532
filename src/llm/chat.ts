import { AppError } from '../lib/errors.ts';
import { PartsRefused, type RequestPart } from '../lib/parts-refused.ts';
import { readCompletion } from './completion.ts';
import { toModelError } from './errors.ts';
import { limitFetch } from './limited-fetch.ts';
import { createOpenAiClient } from './openai-client.ts';
import { toPartsRefused } from './read-refusal.ts';
import type { ChatModel, ChatReply, ChatRequest, ModelEndpoint } from './types.ts';

/** Far more than the longest expected answer. */
const MAX_BYTES = 1_000_000;

/**
 * Chat over any OpenAI-compatible server. One call is one request and one answer, or two if the server wants the limit of
 * tokens under its newer name: the caller handles breaker, retries and rate. Thinking is switched off in both ways that servers of Qwen3 support; the reply may still contain a
 * thought.
 */
export function createChatModel(config: ModelEndpoint): ChatModel {
  const send = createOpenAiClient(config, limitFetch(MAX_BYTES));
  const { host, pathname } = new URL(config.baseUrl);

  const ask = async (request: ChatRequest, signal: AbortSignal): Promise<ChatReply> => {
    const parts = sentParts(request);
    const { onText } = request;
    const body = { ...plainBody(config.model, request), ...(onText && { stream: true }), ...parts };
    try {
      return readCompletion(await send({ path: '/chat/completions', body, signal, onText }), config.model);
    } catch (error) {
      if (request.signal?.aborted) throw clientGone(error);
      throw toPartsRefused(error, Object.keys(parts)) ?? toModelError(error, 'language model');
    }
  };

  return {
    model: config.model,
    endpoint: `${host}${pathname} ${config.model}`,
    complete: async (request) => {
      const timeout = AbortSignal.timeout(Math.ceil(request.timeoutMs));
      const signal = request.signal == null ? timeout : AbortSignal.any([timeout, request.signal]);
      try {
        return await ask(request, signal);
      } catch (error) {
        if (!isOldName(error)) throw error;
        const leaveOut = [...(request.leaveOut ?? []), 'max_tokens' as const];
        return { ...(await ask({ ...request, leaveOut }, signal)), refused: ['max_tokens'] };
      }
    },
  };
}

const clientGone = (cause: unknown): AppError =>
  new AppError('CLIENT_GONE', 'The client closed the connection.', { cause });

/** Whether a server only wants the limit of tokens under its newer name: the same request in other words. */
function isOldName(error: unknown): boolean {
  return error instanceof PartsRefused && error.isNamed && error.parts.join() === 'max_tokens';
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
function sentParts({ schema, maxTokens, temperature, onText, leaveOut = [] }: ChatRequest) {
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
    ...(takes('stream_usage') && onText && { stream_options: { include_usage: true } }),
    ...(takes('thinking_switch') && { chat_template_kwargs: { enable_thinking: false } }),
  };
}
