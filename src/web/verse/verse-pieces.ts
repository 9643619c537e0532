import type { HeardText } from './heard-text.ts';

/** How a rhyme is told from others without colour: by what is drawn under it. */
export type RhymeShape = 'end' | 'inside' | 'multi' | 'mosaic';

/** A stretch of the text: UTF-16 offsets, end exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

export interface RhymeStretch extends Stretch {
  group: number;
  shape: RhymeShape;
}

export interface VersePiece {
  text: string;
  /** Where it begins in the text, in UTF-16 units. */
  start: number;
  rhyme: { group: number; shape: RhymeShape; isLast: boolean } | null;
  /** Not the main voice: an ad-lib, a backing voice. */
  isAside: boolean;
}

/**
 * The rhyming stretches of each line, in order and apart from one another: the words of groups, and what lies between
 * and beside them in a rhyme that crosses words.
 */
export function rhymeStretches(rhyme: HeardText['rhyme']): Map<number, RhymeStretch[]> {
  const byLine = new Map<number, RhymeStretch[]>();
  for (const [group, { members }] of rhyme.groups.entries()) {
    for (const { line, start, end, is_end: isEnd } of members) {
      const known = byLine.get(line) ?? [];
      byLine.set(line, known);
      known.push({ start, end, group, shape: isEnd ? 'end' : 'inside' });
    }
  }
  for (const stretches of byLine.values()) stretches.sort((a, b) => a.start - b.start || b.end - a.end);
  for (const multi of rhyme.multis) addMulti(byLine, multi);
  return byLine;
}

type Multi = HeardText['rhyme']['multis'][number];

/** The group that both sides of a multisyllabic rhyme share, by its last word. */
function groupOf(
  byLine: ReadonlyMap<number, readonly RhymeStretch[]>,
  { first, second }: Multi,
): number | null {
  const inside = (side: Multi['first']) =>
    (byLine.get(side.line) ?? []).filter(({ start, end }) => start >= side.start && end <= side.end);
  const others = new Set(inside(second).map(({ group }) => group));
  return inside(first).findLast(({ group }) => others.has(group))?.group ?? null;
}

// The longest come first, and what they claimed stays theirs.
function addMulti(byLine: Map<number, RhymeStretch[]>, multi: Multi): void {
  const group = groupOf(byLine, multi);
  if (group === null) return;
  addSide(byLine, multi.first, { group, isMosaic: multi.is_mosaic });
  addSide(byLine, multi.second, { group, isMosaic: multi.is_mosaic });
}

/** One side of it: joined to one stretch where it crosses words, as far as no other rhyme stands between. */
function addSide(
  byLine: Map<number, RhymeStretch[]>,
  { line, start, end, text }: Multi['first'],
  { group, isMosaic }: { group: number; isMosaic: boolean },
): void {
  const known = byLine.get(line) ?? [];
  const before = known.filter((stretch) => stretch.end <= start);
  const after = known.filter((stretch) => stretch.start >= end);
  const inside = known.slice(before.length, known.length - after.length);
  const own = inside.filter((stretch) => stretch.group === group && stretch.shape !== 'mosaic');
  const isWhole = own.length === inside.length && own.every((part) => part.start >= start && part.end <= end);
  if (isMosaic && isWhole && text.includes(' ')) {
    byLine.set(line, [...before, { start, end, group, shape: 'mosaic' }, ...after]);
    return;
  }
  for (const stretch of own) stretch.shape = 'multi';
}

/**
 * Splits a line at its rhymes and asides so that the pieces joined are the line. Rhymes that leave the line or run into
 * the one before are passed over.
 */
export function toPieces(
  line: { text: string; start: number },
  rhymes: readonly RhymeStretch[],
  asides: readonly Stretch[] = [],
): VersePiece[] {
  const cutter = new VoiceCutter(line, asides);
  let done = 0;
  for (const { start, end, group, shape } of rhymes) {
    const from = start - line.start;
    const to = end - line.start;
    if (from < done || to <= from || to > line.text.length) continue;
    cutter.add(done, from, null);
    cutter.add(from, to, { group, shape });
    done = to;
  }
  cutter.add(done, line.text.length, null);
  return cutter.pieces;
}

/** Cuts the parts of a line, given in order, where an aside begins or ends. */
class VoiceCutter {
  readonly pieces: VersePiece[] = [];
  readonly #line: { text: string; start: number };
  readonly #asides: readonly Stretch[];
  #next = 0;

  constructor(line: { text: string; start: number }, asides: readonly Stretch[]) {
    this.#line = line;
    this.#asides = asides.map(({ start, end }) => ({ start: start - line.start, end: end - line.start }));
  }

  add(from: number, to: number, rhyme: { group: number; shape: RhymeShape } | null): void {
    for (let at = from; at < to; ) {
      while ((this.#asides[this.#next]?.end ?? to) <= at) this.#next++;
      const aside = this.#asides[this.#next];
      const isAside = aside !== undefined && aside.start <= at;
      const end = Math.min(to, (isAside ? aside.end : aside?.start) ?? to);
      const text = this.#line.text.slice(at, end);
      this.pieces.push({
        text,
        start: this.#line.start + at,
        rhyme: rhyme && { ...rhyme, isLast: end === to },
        isAside,
      });
      at = end;
    }
  }
}
