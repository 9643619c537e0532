import type { ComposeOrder, SyllableRange } from './types.ts';

export const DEFAULT_SYLLABLES: SyllableRange = { min: 7, max: 12 };

/** The syllables ordered for a line: its own range, or the last one. */
export const rangeOf = ({ syllables }: Pick<ComposeOrder, 'syllables'>, line: number): SyllableRange =>
  syllables[line] ?? syllables.at(-1) ?? DEFAULT_SYLLABLES;
