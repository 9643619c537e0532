import type { ServiceContext } from '../../context.ts';
import { utcDay } from '../../lib/line-ledger.ts';
import { hasScope } from '../../lib/rbac.ts';
import { lineUnits } from '../../lyrics/text/line-units.ts';
import { callerOf } from './caller-of.ts';

/** Why the words are missing although the answer has a field for them. */
export type Withheld = 'budget' | null;

/** A piece of a song's text that is about to be shown in an answer. */
export interface ShownPiece {
  /** The song, or the original that it nearly duplicates: versions share a budget. */
  songId: number;
  /** Whole lines, or whole pieces of a long line, as returned by `lineUnits`. */
  text: string;
}

type Reader = Pick<ServiceContext, 'config' | 'actor'>;
export type LyricsContext = Reader & Pick<ServiceContext, 'lineLedger' | 'clock' | 'metrics'>;

/**
 * Full lyrics are licensed content: they are returned only if the operator made them public or the actor has the
 * scope.
 */
export function mayReadLyrics({ config, actor }: Reader): boolean {
  return config.publicLyrics || hasScope(actor, 'lyrics:read');
}

/**
 * Decides which pieces may be shown, in the given order. If lyrics are not public, each caller has a budget of
 * different lines per song and per UTC day; lines that the caller was shown before cost nothing. Makes one Redis call,
 * or none if no text is shown.
 */
export async function grantPieces(
  ctx: LyricsContext,
  pieces: readonly (ShownPiece | null)[],
): Promise<boolean[]> {
  const caller = mayReadLyrics(ctx) ? null : callerOf(ctx.actor);
  const asked = pieces.filter((piece) => piece !== null);
  if (caller === null || asked.length === 0) return pieces.map((piece) => piece !== null);
  const granted = await ctx.lineLedger.take({
    caller,
    day: utcDay(ctx.clock),
    limits: ctx.config.lineLimits,
    pieces: asked.map(({ songId, text }) => ({ songId, lines: lineUnits(text) })),
  });
  const shown = granted.filter((one) => one).length;
  ctx.metrics.count('barline_lyric_pieces_total', { result: 'shown' }, shown);
  ctx.metrics.count('barline_lyric_pieces_total', { result: 'withheld' }, granted.length - shown);
  const answers = granted.values();
  return pieces.map((piece) => piece !== null && answers.next().value === true);
}
