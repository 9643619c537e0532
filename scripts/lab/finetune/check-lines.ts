import { z } from 'zod';

const Conversation = z.strictObject({
  messages: z.tuple([
    z.strictObject({ role: z.literal('system'), content: z.string().trim().min(1) }),
    z.strictObject({ role: z.literal('user'), content: z.string().trim().min(1) }),
    z.strictObject({ role: z.literal('assistant'), content: z.string().trim().min(1) }),
  ]),
});

/** Markers that chat templates put between turns: in a text, tokenizers read them as the end of the turn. */
const MARKERS = [
  '<|',
  '|>',
  '<s>',
  '</s>',
  '[INST]',
  '[/INST]',
  '<<SYS>>',
  '<</SYS>>',
  '<start_of_turn>',
  '<end_of_turn>',
  '<bos>',
  '<eos>',
  '<think>',
  '</think>',
  '<｜',
  '[SYSTEM_PROMPT]',
  '[TOOL_CALLS]',
];

/** Characters between 2 tokens of English at the least; other letters and signs take a token or more each. */
const CHARACTERS_A_TOKEN = 3.5;
/** Of the template, for each message. */
const TOKENS_A_MESSAGE = 6;

/**
 * About how many tokens a conversation takes: 3.5 ASCII characters each and every other UTF-8 byte pair one, which lies above
 * what tokenizers of 100,000 words and more count of English. An estimate: the model's own tokenizer decides.
 */
export function estimateTokens(contents: readonly string[]): number {
  return contents.reduce((sum, content) => {
    const bytes = Buffer.byteLength(content);
    // An ASCII character is one byte, every other at least two.
    const others = bytes - content.length;
    return (
      sum + TOKENS_A_MESSAGE + Math.ceil((content.length - others / 2) / CHARACTERS_A_TOKEN + others / 2)
    );
  }, 0);
}

export interface CheckedLine {
  tokens: number;
  /** Why the line may not be trained on; null if it may. */
  fault: string | null;
}

/** Reads a written line again and judges it as a trainer would: form, roles, markers, characters, length. */
export function checkLine(line: string, maxTokens: number): CheckedLine {
  const read = Conversation.safeParse(parsed(line));
  if (!read.success) return { tokens: 0, fault: 'not a conversation of system, user and assistant' };
  const contents = read.data.messages.map(({ content }) => content);
  const tokens = estimateTokens(contents);
  return { tokens, fault: faultOf(contents, line) ?? (tokens > maxTokens ? 'too many tokens' : null) };
}

function faultOf(contents: readonly string[], line: string): string | null {
  // The system message is ours, and may name what it wants.
  const told = contents.slice(1).map((content) => content.toLowerCase());
  if (MARKERS.some((marker) => told.some((content) => content.includes(marker.toLowerCase()))))
    return 'markers of a chat template in the text';
  if (!line.isWellFormed() || contents.some((content) => !content.isWellFormed())) return 'broken Unicode';
  return contents.some((content) => hasControl(content)) ? 'control characters' : null;
}

const hasControl = (text: string): boolean =>
  Array.from(text).some((one) => one < ' ' && one !== '\n' && one !== '\t');

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Line ends to readers that split text by Unicode, as Python's `splitlines` does. */
const LINE_ENDS: readonly [string, string][] = [
  ['\u0085', '\\u0085'],
  ['\u2028', '\\u2028'],
  ['\u2029', '\\u2029'],
];

/** One line of JSON Lines that every reader takes as one. */
export const jsonLine = (value: unknown): string =>
  LINE_ENDS.reduce((text, [end, escaped]) => text.replaceAll(end, escaped), JSON.stringify(value));
