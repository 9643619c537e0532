import { APIError } from 'openai/core/error';
import { PartsRefused, REQUEST_PARTS, type RequestPart } from '../lib/parts-refused.ts';

interface PartTraits {
  /** The field that carries it. */
  field: string;
  /** How servers speak of it. */
  words: RegExp;
}

const TRAITS: Record<RequestPart, PartTraits> = {
  schema: { field: 'response_format', words: /response_format|json_schema|structured outputs?|guided_json/i },
  thinking_switch: { field: 'chat_template_kwargs', words: /chat_template_kwargs|enable_thinking/i },
  max_tokens: { field: 'max_tokens', words: /\bmax_tokens\b/i },
  max_completion_tokens: { field: 'max_completion_tokens', words: /\bmax_completion_tokens\b/i },
  temperature: { field: 'temperature', words: /\btemperature\b/i },
};
/** What is no part of OpenAI's API from its beginning, and so what a server that names nothing may not know. */
const SUSPECTS: readonly RequestPart[] = ['schema', 'thinking_switch'];
/** The question is too long, whatever is left out of the rest. */
const TOO_LONG = /context.?(?:length|window)/i;

/** The error as a refusal of parts, if the server blames one that was sent (`fields`), or none and may not know some. */
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
