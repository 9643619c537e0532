import {
  MARK_KINDS,
  type MarkKind,
  NO_LETTER,
  UNKNOWN_SYLLABLES,
  type VerseMarks,
} from '../../engine/messages.ts';
import { assignHues } from '../../verse/assign-hues.ts';
import type { LineFacts, Mark, PadMarks } from './marks.ts';

/** The line of each rhyming word, all in the order of the text. */
function linesOf(text: string, starts: Int32Array): number[] {
  let line = 0;
  let end = text.indexOf('\n');
  return Array.from(starts, (start) => {
    while (end !== -1 && end < start) {
      line++;
      end = text.indexOf('\n', end + 1);
    }
    return line;
  });
}

/** The words of each group, by where they begin and on which line. */
function groupsOf({ start, group }: VerseMarks, lines: readonly number[]) {
  const groups: { members: { start: number; line: number }[] }[] = [];
  for (const [word, at] of group.entries()) {
    while (groups.length <= at) groups.push({ members: [] });
    groups[at]?.members.push({ start: start[word] ?? 0, line: lines[word] ?? 0 });
  }
  return groups;
}

const lineFacts = ({ syllables, letters }: VerseMarks): LineFacts[] =>
  Array.from(syllables, (count, line) => {
    const letter = letters[line] ?? NO_LETTER;
    return {
      syllables: count === UNKNOWN_SYLLABLES ? null : count,
      letter: letter === NO_LETTER ? null : letter,
    };
  });

const kindOf = (kind: number | undefined): MarkKind => MARK_KINDS[kind ?? 0] ?? 'end';

/**
 * What the engine heard in a text as the pad draws it. `before` are the marks on the screen, in the same text: a group
 * that is still there keeps its colour.
 */
export function readingMarks(text: string, heard: VerseMarks, before: readonly Mark[]): PadMarks {
  const hues = assignHues(groupsOf(heard, linesOf(text, heard.start)), before);
  const marks = Array.from(heard.start, (start, word): Mark => {
    const group = heard.group[word] ?? 0;
    return {
      start,
      end: heard.end[word] ?? start,
      hue: hues[group] ?? 0,
      kind: kindOf(heard.kind[word]),
      group,
      isAside: heard.isAside[word] === 1,
    };
  });
  return { marks, lines: lineFacts(heard) };
}
