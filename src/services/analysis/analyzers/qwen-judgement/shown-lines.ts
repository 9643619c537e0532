import type { PromptLine } from '../../../../llm/prompts/analysis-v2.ts';
import type { Section } from '../../../../lyrics/text/sections.ts';
import { addressesModel } from '../../../models/addresses-model.ts';

/** About 4,000 tokens: more than any verse, and a limit against very long texts. */
const MAX_CHARACTERS = 12_000;
/** A cut at a section border may give up at most this share of the characters that would fit. */
const MIN_KEPT = 0.5;

export interface ShownLines {
  lines: PromptLine[];
  /** 0-based, exclusive: lines from here on were not shown. */
  endLine: number;
  /** 0-based numbers of the lines that address a model and were withheld from it. */
  withheld: ReadonlySet<number>;
  /** Characters shown divided by all characters. */
  share: number;
}

/**
 * The lines that a model is shown: the whole text, or as many whole sections as fit. A line that addresses the model
 * keeps its number but loses its words; markers of chat templates are broken up.
 */
export function selectShownLines(text: string, sections: readonly Section[]): ShownLines {
  const rows = text.trimEnd().split('\n');
  const endLine = cutAt(rows, sections);
  const withheld = new Set<number>();
  const lines: PromptLine[] = [];
  for (const [i, row] of rows.slice(0, endLine).entries()) {
    if (row.trim() === '') continue;
    const hidden = addressesModel(row);
    if (hidden) withheld.add(i);
    lines.push({ number: i + 1, text: hidden ? '(not shown)' : plain(row).slice(0, MAX_CHARACTERS) });
  }
  const shown = Math.min(MAX_CHARACTERS, lengthOf(rows.slice(0, endLine)));
  return { lines, endLine, withheld, share: Math.min(1, shown / Math.max(1, lengthOf(rows))) };
}

function lengthOf(rows: readonly string[]): number {
  return rows.join('\n').length;
}

function cutAt(rows: readonly string[], sections: readonly Section[]): number {
  let length = 0;
  const tooLong = rows.findIndex((row) => {
    length += row.length + 1;
    // The line end after the last row is not part of the text.
    return length - 1 > MAX_CHARACTERS;
  });
  if (tooLong < 0) return rows.length;
  const starts = sections.map(({ header_line, start_line }) => header_line ?? start_line);
  const border = Math.max(0, ...starts.filter((start) => start <= tooLong));
  return border >= tooLong * MIN_KEPT ? Math.max(1, border) : Math.max(1, tooLong);
}

function plain(row: string): string {
  return row.replaceAll('<|', '< |').replaceAll('|>', '| >');
}
