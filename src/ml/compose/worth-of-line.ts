import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { echoOf, type Heard, hearOn, sharedEndVowels } from './echo.ts';
import type { DraftLine } from './line-writer.ts';
import { topicOf } from './pick-skeletons.ts';
import { rhymedShare } from './rhymed-share.ts';
import type { Wishes } from './slot-choices.ts';
import type { ComposeOrder, RhymeDepth } from './types.ts';

export interface LineContext {
  readonly order: Pick<ComposeOrder, 'rhyme' | 'temperature'>;
  readonly wishes: Wishes;
  readonly lexicon: Lexicon;
  /** The words before the line. */
  readonly heard: Heard;
  /** The lines whose ends the line rhymes with. */
  readonly ends: readonly Heard[];
  /** Whether the line's shape follows the one before in their song. */
  readonly follows: boolean;
  /** 0-1. */
  readonly chance: number;
}

const ECHO_WORTH: Readonly<Record<RhymeDepth, number>> = { single: 0, multi: 0.1, dense: 0.3 };
const END_WORTH: Readonly<Record<RhymeDepth, number>> = { single: 0, multi: 0.3, dense: 0.3 };
const RHYMED_WORTH: Readonly<Record<RhymeDepth, number>> = { single: 0, multi: 0.5, dense: 6 };
const FOLLOW_WORTH = 0.35;
const CHANCE = 0.5;
const TOPIC_WORTH = 0.1;

/** How much a line is worth after the lines before it: its words, its shape and, in the deeper rhyme modes, its sound. */
export function worthOfLine(draft: DraftLine, context: LineContext): number {
  const { order, wishes, lexicon, heard, ends } = context;
  const { rhyme, temperature } = order;
  const chance = context.chance * CHANCE * (0.5 + temperature);
  const shape = (context.follows ? FOLLOW_WORTH : 0) + TOPIC_WORTH * topicOf(draft.skeleton, wishes.topic);
  if (rhyme === 'single') return draft.score + shape + chance;
  const line = hearOn(heard, draft.words, lexicon);
  const echo = ECHO_WORTH[rhyme] * echoOf(line, draft.words.length);
  const rhymed = RHYMED_WORTH[rhyme] * rhymedShare(line.words, draft.words.length, lexicon);
  const vowels = Math.max(0, ...ends.map((end) => sharedEndVowels(end, line) - 1));
  return draft.score + shape + chance + echo + rhymed + END_WORTH[rhyme] * vowels;
}
