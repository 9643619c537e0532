import { AppError } from '../../../../lib/errors.ts';
import type { Logger } from '../../../../lib/logger.ts';
import { analysisPrompt, repairPrompt } from '../../../../llm/prompts/analysis-v1.ts';
import type { ChatReply, ChatTurn } from '../../../../llm/types.ts';
import type { AskModel } from './ask-model.ts';
import { type CheckedReply, checkReply } from './check-reply.ts';
import type { GroundedReply } from './ground-reply.ts';
import type { QuoteFinder } from './quote-finder.ts';
import type { ShownLines } from './shown-lines.ts';

/** Room for the answer, and for a thought before it where the first room was too small. */
const MAX_TOKENS = 2000;
const MORE_TOKENS = 6000;
/** As much of a faulty answer as is shown to the model again. */
const MAX_QUOTED = 8000;

export interface Judgement {
  grounded: GroundedReply;
  repaired: boolean;
  /** As the server names it. */
  model: string;
  /** Of all answers together; null where the server does not count. */
  tokens: { prompt: number; completion: number } | null;
}

interface Question {
  shown: ShownLines;
  finder: QuoteFinder;
  temperature: number;
}

/**
 * Puts the question and reads the answer. One that was cut off is asked for again with more room, one with faults is
 * given back once with the faults named; after that UPSTREAM_REJECTED is thrown with the faults.
 */
export async function judgeLyrics(ask: AskModel, log: Logger, question: Question): Promise<Judgement> {
  const prompt = analysisPrompt(question.shown.lines);
  const replies: ChatReply[] = [];
  let followUp: ChatTurn[] = [];
  let maxTokens = MAX_TOKENS;
  for (;;) {
    const reply = await ask({ ...prompt, followUp, temperature: question.temperature, maxTokens });
    replies.push(reply);
    const checked = checkReply(reply.text, question.finder);
    if (checked.ok) return judgement(checked.grounded, replies, followUp.length > 0);
    const cutOff = reply.truncated || checked.unfinished;
    const faults = cutOff ? ['The answer was cut off before its end.'] : checked.faults;
    log.info('model answer not usable', { faults, tokens: reply.tokens?.completion ?? null });
    if (cutOff && maxTokens < MORE_TOKENS) maxTokens = MORE_TOKENS;
    else if (!cutOff && followUp.length === 0) followUp = repairTurns(reply, checked);
    else throw unusable(faults, cutOff ? 'cut_off' : 'unusable_answer');
  }
}

function judgement(grounded: GroundedReply, replies: readonly ChatReply[], repaired: boolean): Judgement {
  const counts = replies.flatMap(({ tokens }) => (tokens === null ? [] : [tokens]));
  const sum = (of: 'prompt' | 'completion') => counts.reduce((total, tokens) => total + tokens[of], 0);
  return {
    grounded,
    repaired,
    model: replies.at(-1)?.model ?? '',
    tokens: counts.length === 0 ? null : { prompt: sum('prompt'), completion: sum('completion') },
  };
}

function repairTurns(reply: ChatReply, { faults }: Extract<CheckedReply, { ok: false }>): ChatTurn[] {
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
