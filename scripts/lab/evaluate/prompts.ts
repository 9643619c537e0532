import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ChatUpstream } from '../../../src/context.ts';
import { analysisPrompt, PROMPT_VERSION } from '../../../src/llm/prompts/analysis-v2.ts';
import { CommandError } from '../../explain.ts';
import { sha256 } from '../run/configuration.ts';
import type { AskAnalysis } from './ask-analyzers.ts';
import { askDirectly } from './ask-directly.ts';

/** Instructions that are compared; null: those that the Worker uses. */
export interface NamedPrompt {
  name: string;
  instructions: string | null;
}

/** What follows the instructions in every prompt: the schema of the answer. */
const schemaText = (): string => JSON.stringify(analysisPrompt([]).schema.schema);

/**
 * Prompts by name: the version in use, `analysis-v2` or `v2`, or the path of a text with other instructions, named by its file
 * and its content. Throws `CommandError` for a file that cannot be read or is empty, and for a name that comes twice.
 */
export async function readPrompts(names: readonly string[]): Promise<NamedPrompt[]> {
  const prompts = await Promise.all(names.map(readPrompt));
  const doubled = prompts.find(({ name }, at) => prompts.findIndex((other) => other.name === name) !== at);
  if (doubled !== undefined) throw new CommandError(`The prompt ${doubled.name} is named twice.`);
  return prompts;
}

async function readPrompt(name: string): Promise<NamedPrompt> {
  if (name === PROMPT_VERSION || PROMPT_VERSION.endsWith(`-${name}`))
    return { name: PROMPT_VERSION, instructions: null };
  const text = await readFile(name, 'utf8').catch(() => {
    throw new CommandError(
      `There is no prompt "${name}": give ${PROMPT_VERSION} or a file with instructions.`,
    );
  });
  if (text.trim() === '') throw new CommandError(`The prompt ${name} is empty.`);
  return { name: `${basename(name)}-${sha256(text).slice(0, 8)}`, instructions: `${text.trim()}\n` };
}

/** The same model, with other instructions in the place of the Worker's; the song, the schema and the repairs are the same. */
export function withInstructions<T extends Pick<ChatUpstream, 'chat'>>(upstream: T, instructions: string): T {
  const system = instructions + schemaText();
  const complete: ChatUpstream['chat']['complete'] = (request) =>
    upstream.chat.complete({ ...request, system });
  return { ...upstream, chat: Object.create(upstream.chat, { complete: { value: complete } }) };
}

const SEPARATOR = '@';

/** The name of an analyser that asks with a prompt, as `qwen@analysis-v2`. */
export const analyzerWith = (analyzer: string, { name }: NamedPrompt): string =>
  `${analyzer}${SEPARATOR}${name}`;

/** As `askDirectly`, for names of `analyzerWith`. */
export function askWithPrompts(
  ctx: Parameters<typeof askDirectly>[0],
  prompts: readonly NamedPrompt[],
): AskAnalysis {
  const asks = new Map(
    prompts.map(({ name, instructions }) => {
      const chatModels =
        instructions === null
          ? ctx.chatModels
          : ctx.chatModels.map((one) => withInstructions(one, instructions));
      return [name, askDirectly(Object.create(ctx, { chatModels: { value: chatModels } }))];
    }),
  );
  return (body) => {
    const at = body.analyzer.indexOf(SEPARATOR);
    const ask = asks.get(body.analyzer.slice(at + 1));
    if (at < 0 || ask === undefined) throw new CommandError(`"${body.analyzer}" names no prompt.`);
    return ask({ ...body, analyzer: body.analyzer.slice(0, at) });
  };
}
