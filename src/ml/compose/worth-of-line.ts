import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { echoOf, type Heard, hearOn, sharedEndVowels } from './echo.ts';
import type { DraftLine } from './line-maker.ts';
import { rhymedShare } from './rhymed-share.ts';
import type { ComposeOrder, RhymeDepth } from './types.ts';

export interface LineContext {
  readonly order: Pick<ComposeOrder, 'rhyme' | 'temperature'>;
  readonly lexicon: Lexicon;
  /** The words before the line. */
  readonly heard: Heard;
  /** The lines whose ends the line rhymes with. */
  readonly ends: readonly Heard[];
  /** 0-1. */
  readonly chance: number;
}

const ECHO_WORTH: Readonly<Record<RhymeDepth, number>> = { single: 0, multi: 0.1, dense: 0.45 };
const END_WORTH: Readonly<Record<RhymeDepth, number>> = { single: 0, multi: 0.3, dense: 0.3 };
const RHYMED_WORTH: Readonly<Record<RhymeDepth, number>> = { single: 0, multi: 0.5, dense: 14 };
const CHANCE = 0.5;

/** How much a line is worth after the lines before it: its words and, in the deeper rhyme modes, its sound. */
export function worthOfLine(draft: DraftLine, context: LineContext): number {
  const { order, lexicon, heard, ends } = context;
  const { rhyme, temperature } = order;
  const chance = context.chance * CHANCE * (0.5 + temperature);
  if (rhyme === 'single') return draft.score + chance;
  const line = hearOn(heard, draft.words, lexicon);
  const echo = ECHO_WORTH[rhyme] * echoOf(line, draft.words.length);
  const rhymed = RHYMED_WORTH[rhyme] * rhymedShare(line.words, draft.words.length, lexicon);
  const vowels = Math.max(0, ...ends.map((end) => sharedEndVowels(end, line) - 1));
  return draft.score + chance + echo + rhymed + END_WORTH[rhyme] * vowels;
}
