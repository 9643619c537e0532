import type { SyllableMap } from '../../lyrics/rhyme/syllable-map.ts';
import { assignHues } from './assign-hues.ts';
import type { HeardText } from './heard-text.ts';
import { type LyricBlock, type LyricLine, toLyricBlocks } from './lyric-blocks.ts';
import { markRhymes, type RhymeMarks } from './rhyme-marks.ts';
import { rhymeStretches, toPieces, type VersePiece } from './verse-pieces.ts';

/** What stands in the margins beside the letters. */
export type Margins = 'letters' | 'syllables' | 'stresses';

export interface VerseLine extends LyricLine {
  pieces: VersePiece[];
  /** At its end: the letter of the scheme, and the group that it stands for where that is known. */
  end: { letter: string; group: number | null } | null;
  syllables: number | null;
  /** The beat of each word, by its first offset, where single syllables are known. */
  beats: ReadonlyMap<number, Beat>;
}

export interface Beat {
  /** UTF-16 offset of the end of the word, exclusive. */
  end: number;
  /** One mark a syllable: "/" stressed, "·" unstressed. */
  marks: string;
}

export interface VerseBlock {
  section: LyricBlock['section'];
  lines: VerseLine[];
}

/** A text as it is set: in blocks and lines, cut at its rhymes, with all that stands in the margins. */
export interface VerseModel {
  heard: HeardText;
  blocks: VerseBlock[];
  /** The hue of each group. */
  hues: readonly number[];
  marks: RhymeMarks;
}

export function toVerse(heard: HeardText): VerseModel {
  const { text, sections, rhyme } = heard;
  const marks = markRhymes(rhyme);
  const stretches = rhymeStretches(rhyme);
  const asides = Map.groupBy(heard.asides, ({ line }) => line);
  const flow = new Map(heard.flow?.lines.map((line) => [line.line, line]));
  const rows = new Map(heard.map?.rows.map(({ line, syllables }) => [line, syllables]));
  const set = (line: LyricLine): VerseLine => ({
    ...line,
    pieces: toPieces(line, stretches.get(line.index) ?? [], asides.get(line.index)),
    end: marks.ends.get(line.index) ?? null,
    syllables: flow.get(line.index)?.syllables ?? null,
    beats: beatsOf(rows.get(line.index) ?? []),
  });
  const blocks = toLyricBlocks(text, sections).map(({ section, lines }) => ({
    section,
    lines: lines.map(set),
  }));
  return { heard, blocks, hues: assignHues(rhyme.groups), marks };
}

function beatsOf(syllables: SyllableMap['rows'][number]['syllables']): Map<number, Beat> {
  const beats = new Map<number, Beat>();
  for (const { start, end, isStressed } of syllables) {
    const marks = (beats.get(start)?.marks ?? '') + (isStressed ? '/' : '·');
    beats.set(start, { end, marks });
  }
  return beats;
}

/** The different words of a group as they are written, in order of appearance. */
export function groupWords({ text, rhyme }: HeardText, group: number): string[] {
  const words = new Map<string, string>();
  for (const { start, end } of rhyme.groups[group]?.members ?? []) {
    const word = text.slice(start, end).toLowerCase();
    if (!words.has(word)) words.set(word, word);
  }
  return [...words.values()];
}
