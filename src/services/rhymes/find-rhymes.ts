import type { ServiceContext } from '../../context.ts';
import { type BarRow, findBarsEndingOn } from '../../db/queries/bars.ts';
import { describeError } from '../../lib/errors.ts';
import { findHits } from '../../lyrics/find-hits.ts';
import {
  type FoundRhyme,
  findRhymes as findInLexicon,
  type RhymeFinderKind,
} from '../../lyrics/rhyme/rhyme-finder.ts';
import { lastUnits } from '../../lyrics/text/line-units.ts';
import { isHeaderLine } from '../../lyrics/text/sections.ts';
import { readSong } from '../../lyrics/text/song.ts';
import type { Theme } from '../../lyrics/themes/theme-names.ts';
import { grantPieces, type LyricsContext } from '../access/lyrics-policy.ts';
import { WITHHELD } from '../access/withhold-words.ts';

export interface FindRhymesInput {
  word: string;
  kind: RhymeFinderKind;
  syllables: number | null;
  topic: Theme | null;
  limit: number;
}

/** A topic filter keeps few words, so many more candidates are read. */
const TOPIC_CANDIDATES = 2000;
const BARS_A_WORD = 2;

/** The rhymes whose word belongs to the theme in the theme lexicon. */
function ofTopic(rhymes: readonly FoundRhyme[], topic: Theme): FoundRhyme[] {
  const { themes } = findHits(readSong(rhymes.map(({ word }) => word).join('\n')));
  const lines = new Set(themes.filter((hit) => hit.category === topic).map((hit) => hit.line));
  return rhymes.filter((_, line) => lines.has(line));
}

type Context = LyricsContext & Pick<ServiceContext, 'lexicon' | 'sql' | 'log'>;

/**
 * Bars are optional: without the database the rhymes are still returned. For a long line, its end is shown as the bar.
 */
async function barsOf(ctx: Context, words: readonly string[]): Promise<BarRow[] | null> {
  try {
    const rows = await findBarsEndingOn(ctx.sql, { words, perWord: BARS_A_WORD });
    return rows.filter(({ bar }) => !isHeaderLine(bar)).map((row) => ({ ...row, bar: lastUnits(row.bar) }));
  } catch (error) {
    ctx.log.warn('rhymes without bars', { error: describeError(error) });
    return null;
  }
}

/** Bars as the reader may see them: beyond the reader's budget only the song is named, without words. */
async function showBars(ctx: Context, bars: readonly BarRow[]) {
  const granted = await grantPieces(
    ctx,
    bars.map(({ track_id, bar }) => ({ songId: track_id, text: bar })),
  );
  return bars.map(({ word, track_id, artist, title, bar }, i) => ({
    word,
    shown: {
      track_id,
      artist,
      title,
      bar: granted[i] ? bar : WITHHELD,
      withheld: granted[i] ? null : ('budget' as const),
    },
  }));
}

/**
 * Words that rhyme with a word or phrase, ranked by sound and then by frequency, with lines of the catalogue that end
 * on them.
 */
export async function findRhymes(ctx: Context, input: FindRhymesInput) {
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
  const byWord = Map.groupBy(await showBars(ctx, bars ?? []), (bar) => bar.word);
  return {
    word: input.word,
    kind: input.kind,
    bars_available: bars !== null,
    items: rhymes.map((rhyme) => ({
      ...rhyme,
      bars: (byWord.get(rhyme.word) ?? []).map(({ shown }) => shown),
    })),
  };
}
