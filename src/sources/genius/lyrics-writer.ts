export type TextStyle = 'bold' | 'bold_italic' | 'italic';

/** A stretch of one line set in bold or italics, which on Genius often tells who performs it. */
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

export interface LyricsWriter {
  /** Text as it stands in the markup: its line breaks and tabs mean spaces. */
  text(raw: string, style: TextStyle | null): void;
  lineBreak(): void;
  /** Breaks the line only if it holds something. */
  endLine(): void;
  blankLine(): void;
  finish(): WrittenLyrics;
}

/** Longer than any song; a text that reaches this is damage, and the rest of it is not collected. */
export const MAX_LYRICS_CHARS = 200_000;

const ZERO_WIDTH = /[\u200B\uFEFF]+/g;
const SPACE_OR_WORD = /\s+|\S+/g;

/**
 * Joins the pieces that a walker finds: every kind of space becomes one plain space, lines are trimmed, at
 * most one blank line stands between two lines, and the whole neither starts nor ends with one.
 */
export function createLyricsWriter(): LyricsWriter {
  const pieces: string[] = [];
  const styled: StyledRange[] = [];
  let pendingBreaks = 0;
  let pendingSpace = false;
  let line = 0;
  let column = 0;
  let length = 0;

  function flushGap(): void {
    if (pieces.length > 0 && pendingBreaks > 0) {
      const breaks = Math.min(pendingBreaks, 2);
      pieces.push('\n'.repeat(breaks));
      line += breaks;
      column = 0;
    } else if (pendingSpace) {
      pieces.push(' ');
      column += 1;
    }
    pendingBreaks = 0;
    pendingSpace = false;
  }
  function markStyle(length: number, style: TextStyle): void {
    const last = styled.at(-1);
    const adjoins = last?.line === line && last.style === style && last.end >= column - 1;
    if (last && adjoins) last.end = column + length;
    else styled.push({ line, start: column, end: column + length, style });
  }
  return {
    text(raw, style) {
      for (const [piece] of raw.replace(ZERO_WIDTH, '').matchAll(SPACE_OR_WORD)) {
        if (/^\s/.test(piece)) {
          pendingSpace = pieces.length > 0 && pendingBreaks === 0;
          continue;
        }
        if (length > MAX_LYRICS_CHARS) return;
        flushGap();
        if (style !== null) markStyle(piece.length, style);
        pieces.push(piece);
        column += piece.length;
        length += piece.length + 1;
      }
    },
    lineBreak() {
      pendingBreaks += 1;
      pendingSpace = false;
    },
    endLine() {
      if (pieces.length > 0 && pendingBreaks === 0) pendingBreaks = 1;
      pendingSpace = false;
    },
    blankLine() {
      pendingBreaks += 2;
      pendingSpace = false;
    },
    finish: () => ({ text: pieces.join(''), styled }),
  };
}
