import { applyEdit, type Edit, editBetween, inverse, moveStretches, type Stretch } from './edit.ts';
import { doAgain, type History, NO_HISTORY, record, type Step, takeBack } from './history.ts';
import { wholeLines } from './pad-text.ts';

/** What is kept of a draft. */
export interface DraftContent {
  text: string;
  /** Lines that a machine wrote and nobody has changed since. */
  made: readonly Stretch[];
  history: History;
}

export const EMPTY_DRAFT: DraftContent = { text: '', made: [], history: NO_HISTORY };

/** A change as listeners hear it; `fromKeys` is one that the browser has already made in the text area. */
export interface Changed {
  edit: Edit;
  fromKeys: boolean;
}

type Listener = (changed: Changed) => void;

/** The lines of a text that a change leaves at `start`: each inserted line as one stretch, blank ones left out. */
export function linesOf(text: string, start: number): Stretch[] {
  const lines: Stretch[] = [];
  let at = start;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ start: at, end: at + line.length });
    at += line.length + 1;
  }
  return lines;
}

const firstLine = (text: string): string => text.slice(0, (text.indexOf('\n') + 1 || text.length + 1) - 1);
const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n') + 1);

const changesWords = (first: string, { removed, inserted }: Edit): boolean =>
  inserted.includes('\n')
    ? first.trim() !== ''
    : `${removed}${inserted}`.trim() !== '' || removed.includes('\n');

/** Whether a change adds words to a whole line or takes some away; a new line before or behind it does neither. */
function touches(edit: Edit, line: Stretch): boolean {
  const end = edit.start + edit.removed.length;
  if (edit.start > line.end || end < line.start) return false;
  if (edit.start === line.end) return changesWords(firstLine(edit.inserted), edit);
  if (end === line.start) return changesWords(lastLine(edit.inserted), edit);
  return true;
}

/** The machine's lines in `text` after a change of it by hand: one that was touched is the writer's own. */
export function madeAfterEdit(made: readonly Stretch[], text: string, edit: Edit): readonly Stretch[] {
  const untouched = made.filter((line) => !touches(edit, wholeLines(text, line)));
  const moved = moveStretches(untouched, edit);
  return moved.length === made.length && moved.every((line, i) => line === made[i]) ? made : moved;
}

/** The text of one draft, with the steps that can be taken back. The text area shows it and tells what is typed. */
export class PadDocument {
  #content: DraftContent;
  readonly #listeners = new Set<Listener>();
  readonly #now: () => number;

  constructor(content: DraftContent = EMPTY_DRAFT, now: () => number = Date.now) {
    this.#content = content;
    this.#now = now;
  }

  get content(): DraftContent {
    return this.#content;
  }

  get text(): string {
    return this.#content.text;
  }

  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The text area holds `text` now, with the caret at `caret`. */
  typed(text: string, caret: number): void {
    const edit = editBetween(this.text, text, caret);
    if (edit !== null) this.#commit(edit, madeAfterEdit(this.#content.made, this.text, edit), true);
  }

  /** Puts words in place of a stretch; `byMachine` marks their lines as a machine's. */
  replace({ start, end }: Stretch, inserted: string, byMachine = false): void {
    const edit: Edit = { start, removed: this.text.slice(start, end), inserted };
    if (edit.removed === inserted) return;
    const kept = madeAfterEdit(this.#content.made, this.text, edit);
    const made = byMachine ? [...kept, ...linesOf(inserted, start)].sort((a, b) => a.start - b.start) : kept;
    this.#commit(edit, made, false);
  }

  /** Takes over what another tab has made of the draft. */
  adopt(content: DraftContent): void {
    const edit = editBetween(this.text, content.text, content.text.length);
    this.#content = content;
    if (edit !== null) this.#tell({ edit, fromKeys: false });
  }

  /** Takes the last step back. Gives the place of the change, null where there was none. */
  undo(): number | null {
    const taken = takeBack(this.#content.history);
    if (taken === null) return null;
    const { step, history } = taken;
    return this.#go(inverse(step), step.madeBefore, history);
  }

  redo(): number | null {
    const done = doAgain(this.#content.history);
    return done === null ? null : this.#go(done.step, done.step.madeAfter, done.history);
  }

  #go(edit: Edit, made: readonly Stretch[], history: History): number {
    this.#content = { text: applyEdit(this.text, edit), made, history };
    this.#tell({ edit, fromKeys: false });
    return edit.start + edit.inserted.length;
  }

  #commit(edit: Edit, made: readonly Stretch[], fromKeys: boolean): void {
    const madeBefore = this.#content.made;
    const step: Step = { ...edit, madeBefore, madeAfter: made, at: this.#now(), isTyped: fromKeys };
    const history = record(this.#content.history, step);
    this.#content = { text: applyEdit(this.text, edit), made, history };
    this.#tell({ edit, fromKeys });
  }

  #tell(changed: Changed): void {
    for (const listener of this.#listeners) listener(changed);
  }
}
