import { decodeEntities } from '../../lib/html-entities.ts';

export type TextStyle = 'bold' | 'bold_italic' | 'italic';

/** A part of a line in bold or italics, which on Genius often marks the performer. */
export interface StyledRange {
  line: number;
  start: number;
  end: number;
  style: TextStyle;
}

export interface WrittenLyrics {
  text: string;
  styled: StyledRange[];
}

/** Longer than any song; a longer text is damaged, and the rest is not collected. */
export const MAX_LYRICS_CHARS = 200_000;

const ZERO_WIDTH = /[\u200B\uFEFF]+/g;
const WRITTEN_BREAK = /<br ?\/?>/i;
const SPACE_OR_WORD = /\s+|\S+/g;

/**
 * Joins the pieces that a walker finds: any white space becomes one plain space, lines are trimmed, there is at most
 * one blank line between two lines, and none at the start or end.
 */
export class LyricsWriter {
  readonly #pieces: string[] = [];
  readonly #styled: StyledRange[] = [];
  #pendingBreaks = 0;
  #pendingSpace = false;
  #line = 0;
  #column = 0;
  #length = 0;

  /** Text as in the markup: its line breaks and tabs count as spaces. */
  text(raw: string, style: TextStyle | null): void {
    // Some texts are escaped twice: their tree still holds entities and tags of line breaks.
    const text = raw.includes('&') ? decodeEntities(raw).text : raw;
    for (const [at, line] of text.split(WRITTEN_BREAK).entries()) {
      if (at > 0) this.lineBreak();
      this.#words(line, style);
    }
  }

  #words(text: string, style: TextStyle | null): void {
    for (const [piece] of text.replace(ZERO_WIDTH, '').matchAll(SPACE_OR_WORD)) {
      if (this.#length > MAX_LYRICS_CHARS) return;
      if (/^\s/.test(piece)) this.#pendingSpace = this.#pieces.length > 0 && this.#pendingBreaks === 0;
      else this.#word(piece, style);
    }
  }

  lineBreak(): void {
    this.#breakLines(1);
  }

  /** Breaks the line unless it is empty. */
  endLine(): void {
    this.#breakLines(this.#pieces.length > 0 && this.#pendingBreaks === 0 ? 1 : 0);
  }

  blankLine(): void {
    this.#breakLines(2);
  }

  finish(): WrittenLyrics {
    return { text: this.#pieces.join(''), styled: this.#styled };
  }

  #breakLines(count: number): void {
    this.#pendingBreaks += count;
    this.#pendingSpace = false;
  }

  #word(word: string, style: TextStyle | null): void {
    this.#flushGap();
    if (style !== null) this.#markStyle(word.length, style);
    this.#pieces.push(word);
    this.#column += word.length;
    this.#length += word.length + 1;
  }

  #flushGap(): void {
    if (this.#pieces.length > 0 && this.#pendingBreaks > 0) {
      const breaks = Math.min(this.#pendingBreaks, 2);
      this.#pieces.push('\n'.repeat(breaks));
      this.#line += breaks;
      this.#column = 0;
    } else if (this.#pendingSpace) {
      this.#pieces.push(' ');
      this.#column += 1;
    }
    this.#pendingBreaks = 0;
    this.#pendingSpace = false;
  }

  #markStyle(length: number, style: TextStyle): void {
    const last = this.#styled.at(-1);
    const adjoins = last?.line === this.#line && last.style === style && last.end >= this.#column - 1;
    if (last && adjoins) last.end = this.#column + length;
    else this.#styled.push({ line: this.#line, start: this.#column, end: this.#column + length, style });
  }
}
