import { APIError } from 'openai/core/error';
import { PartsRefused, REQUEST_PARTS, type RequestPart } from '../lib/parts-refused.ts';

interface PartTraits {
  /** The field of the request. */
  field: string;
  /** The names that servers use for it. */
  words: RegExp;
}

const TRAITS: Record<RequestPart, PartTraits> = {
  schema: { field: 'response_format', words: /response_format|json_schema|structured outputs?|guided_json/i },
  thinking_switch: { field: 'chat_template_kwargs', words: /chat_template_kwargs|enable_thinking/i },
  max_tokens: { field: 'max_tokens', words: /\bmax_tokens\b/i },
  max_completion_tokens: { field: 'max_completion_tokens', words: /\bmax_completion_tokens\b/i },
  temperature: { field: 'temperature', words: /\btemperature\b/i },
  stream_usage: { field: 'stream_options', words: /stream_options|include_usage/i },
};
/** Fields that were not in OpenAI's API from the start, which a server that names no field may not know. */
const SUSPECTS: readonly RequestPart[] = ['schema', 'thinking_switch', 'stream_usage'];
/** The prompt is too long, regardless of the other fields. */
const TOO_LONG = /context.?(?:length|window)/i;

/**
 * Reads the error as a refusal of parts, if the server names one that was sent (`fields`), or names none and may not
 * know some.
 */
export function toPartsRefused(error: unknown, fields: readonly string[]): PartsRefused | null {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return null;
  const said = `${error.param ?? ''} ${error.code ?? ''} ${error.message}`;
  if (TOO_LONG.test(said)) return null;
  const sent = REQUEST_PARTS.filter((part) => fields.includes(TRAITS[part].field));
  const named = sent.filter((part) => TRAITS[part].words.test(said));
  if (named.length > 0) return new PartsRefused(named, true, error);
  const suspects = sent.filter((part) => SUSPECTS.includes(part));
  return suspects.length > 0 ? new PartsRefused(suspects, false, error) : null;
}
