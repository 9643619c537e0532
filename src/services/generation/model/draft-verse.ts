import type { ChatUpstream, ServiceContext } from '../../../context.ts';
import { VERSE_INSTRUCTIONS, versePrompt } from '../../../llm/prompts/verse-v1.ts';
import { CopyLimit } from '../../../ml/compose/copy-limit.ts';
import type { ComposeOrder } from '../../../ml/compose/types.ts';
import { mayReadLyrics } from '../../access/lyrics-policy.ts';
import { addressesModel } from '../../models/addresses-model.ts';
import type { AskContext } from '../../models/ask-model.ts';
import type { WrittenLine } from '../contract.ts';
import type { Material } from '../gather-material.ts';
import { hearVerse } from '../measure-verse.ts';
import { describeStyle } from './describe-style.ts';
import { type Draft, draftLines } from './draft-lines.ts';
import { faultOfLine, rangeAt } from './line-judge.ts';

export { VERSE_PROMPT_VERSION } from '../../../llm/prompts/verse-v1.ts';

const EXEMPLARS = 3;
const EXEMPLAR_LINES = 4;

export type DraftContext = AskContext & Pick<ServiceContext, 'log' | 'config' | 'actor' | 'lexicon'>;

export interface VerseDraftTask {
  order: ComposeOrder;
  material: Material;
  about: string;
  rewrite: readonly string[] | null;
  timeoutMs: number;
  signal: AbortSignal;
  onLine: (line: WrittenLine) => void;
}

/** Has a model write the lines of an order; what it misses is null in the draft. */
export function draftVerse(ctx: DraftContext, upstream: ChatUpstream, task: VerseDraftTask): Promise<Draft> {
  const { order, material, about, rewrite } = task;
  const limit = new CopyLimit();
  for (const { text } of material.sources) limit.add(text);
  for (const text of VERSE_INSTRUCTIONS) limit.add(text);
  const given = Array.from({ length: order.lines }, (_, at) => order.keep[at] ?? null);
  const prompt = versePrompt({
    about,
    rewrite,
    plan: given.map((text, at) => ({
      number: at + 1,
      letter: order.scheme[at] ?? '-',
      syllables: rangeAt(order, at),
      given: text,
    })),
    maxCharacters: order.maxCharacters,
    rhyme: order.rhyme,
    profile: material.style === null ? [] : describeStyle(material.style),
    exemplars: mayReadLyrics(ctx) ? exemplarsOf(material) : [],
  });
  return draftLines(ctx, upstream, {
    prompt,
    given,
    temperature: order.temperature,
    timeoutMs: task.timeoutMs,
    priority: 'interactive',
    faultOf: (standing, line) => faultOfLine({ order, lexicon: ctx.lexicon, limit }, standing, line),
    onLine: ({ at, text, source }) =>
      task.onLine({
        number: at + 1,
        text,
        syllables: hearVerse([text], ctx.lexicon).syllables[0] ?? 0,
        letter: order.scheme[at] === '-' ? null : (order.scheme[at] ?? null),
        source,
      }),
    signal: task.signal,
  });
}

/** The first lines of the songs of the style that are nearest to the subject, without lines that address a model. */
function exemplarsOf({ styleSongs }: Material): string[] {
  return styleSongs.slice(0, EXEMPLARS).map(({ lines }) =>
    lines
      .map(({ text }) => text)
      .filter((text) => !addressesModel(text))
      .slice(0, EXEMPLAR_LINES)
      .join('\n'),
  );
}
