import type { ToldRhymes } from './analyze-rhyme.ts';
import { anchorAt, carriersOf } from './groups.ts';
import type { Verse } from './verse.ts';
import type { SungLine, Voices } from './words.ts';

/** A syllable at its place in a row of the text. */
export interface MappedSyllable {
  /** UTF-16 offsets of its word, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Whether it begins its word. */
  readonly isFirst: boolean;
  /** Whether speech stresses it. */
  readonly isStressed: boolean;
  readonly isAside: boolean;
  /** Index of the rhyme group that its word is in, null outside any. */
  readonly group: number | null;
  /** Whether it sounds in the rhyme: the rhyming vowel of its word, and what follows. */
  readonly rhymes: boolean;
}

export interface MappedRow {
  /** 0-based number of the row. */
  readonly line: number;
  /** In the order of the text. */
  readonly syllables: readonly MappedSyllable[];
}

/** Syllables of one row, by their places in it; `to` is exclusive. */
export interface MappedRun {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** Two runs of syllables that rhyme together. */
export interface MappedMulti {
  readonly syllables: number;
  /** Whether either side crosses a word boundary. */
  readonly isMosaic: boolean;
  /** Index of the rhyme group that it belongs to, null where its words are in none. */
  readonly group: number | null;
  readonly first: MappedRun;
  readonly second: MappedRun;
}

export interface SyllableMap {
  /** Every sung row, in order. */
  readonly rows: readonly MappedRow[];
  /** Longest first. */
  readonly multis: readonly MappedMulti[];
}

/** More cannot be told apart; a line of one sound again and again has thousands. */
const MAX_MULTIS = 300;

/** Every syllable of a text with the rhyme that it sounds in. */
export function mapSyllables(voices: Voices<Verse>, told: ToldRhymes): SyllableMap {
  const groupAt = groupsByStart(told);
  const carriers = carriersOf(told.rhymes.pairs);
  const rows = new Map<number, Placed[]>();
  const place = (verse: Verse, isAside: boolean): void => {
    for (const line of verse.text.lines) {
      const row = rows.get(line.number) ?? [];
      rows.set(line.number, row);
      row.push(...placeLine(verse, line, { isAside, groupAt, carriers: isAside ? NONE : carriers }));
    }
  };
  place(voices.main, false);
  place(voices.asides, true);
  const sorted = [...rows].sort(([a], [b]) => a - b);
  const places = new Map<number, number>();
  for (const [, row] of sorted) {
    row.sort((a, b) => a.mapped.start - b.mapped.start || a.syllable - b.syllable);
    for (const [at, { syllable, mapped }] of row.entries()) if (!mapped.isAside) places.set(syllable, at);
  }
  return {
    rows: sorted.map(([line, row]) => ({ line, syllables: row.map(({ mapped }) => mapped) })),
    multis: told.multis
      .slice(0, MAX_MULTIS)
      .map((multi) => mapMulti(voices.main, multi, { places, groupAt })),
  };
}

interface Placed {
  /** Its number in its voice. */
  readonly syllable: number;
  readonly mapped: MappedSyllable;
}

const NONE: ReadonlyMap<number, number> = new Map();

/** The group of each word that is in one, by the word's first offset. */
const groupsByStart = ({ groups }: ToldRhymes): ReadonlyMap<number, number> =>
  new Map(groups.flatMap(({ members }, group) => members.map(({ start }) => [start, group] as const)));

interface Marks {
  readonly isAside: boolean;
  readonly groupAt: ReadonlyMap<number, number>;
  /** The rhyming syllable of words in pairs. */
  readonly carriers: ReadonlyMap<number, number>;
}

function placeLine(verse: Verse, line: SungLine, { isAside, groupAt, carriers }: Marks): Placed[] {
  const placed: Placed[] = [];
  for (let word = line.firstWord; word < line.lastWord; word++) {
    const { start = 0, end = 0 } = verse.text.words[word] ?? {};
    const group = groupAt.get(start) ?? null;
    const first = verse.firstSyllable[word] ?? 0;
    const carrier = carriers.get(word) ?? anchorAt(verse, word);
    for (let syllable = first; syllable < (verse.firstSyllable[word + 1] ?? 0); syllable++) {
      const isStressed = verse.stress[syllable] === 1 && verse.weak[syllable] === 0;
      const rhymes = group !== null && syllable >= carrier;
      const mapped = { start, end, isFirst: syllable === first, isStressed, isAside, group, rhymes };
      placed.push({ syllable, mapped });
    }
  }
  return placed;
}

interface Places {
  /** The place of each syllable of the main voice in its row. */
  readonly places: ReadonlyMap<number, number>;
  readonly groupAt: ReadonlyMap<number, number>;
}

function mapMulti(
  verse: Verse,
  { stretch, rhyme }: ToldRhymes['multis'][number],
  { places, groupAt }: Places,
): MappedMulti {
  const run = (line: number, first: number): MappedRun => ({
    line,
    from: places.get(first) ?? 0,
    to: (places.get(first + stretch.length - 1) ?? 0) + 1,
  });
  return {
    syllables: rhyme.syllables,
    isMosaic: rhyme.is_mosaic,
    group: groupOf(verse, stretch, groupAt),
    first: run(rhyme.first.line, stretch.left),
    second: run(rhyme.second.line, stretch.right),
  };
}

/** The group of the last word of the run that is in one with its counterpart. */
function groupOf(
  { text, wordOfSyllable }: Verse,
  { left, right, length }: ToldRhymes['multis'][number]['stretch'],
  groupAt: ReadonlyMap<number, number>,
): number | null {
  const group = (syllable: number): number | undefined =>
    groupAt.get(text.words[wordOfSyllable[syllable] ?? -1]?.start ?? -1);
  for (let at = length - 1; at >= 0; at--) {
    const [one, other] = [group(left + at), group(right + at)];
    if (one !== undefined && one === other) return one;
  }
  return null;
}
