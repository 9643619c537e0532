import type { ChatUpstream, ServiceContext } from '../../context.ts';
import { AppError } from '../../lib/errors.ts';
import { repairPrompt } from '../../llm/prompts/repair.ts';
import type { ChatReply, ChatRequest, ChatTurn } from '../../llm/types.ts';
import { type AskContext, type AskLimits, createAskModel } from './ask-model.ts';
import { costUsd } from './model-cost.ts';

/** As much of a faulty answer as is shown to the model again. */
const MAX_QUOTED = 8000;

/** A reply as its check found it. `faults` are sentences for the model to mend. */
export type Checked<T> = { ok: true; value: T } | { ok: false; faults: string[]; unfinished: boolean };

export interface CheckedQuestion<T> extends AskLimits {
  /** What the answer is for; stands in the log. */
  purpose: string;
  prompt: Pick<ChatRequest, 'system' | 'user' | 'schema'>;
  temperature: number;
  /** Room for the answer in tokens, and where that was too small, for a thought before it as well. */
  room: { first: number; more: number };
  check: (text: string) => Checked<T>;
}

export interface CheckedAnswer<T> {
  value: T;
  repaired: boolean;
  /** As the server names it. */
  model: string;
  /** Of all answers together; null where the server does not count. */
  tokens: ChatReply['tokens'];
  costUsd: number | null;
}

/**
 * Puts a question and checks the answer. One that was cut off is asked for again with more room, one with faults is
 * given back once with the faults named; after that UPSTREAM_REJECTED is thrown with the faults.
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
