import { EngineError } from '../../engine/engine.ts';
import type { VerseFacts, VerseMarks } from '../../engine/messages.ts';
import { applyEdit, type Edit, editBetween } from './edit.ts';
import { type Mark, moveMarks, NO_MARKS, type PadMarks } from './marks.ts';
import { readingMarks } from './reading-marks.ts';

/** What is drawn, and how far the engine has come. */
export interface PadView {
  text: string;
  known: PadMarks;
  /** What was heard last, perhaps in a text that has changed a little since. */
  facts: VerseFacts | null;
  /** Why the rhymes are not shown; null where they are, or soon will be. */
  failure: EngineError['reason'] | null;
}

type Ask = (text: string) => Promise<VerseMarks | null>;

/**
 * Follows a text: its marks move with each change at once, and the engine hears the newest text as soon as it is free.
 * Its answer, though the text has changed since, is shown moved along with these changes.
 */
export class MarkKeeper {
  view: PadView;
  readonly #ask: Ask;
  readonly #show: (view: PadView) => void;
  #isAsking = false;
  #isClosed = false;
  /** What has changed since the engine was asked. */
  #since: Edit[] = [];

  constructor(text: string, ask: Ask, show: (view: PadView) => void) {
    this.view = { text, known: NO_MARKS, facts: null, failure: null };
    this.#ask = ask;
    this.#show = show;
    void this.#hear();
  }

  /** The text is another now; `caret` says which of several explanations of the change is meant. */
  follow(text: string, caret: number): void {
    const edit = editBetween(this.view.text, text, caret);
    if (edit === null) return;
    this.#since.push(edit);
    this.#set({ text, known: moveMarks(this.view.known, this.view.text, edit) });
    // What failed is asked again when the reader wants it, not with every key.
    if (this.view.failure === null) void this.#hear();
  }

  /** Asks again after a failure. */
  retry(): void {
    if (this.view.failure === null) return;
    this.#set({ failure: null });
    void this.#hear();
  }

  close(): void {
    this.#isClosed = true;
  }

  async #hear(): Promise<void> {
    if (this.#isAsking || this.#isClosed) return;
    this.#isAsking = true;
    const { text, known } = this.view;
    this.#since = [];
    let isHeard = false;
    try {
      const heard = await this.#ask(text);
      isHeard = heard !== null;
      if (heard !== null) this.#heard(text, heard, known.marks);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      this.#set({ failure: error.reason });
    } finally {
      this.#isAsking = false;
    }
    // No answer: the question of another pad took the place of this one.
    if ((!isHeard || this.view.text !== text) && this.view.failure === null) void this.#hear();
  }

  #heard(asked: string, heard: VerseMarks, before: readonly Mark[]): void {
    let known = readingMarks(asked, heard, before);
    let text = asked;
    for (const edit of this.#since) {
      known = moveMarks(known, text, edit);
      text = applyEdit(text, edit);
    }
    this.#set({ known, facts: heard.facts, failure: null });
  }

  #set(change: Partial<PadView>): void {
    this.view = { ...this.view, ...change };
    if (!this.#isClosed) this.#show(this.view);
  }
}
