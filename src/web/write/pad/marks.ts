import type { MarkKind } from '../../engine/messages.ts';
import { applyEdit, type Edit, moveStretches, type Stretch } from './edit.ts';
import { sameEnds } from './same-ends.ts';

/** A rhyming stretch of the text. */
export interface Mark extends Stretch {
  /** Its colour, 0-7. */
  hue: number;
  /** Told by its underline as well as its colour. */
  kind: MarkKind;
  /** Of its group: a word is lit with the others of its group. */
  group: number;
  isAside: boolean;
}

/** What the margins say of a line; null where nothing is known. */
export interface LineFacts {
  syllables: number | null;
  /** Its letter in the scheme. */
  letter: string | null;
}

/** What is known of a text: its rhyming stretches in order, and the facts of each of its lines. */
export interface PadMarks {
  marks: readonly Mark[];
  lines: readonly LineFacts[];
}

export const NO_MARKS: PadMarks = { marks: [], lines: [] };
export const UNKNOWN: LineFacts = { syllables: null, letter: null };

/** The facts of lines after a change: those of lines that are as they were, or that one line became. */
function moveFacts(facts: readonly LineFacts[], before: string, edit: Edit): readonly LineFacts[] {
  if (countBreaks(edit.removed) === countBreaks(edit.inserted)) return facts;
  const [old, now] = [before.split('\n'), applyEdit(before, edit).split('\n')];
  const { first, last } = sameEnds(old, now);
  const fresh = new Array<LineFacts>(now.length - first - last).fill(UNKNOWN);
  return [...facts.slice(0, first), ...fresh, ...facts.slice(old.length - last)];
}

const countBreaks = (text: string): number => text.split('\n').length - 1;

/** The marks after a change, until the engine has heard the new text: what did not change keeps its colour and its place. */
export const moveMarks = ({ marks, lines }: PadMarks, before: string, edit: Edit): PadMarks => ({
  marks: moveStretches(marks, edit),
  lines: moveFacts(lines, before, edit),
});
