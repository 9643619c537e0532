import type { ServiceContext } from '../../context.ts';
import { type BarRow, findBarsEndingOn } from '../../db/queries/bars.ts';
import { describeError } from '../../lib/errors.ts';
import { findHits } from '../../lyrics/find-hits.ts';
import {
  type FoundRhyme,
  findRhymes as findInLexicon,
  type RhymeFinderKind,
} from '../../lyrics/rhyme/rhyme-finder.ts';
import { readSong } from '../../lyrics/text/song.ts';
import type { Theme } from '../../lyrics/themes/theme-names.ts';

export interface FindRhymesInput {
  word: string;
  kind: RhymeFinderKind;
  syllables: number | null;
  topic: Theme | null;
  limit: number;
}

/** A topic keeps few of the words, so many more are looked at. */
const TOPIC_CANDIDATES = 2000;
const BARS_A_WORD = 2;

/** The rhymes whose word belongs to the theme, by the theme lexicon. */
function ofTopic(rhymes: readonly FoundRhyme[], topic: Theme): FoundRhyme[] {
  const { themes } = findHits(readSong(rhymes.map(({ word }) => word).join('\n')));
  const lines = new Set(themes.filter((hit) => hit.category === topic).map((hit) => hit.line));
  return rhymes.filter((_, line) => lines.has(line));
}

/** Bars are an addition: without the database the rhymes are still there. */
async function barsOf(
  ctx: Pick<ServiceContext, 'sql' | 'log'>,
  words: readonly string[],
): Promise<BarRow[] | null> {
  try {
    return await findBarsEndingOn(ctx.sql, { words, perWord: BARS_A_WORD });
  } catch (error) {
    ctx.log.warn('rhymes without bars', { error: describeError(error) });
    return null;
  }
}

/** Words that rhyme with a word or phrase, by sound and then by use, with lines of the catalogue that end on them. */
export async function findRhymes(
  ctx: Pick<ServiceContext, 'lexicon' | 'sql' | 'log'>,
  input: FindRhymesInput,
) {
  const all = findInLexicon(ctx.lexicon, input.word, {
    kind: input.kind,
    limit: input.topic === null ? input.limit : TOPIC_CANDIDATES,
    ...(input.syllables === null ? {} : { syllables: input.syllables }),
  });
  const rhymes = (input.topic === null ? all : ofTopic(all, input.topic)).slice(0, input.limit);
  const bars = await barsOf(
    ctx,
    rhymes.map(({ word }) => word),
  );
  const byWord = Map.groupBy(bars ?? [], (bar) => bar.word);
  return {
    word: input.word,
    kind: input.kind,
    bars_available: bars !== null,
    items: rhymes.map((rhyme) => ({
      ...rhyme,
      bars: (byWord.get(rhyme.word) ?? []).map(({ track_id, artist, title, bar }) => ({
        track_id,
        artist,
        title,
        bar,
      })),
    })),
  };
}
