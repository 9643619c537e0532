import type { Stretch } from './edit.ts';
import type { PadDocument } from './pad-document.ts';
import { wholeLines } from './pad-text.ts';

type Listener = (selection: Stretch) => void;

/** Whether a word put at a place needs a space before it. */
const needsSpace = (before: string): boolean => before !== '' && !/[\s([{“‘"'-]$/u.test(before);

/** The pad as the tools beside it see it: where the caret is, and how words are put there. */
export class PadController {
  readonly document: PadDocument;
  #area: HTMLTextAreaElement | null = null;
  #selection: Stretch;
  readonly #listeners = new Set<Listener>();
  readonly #focusListeners = new Set<(hasFocus: boolean) => void>();
  #hasFocus = false;

  constructor(document: PadDocument) {
    this.document = document;
    const end = document.text.length;
    this.#selection = { start: end, end };
  }

  /** The stretch that is selected, or the place of the caret, also while another element has the focus. */
  get selection(): Stretch {
    return this.#selection;
  }

  get selectedText(): string {
    return this.document.text.slice(this.#selection.start, this.#selection.end);
  }

  onSelection(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get hasFocus(): boolean {
    return this.#hasFocus;
  }

  onFocus(listener: (hasFocus: boolean) => void): () => void {
    this.#focusListeners.add(listener);
    return () => this.#focusListeners.delete(listener);
  }

  /** Hears that the text area got the focus or lost it. */
  sawFocus(hasFocus: boolean): void {
    this.#hasFocus = hasFocus;
    for (const listener of this.#focusListeners) listener(hasFocus);
  }

  /** Shows the document in a text area until what it gives is called. */
  attach(area: HTMLTextAreaElement): () => void {
    this.#area = area;
    area.value = this.document.text;
    area.setSelectionRange(this.#selection.start, this.#selection.end);
    return () => {
      this.#area = null;
    };
  }

  /** Hears of the selection in the text area. */
  sawSelection(): void {
    const area = this.#area;
    if (area === null) return;
    const [start, end] = [area.selectionStart, area.selectionEnd];
    if (start === this.#selection.start && end === this.#selection.end) return;
    this.#tell({ start, end });
  }

  select(selection: Stretch): void {
    this.#area?.setSelectionRange(selection.start, selection.end);
    this.#tell(selection);
  }

  focus(): void {
    this.#area?.focus();
  }

  /** Puts a word in place of the selection, with a space before it where the word before needs one. */
  insertWord(word: string): void {
    const { start } = this.#selection;
    const space = needsSpace(this.document.text.slice(0, start)) ? ' ' : '';
    this.#replace(this.#selection, space + word, false);
  }

  /** Adds lines that a machine wrote below the line of the caret. */
  insertLines(lines: readonly string[]): void {
    const { text } = this.document;
    const { end } = this.#selection;
    const line = wholeLines(text, { start: end, end });
    const isBlank = text.slice(line.start, line.end).trim() === '';
    const added = lines.join('\n');
    // On a blank line the first of them stands there.
    if (isBlank) this.#replace(line, added, true);
    else this.#replace({ start: line.end, end: line.end }, `\n${added}`, true);
  }

  /** Puts lines that a machine wrote in place of a stretch. */
  replaceByMachine(stretch: Stretch, text: string): void {
    this.#replace(stretch, text, true);
  }

  undo(): void {
    this.#goTo(this.document.undo());
  }

  redo(): void {
    this.#goTo(this.document.redo());
  }

  #replace(stretch: Stretch, text: string, byMachine: boolean): void {
    this.document.replace(stretch, text, byMachine);
    this.#goTo(stretch.start + text.length);
  }

  #goTo(place: number | null): void {
    if (place !== null) this.select({ start: place, end: place });
  }

  #tell(selection: Stretch): void {
    this.#selection = selection;
    for (const listener of this.#listeners) listener(selection);
  }
}
