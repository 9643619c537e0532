import type { SyllableMap } from '../../lyrics/rhyme/syllable-map.ts';
import type { VerseModel } from './verse-model.ts';

export interface StripDot {
  x: number;
  y: number;
  group: number | null;
  /** Whether it sounds in the rhyme of its group. */
  rhymes: boolean;
  isEnd: boolean;
  isStressed: boolean;
  isAside: boolean;
  /** Begins the rhyming part of its word: where arcs go through, and where the letter stands. */
  isHead: boolean;
}

export interface StripBar {
  x1: number;
  x2: number;
  y: number;
  group: number;
  isMosaic: boolean;
}

export interface StripRow {
  line: number;
  y: number;
  dots: StripDot[];
}

/** The strip as it is drawn: a row a line, a dot a syllable at its place. Lengths in units of the drawing. */
export interface StripModel {
  width: number;
  height: number;
  rows: StripRow[];
  bars: StripBar[];
}

export const STEP = 10;
const ROW = 11;
const BLOCK_GAP = 8;
const PAD = 8;
/** Syllables that a row holds at most; a text without line breaks would make it a thread. */
const MOST = 64;

const at = (place: number): number => PAD + place * STEP;

/** The row of each line from the top, with a gap before each section. */
function rowTops({ blocks }: VerseModel, rows: SyllableMap['rows']): Map<number, number> {
  const blockOf = new Map(
    blocks.flatMap(({ lines }, block) => lines.map(({ index }) => [index, block] as const)),
  );
  const tops = new Map<number, number>();
  let y = PAD;
  let before: number | undefined;
  for (const { line } of rows) {
    const block = blockOf.get(line);
    if (before !== undefined && block !== before) y += BLOCK_GAP;
    tops.set(line, y);
    y += ROW;
    before = block;
  }
  return tops;
}

/** Where the words start that end a line. */
const endStarts = ({ heard }: VerseModel): Set<number> =>
  new Set(
    heard.rhyme.groups.flatMap(({ members }) =>
      members.flatMap((member) => (member.is_end ? [member.start] : [])),
    ),
  );

function dotsOf({ syllables }: SyllableMap['rows'][number], y: number, ends: Set<number>): StripDot[] {
  let word = -1;
  return syllables.slice(0, MOST).map(({ start, group, rhymes, isStressed, isAside }, place) => {
    const isHead = rhymes && word !== start;
    if (rhymes) word = start;
    return { x: at(place), y, group, rhymes, isEnd: ends.has(start), isStressed, isAside, isHead };
  });
}

/** The bars of each line and group, overlapping ones as one. */
function barsOf({ multis }: SyllableMap, tops: ReadonlyMap<number, number>): StripBar[] {
  const runs = multis.flatMap(({ group, isMosaic, first, second }) =>
    group === null ? [] : [first, second].map((run) => ({ ...run, group, isMosaic })),
  );
  const bars: StripBar[] = [];
  const sorted = runs.sort((a, b) => a.line - b.line || a.group - b.group || a.from - b.from || b.to - a.to);
  let last: (typeof sorted)[number] | undefined;
  for (const run of sorted) {
    const bar = bars.at(-1);
    const [x1, x2] = [at(run.from), at(Math.min(run.to, MOST) - 1)];
    if (run.from >= MOST) continue;
    if (bar && last?.line === run.line && last.group === run.group && x1 <= bar.x2) {
      bar.x2 = Math.max(bar.x2, x2);
      bar.isMosaic ||= run.isMosaic;
    } else {
      bars.push({ x1, x2, y: tops.get(run.line) ?? 0, group: run.group, isMosaic: run.isMosaic });
    }
    last = run;
  }
  return bars;
}

/** Null where single syllables are not known, or where none was heard. */
export function toStrip(model: VerseModel): StripModel | null {
  const { map } = model.heard;
  if (map === null || map.rows.every(({ syllables }) => syllables.length === 0)) return null;
  const tops = rowTops(model, map.rows);
  const ends = endStarts(model);
  const rows = map.rows.map((row) => {
    const y = tops.get(row.line) ?? 0;
    return { line: row.line, y, dots: dotsOf(row, y, ends) };
  });
  const longest = Math.max(8, ...map.rows.map(({ syllables }) => Math.min(MOST, syllables.length)));
  return {
    width: at(longest - 1) + PAD,
    height: (rows.at(-1)?.y ?? 0) + PAD,
    rows,
    bars: barsOf(map, tops),
  };
}

/** Through the dots of a group in the order of the text: bows to the right, further the more lines lie between. */
export function stripArcs({ rows, width }: StripModel, group: number): string {
  const heads = rows.flatMap(({ dots }) => dots.filter((dot) => dot.isHead && dot.group === group));
  return heads
    .slice(1)
    .map((dot, i) => {
      const from = heads[i] ?? dot;
      if (from.y === dot.y) {
        const rise = Math.min(9, 3 + (dot.x - from.x) / 12);
        return `M${from.x} ${from.y}Q${(from.x + dot.x) / 2} ${from.y - rise} ${dot.x} ${dot.y}`;
      }
      const bow = Math.min(width - PAD / 2, Math.max(from.x, dot.x) + 8 + (dot.y - from.y) / 4);
      return `M${from.x} ${from.y}C${bow} ${from.y} ${bow} ${dot.y} ${dot.x} ${dot.y}`;
    })
    .join('');
}
