import type { Edit, Stretch } from './edit.ts';

/** One step that can be taken back: a change, and which lines a machine wrote before and after it. */
export interface Step extends Edit {
  madeBefore: readonly Stretch[];
  madeAfter: readonly Stretch[];
  /** Milliseconds since 1970 of its last keystroke. */
  at: number;
  /** Made at the keyboard, rather than put in for the writer. */
  isTyped: boolean;
}

/** The steps that were done and those that were taken back, the latest last. */
export interface History {
  done: readonly Step[];
  undone: readonly Step[];
}

export const NO_HISTORY: History = { done: [], undone: [] };

/** Pauses longer than this begin a new step. */
const PAUSE_MS = 1500;
/** Characters that the steps hold together; the oldest go first. */
const MOST_CHARACTERS = 200_000;
const MOST_STEPS = 1000;

const isWordStart = (before: string, inserted: string): boolean => /\s$/.test(before) && /^\S/.test(inserted);

/** Letters typed one after another within a word, or deleted one after another, are one step. */
function joined(last: Step, next: Step): Step | null {
  if (!last.isTyped || !next.isTyped || next.at - last.at > PAUSE_MS) return null;
  const { madeAfter, at } = next;
  const isTyping = last.removed === '' && next.removed === '' && next.inserted.length <= 2;
  if (isTyping && next.start === last.start + last.inserted.length && last.inserted.length > 0) {
    if (isWordStart(last.inserted, next.inserted) || next.inserted.includes('\n')) return null;
    return { ...last, inserted: last.inserted + next.inserted, madeAfter, at };
  }
  const isDeleting = last.inserted === '' && next.inserted === '' && next.removed.length <= 2;
  if (isDeleting && next.start + next.removed.length === last.start)
    return { ...last, start: next.start, removed: next.removed + last.removed, madeAfter, at };
  return null;
}

const sizeOf = ({ removed, inserted }: Step): number => removed.length + inserted.length;

function bounded(steps: readonly Step[]): readonly Step[] {
  let size = 0;
  let kept = 0;
  for (const step of steps.toReversed()) {
    size += sizeOf(step);
    if (size > MOST_CHARACTERS || kept === MOST_STEPS) break;
    kept++;
  }
  return kept === steps.length ? steps : steps.slice(steps.length - kept);
}

/** The history with one more step; what was taken back before it can no longer be done again. */
export function record({ done }: History, step: Step): History {
  const last = done.at(-1);
  const both = last ? joined(last, step) : null;
  return { done: both ? [...done.slice(0, -1), both] : bounded([...done, step]), undone: [] };
}

/** The history without its last step, and that step; null at its beginning. */
export function takeBack({ done, undone }: History): { history: History; step: Step } | null {
  const step = done.at(-1);
  return step ? { step, history: { done: done.slice(0, -1), undone: [...undone, step] } } : null;
}

/** The history with the step that was taken back last, and that step; null where nothing was. */
export function doAgain({ done, undone }: History): { history: History; step: Step } | null {
  const step = undone.at(-1);
  return step ? { step, history: { done: [...done, step], undone: undone.slice(0, -1) } } : null;
}

/** Half of the steps, the newest: for a storage that has no room for all. */
export const halved = ({ done, undone }: History): History => ({
  done: done.slice(Math.ceil(done.length / 2)),
  undone: undone.slice(Math.ceil(undone.length / 2)),
});
