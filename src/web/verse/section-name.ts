import { verseText } from '../text/verse.ts';
import type { VerseModel } from './verse-model.ts';

/** What a part of the verse is called: its header, else which lines it is. `lines` are numbers from 0. */
export function sectionName(
  { heard }: VerseModel,
  { section, lines }: { section: number | null; lines: readonly number[] },
): string {
  const label = section === null ? '' : (heard.sections[section]?.label ?? '');
  return label === '' ? verseText.scheme.lines((lines[0] ?? 0) + 1, (lines.at(-1) ?? 0) + 1) : label;
}

/** The same for the part that a line is in; empty if it is in none. */
export function sectionOfLine(model: VerseModel, line: number): string {
  const part = model.heard.rhyme.schemes.find(({ lines }) => lines.includes(line));
  return part === undefined ? '' : sectionName(model, part);
}
