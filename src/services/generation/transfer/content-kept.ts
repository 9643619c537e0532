import type { ServiceContext } from '../../../context.ts';
import { describeError } from '../../../lib/errors.ts';
import { isStopWord } from '../../../lib/stop-words.ts';
import { readWords } from '../../../ml/compose/read-words.ts';
import { currentEmbedder } from '../../embedding/current-embedder.ts';
import { embedTexts } from '../../embedding/embed-texts.ts';
import type { Transfer } from './contract.ts';

export type ContentContext = Pick<
  ServiceContext,
  'sql' | 'config' | 'clock' | 'embedder' | 'nextEmbedder' | 'breaker' | 'state' | 'metrics' | 'log'
>;

/** A text without the words of styles, which would count a change of style as a change of content (Mir et al. 2019). */
function masked(lines: readonly string[], styleWords: ReadonlySet<string>): string {
  return lines
    .map((line) =>
      readWords(line)
        .filter(({ word }) => !styleWords.has(word))
        .map(({ word }) => word)
        .join(' '),
    )
    .join('\n');
}

const meaningWords = (text: string): Set<string> =>
  new Set(text.split(/\s/).filter((word) => word !== '' && !isStopWord(word)));

/**
 * How much of what a text says is still said after it was rewritten. The similarity is null without an embedding model, or
 * (logged) if it does not answer.
 */
export async function contentKept(
  ctx: ContentContext,
  {
    before,
    after,
    styleWords,
  }: { before: readonly string[]; after: readonly string[]; styleWords: ReadonlySet<string> },
): Promise<Transfer['content']> {
  const texts = [masked(before, styleWords), masked(after, styleWords)] as const;
  const [own, left] = [meaningWords(texts[0]), meaningWords(texts[1])];
  const words_kept = own.size === 0 ? 1 : [...own].filter((word) => left.has(word)).length / own.size;
  const embedder = await currentEmbedder(ctx);
  if (embedder === null) return { similarity: null, words_kept, by: null };
  try {
    const [a = [], b = []] = await embedTexts(ctx, embedder, [...texts], 'document');
    const similarity = a.reduce((sum, x, at) => sum + x * (b[at] ?? 0), 0);
    return { similarity, words_kept, by: embedder.model };
  } catch (error) {
    ctx.log.warn('content of a rewritten text not compared', { error: describeError(error) });
    return { similarity: null, words_kept, by: null };
  }
}
