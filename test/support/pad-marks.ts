import type { LineFacts, Mark } from '../../src/web/write/pad/marks.ts';

/** A rhyme at the end of a line, of the group that its hue numbers. */
export const mark = (start: number, end: number, hue = 0): Mark => ({
  start,
  end,
  hue,
  kind: 'end',
  group: hue,
  isAside: false,
});

export const fact = (syllables: number, letter: string | null = null): LineFacts => ({ syllables, letter });
