import { APIError } from 'openai/core/error';
import { z } from 'zod';
import { AppError } from '../lib/errors.ts';
import type { ChatReply } from './types.ts';

const PartSchema = z.union([
  z.string(),
  z.looseObject({ type: z.string().nullish(), text: z.unknown().optional() }),
]);
const CallSchema = z.looseObject({ function: z.looseObject({ arguments: z.unknown() }) });

const MessageSchema = z.looseObject({
  content: z.union([z.string(), z.array(PartSchema)]).nullish(),
  reasoning_content: z.string().nullish().catch(null),
  reasoning: z.string().nullish().catch(null),
  tool_calls: z.array(CallSchema).nullish().catch(null),
});
type Message = z.infer<typeof MessageSchema>;

// Parsed loosely: servers send different additional fields, and a wrong token count is no reason to reject an answer.
const CompletionSchema = z.looseObject({
  model: z.string().nullish(),
  choices: z.array(z.looseObject({ finish_reason: z.string().nullish(), message: MessageSchema })).min(1),
  usage: z
    .looseObject({ prompt_tokens: z.int().nonnegative(), completion_tokens: z.int().nonnegative() })
    .nullish()
    .catch(null),
});

const ErrorSchema = z.looseObject({
  message: z.string(),
  code: z.union([z.number(), z.string()]).nullish(),
  status: z.union([z.number(), z.string()]).nullish(),
  type: z.string().nullish(),
});

/** Parts of a message that are a thought. */
const THOUGHT_PARTS = new Set(['thinking', 'reasoning', 'redacted_thinking']);

function textOfParts(parts: readonly z.infer<typeof PartSchema>[]): string {
  const texts = parts.map((part) => {
    if (typeof part === 'string') return part;
    if (part.type != null && THOUGHT_PARTS.has(part.type)) return '';
    return typeof part.text === 'string' ? part.text : '';
  });
  return texts.join('');
}

function argumentsOf(message: Message): string {
  const given = message.tool_calls?.at(-1)?.function.arguments;
  return typeof given === 'string' || given === undefined ? (given ?? '') : JSON.stringify(given);
}

/**
 * The text of an answer. Where the content is empty, the answer may be the arguments of a tool that nobody offered, or
 * stand in the field for the thought: vLLM's reasoning parsers put it there when thinking is switched off.
 */
function textOf(message: Message): string {
  const { content } = message;
  const text = typeof content === 'string' ? content : textOfParts(content ?? []);
  if (text.trim() !== '') return text;
  return [argumentsOf(message), message.reasoning_content, message.reasoning].find(Boolean) ?? text;
}

/** The HTTP status that an error object names; null if it names none. */
function statusOf({ code, status, type }: z.infer<typeof ErrorSchema>): number | null {
  const named = [code, status].map(Number).find((value) => value >= 400 && value <= 599);
  if (named !== undefined) return named;
  const said = `${code ?? ''} ${type ?? ''}`;
  if (/rate.?limit|too_many_requests|quota/i.test(said)) return 429;
  return /invalid|unsupported|not_found/i.test(said) ? 400 : null;
}

/** An error that a server sent with a status of success; undefined if the answer is none. */
function errorIn(answer: unknown): APIError | undefined {
  const body = z.looseObject({ error: z.unknown(), object: z.unknown() }).partial().safeParse(answer).data;
  if (body === undefined) return undefined;
  const given = body.object === 'error' ? body : (body.error ?? undefined);
  const error = ErrorSchema.safeParse(typeof given === 'string' ? { message: given } : given).data;
  if (error === undefined) return undefined;
  return APIError.generate(statusOf(error) ?? 502, { error }, error.message, new Headers());
}

/**
 * Reads the answer of a chat completion. Throws the APIError that an answer with a status of success contains instead
 * of choices, and UPSTREAM_UNAVAILABLE if it is no completion.
 */
export function readCompletion(answer: unknown, asked: string): ChatReply {
  const parsed = CompletionSchema.safeParse(answer);
  const choice = parsed.data?.choices[0];
  if (!parsed.success || choice === undefined) {
    const detail = 'The answer of the language model is not a completion.';
    throw errorIn(answer) ?? new AppError('UPSTREAM_UNAVAILABLE', detail, { cause: parsed.error });
  }
  const { model, usage } = parsed.data;
  return {
    text: textOf(choice.message),
    model: model ?? asked,
    truncated: choice.finish_reason === 'length',
    tokens: usage ? { prompt: usage.prompt_tokens, completion: usage.completion_tokens } : null,
  };
}
