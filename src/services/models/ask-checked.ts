import type { ChatUpstream, ServiceContext } from '../../context.ts';
import { AppError } from '../../lib/errors.ts';
import { repairPrompt } from '../../llm/prompts/repair.ts';
import type { ChatReply, ChatRequest, ChatTurn } from '../../llm/types.ts';
import { type AskContext, type AskLimits, createAskModel } from './ask-model.ts';
import { costUsd } from './model-cost.ts';

/** Maximum length of the part of a faulty answer that is shown to the model again. */
const MAX_QUOTED = 8000;

/** A checked reply. `faults` are sentences that ask the model for a correction. */
export type Checked<T> = { ok: true; value: T } | { ok: false; faults: string[]; unfinished: boolean };

export interface CheckedQuestion<T> extends AskLimits {
  /** The purpose of the answer, for the log. */
  purpose: string;
  prompt: Pick<ChatRequest, 'system' | 'user' | 'schema'>;
  temperature: number;
  /** Token limits of the answer: the first, and the larger one that is used if the first was too small. */
  room: { first: number; more: number };
  check: (text: string) => Checked<T>;
}

export interface CheckedAnswer<T> {
  value: T;
  repaired: boolean;
  /** The name at the server. */
  model: string;
  /** Sum over all answers; null if the server does not count tokens. */
  tokens: ChatReply['tokens'];
  costUsd: number | null;
}

/**
 * Asks a question and checks the answer. A truncated answer is requested again with a larger limit; a faulty answer is
 * sent back once with the faults listed. After that UPSTREAM_REJECTED is thrown with the faults.
 */
export async function askChecked<T>(
  ctx: AskContext & Pick<ServiceContext, 'log'>,
  upstream: ChatUpstream,
  question: CheckedQuestion<T>,
): Promise<CheckedAnswer<T>> {
  const { prompt, temperature, room, check } = question;
  const ask = createAskModel(ctx, upstream, question);
  const replies: ChatReply[] = [];
  let followUp: ChatTurn[] = [];
  let maxTokens = room.first;
  for (;;) {
    const reply = await ask({ ...prompt, followUp, temperature, maxTokens });
    replies.push(reply);
    const checked = check(reply.text);
    if (checked.ok) {
      const tokens = tokensOf(replies);
      const repaired = followUp.length > 0;
      return {
        value: checked.value,
        repaired,
        model: reply.model,
        tokens,
        costUsd: costUsd(tokens, upstream.price),
      };
    }
    const cutOff = reply.truncated || checked.unfinished;
    const faults = cutOff ? ['The answer was cut off before its end.'] : checked.faults;
    ctx.log.info('model answer not usable', {
      purpose: question.purpose,
      faults,
      tokens: reply.tokens?.completion ?? null,
    });
    if (cutOff && maxTokens < room.more) maxTokens = room.more;
    else if (!cutOff && followUp.length === 0) followUp = repairTurns(reply, checked.faults);
    else throw unusable(faults, cutOff ? 'cut_off' : 'unusable_answer');
  }
}

function tokensOf(replies: readonly ChatReply[]): ChatReply['tokens'] {
  const counts = replies.flatMap(({ tokens }) => (tokens === null ? [] : [tokens]));
  const sum = (of: 'prompt' | 'completion') => counts.reduce((total, tokens) => total + tokens[of], 0);
  return counts.length === 0 ? null : { prompt: sum('prompt'), completion: sum('completion') };
}

function repairTurns(reply: ChatReply, faults: readonly string[]): ChatTurn[] {
  return [
    { role: 'assistant', content: reply.text.slice(0, MAX_QUOTED) || '(nothing)' },
    { role: 'user', content: repairPrompt(faults) },
  ];
}

function unusable(faults: readonly string[], reason: string): AppError {
  return new AppError('UPSTREAM_REJECTED', 'The language model gave no usable answer.', {
    reason,
    errors: faults.map((message) => ({ path: 'reply', code: 'invalid_reply', message })),
  });
}
