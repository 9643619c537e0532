import type { ServiceContext } from '../../context.ts';
import { type BarRow, findBarsEndingOn } from '../../db/queries/bars.ts';
import { describeError } from '../../lib/errors.ts';
import { lastUnits } from '../../lyrics/text/line-units.ts';
import { isHeaderLine } from '../../lyrics/text/sections.ts';
import { tokenize } from '../../lyrics/text/tokenize.ts';
import { grantPieces, type LyricsContext } from '../access/lyrics-policy.ts';
import { WITHHELD } from '../access/withhold-words.ts';
import { answerRhymes, type FindRhymesInput } from './answer-rhymes.ts';

const BARS_A_WORD = 2;

type Context = LyricsContext & Pick<ServiceContext, 'lexicon' | 'sql' | 'log'>;

/**
 * Bars are optional: without the database the rhymes are still returned. For a long line, its end is shown as the bar.
 */
async function barsOf(ctx: Context, words: readonly string[]): Promise<BarRow[] | null> {
  try {
    const rows = await findBarsEndingOn(ctx.sql, { words, perWord: BARS_A_WORD });
    return rows.filter(isSungEnd).map((row) => ({ ...row, bar: lastUnits(row.bar) }));
  } catch (error) {
    ctx.log.warn('rhymes without bars', { error: describeError(error) });
    return null;
  }
}

const plain = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '');

/** Whether the word is the end of the line that rhymes: not an ad-lib behind it, no header. */
function isSungEnd({ bar, word }: BarRow): boolean {
  if (isHeaderLine(bar)) return false;
  const words = tokenize(bar);
  const main = words.filter(({ aside }) => !aside);
  const sung = (main.length > 0 ? main : words).map(({ norm }) => norm).join(' ');
  return ` ${plain(sung)}`.endsWith(` ${plain(word)}`);
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
 * Words and phrases that rhyme with a word or phrase, for each of its readings, with lines of the catalogue that end on
 * them.
 */
export async function findRhymes(ctx: Context, input: FindRhymesInput) {
  const { readings, items, reason } = answerRhymes(ctx.lexicon, input);
  const bars = await barsOf(
    ctx,
    items.map(({ word }) => word),
  );
  const byWord = Map.groupBy(await showBars(ctx, bars ?? []), (bar) => bar.word);
  return {
    word: input.word,
    kind: input.kind,
    bars_available: bars !== null,
    readings: [...readings],
    reason: reason && { ...reason, try_kinds: [...reason.try_kinds] },
    items: items.map((rhyme) => ({
      ...rhyme,
      bars: (byWord.get(rhyme.word) ?? []).map(({ shown }) => shown),
    })),
  };
}
