import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { sendJson } from '../http-server.ts';
import type { Completion } from './chat-content.ts';
import type { Step } from './chat-script.ts';

export interface AnswerContext {
  id: string;
  model: string;
  /** Unix time in seconds. */
  created: number;
  promptTokens: number;
  includeUsage: boolean;
}

/** The usual rule of thumb: four characters a token. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4);
}

export function sendCompletion(
  response: ServerResponse,
  completion: Completion,
  context: AnswerContext,
): void {
  const { content, finishReason } = completion;
  sendJson(response, 200, {
    ...common(context, 'chat.completion'),
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, refusal: null },
        logprobs: null,
        finish_reason: finishReason,
      },
    ],
    usage: usage(content, context),
  });
}

/** Server-sent events; a step that disconnects does so halfway. */
export async function streamCompletion(
  response: ServerResponse,
  completion: Completion,
  context: AnswerContext,
  step: Step,
): Promise<void> {
  const { content, finishReason } = completion;
  const send = (fields: object) => {
    const chunk = { ...common(context, 'chat.completion.chunk'), ...fields };
    response.write(`data: ${JSON.stringify(chunk)}\n\n`);
  };
  const choice = (delta: object, finish: string | null = null) => ({
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
  });
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  send(choice({ role: 'assistant', content: '' }));
  const pieces = split(content, step.chunk_characters);
  for (const [i, piece] of pieces.entries()) {
    if (step.disconnect && i >= pieces.length / 2) return disconnect(response);
    if (step.chunk_delay_ms > 0) await sleep(step.chunk_delay_ms);
    if (response.destroyed) return;
    send(choice({ content: piece }));
  }
  send(choice({}, finishReason));
  if (context.includeUsage) send({ choices: [], usage: usage(content, context) });
  response.end('data: [DONE]\n\n');
}

/** Flushes the written data first, so that the client sees a stream that is interrupted. */
function disconnect(response: ServerResponse): void {
  response.write(': the connection breaks here\n\n', () => response.destroy());
}

function split(text: string, size: number): string[] {
  const characters = [...text];
  const count = Math.ceil(characters.length / size);
  return Array.from({ length: count }, (_, i) => characters.slice(i * size, (i + 1) * size).join(''));
}

function common({ id, model, created }: AnswerContext, object: string) {
  return { id, object, created, model };
}

function usage(content: string, { promptTokens }: AnswerContext) {
  const completionTokens = estimateTokens(content);
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  };
}
