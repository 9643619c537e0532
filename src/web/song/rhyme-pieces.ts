import type { Analysis } from '../api/types.ts';

type Rhyme = Analysis['rhyme'];

/** Colours in the style sheet; groups far apart share one. */
const HUES = 8;

/** Which rhymes the text shows. */
export type RhymeView = 'off' | 'ends' | 'all';

export interface RhymeSpan {
  start: number;
  end: number;
  /** Index of the rhyme group. */
  group: number;
  /** Whether it ends its line, and another line ends on the same rhyme. */
  isEnd: boolean;
}

export interface LinePiece {
  text: string;
  group: number | null;
}

const bindsLines = (members: Rhyme['groups'][number]['members']): boolean =>
  members.filter((member) => member.is_end).length > 1;

/** A colour number for each group, in order; groups that bind lines come first, so that neighbours differ. */
export function groupHues(groups: Rhyme['groups']): number[] {
  const order = [...groups.keys()];
  const binding = order.filter((group) => bindsLines(groups[group]?.members ?? []));
  const rank = new Map([...new Set([...binding, ...order])].map((group, i) => [group, i % HUES]));
  return order.map((group) => rank.get(group) ?? 0);
}

/** The rhyming stretches of each line, in order. */
export function spansByLine(groups: Rhyme['groups']): Map<number, RhymeSpan[]> {
  const byLine = new Map<number, RhymeSpan[]>();
  for (const [group, { members }] of groups.entries()) {
    const binds = bindsLines(members);
    for (const { line, start, end, is_end } of members) {
      const spans = byLine.get(line) ?? [];
      byLine.set(line, [...spans, { start, end, group, isEnd: is_end && binds }]);
    }
  }
  for (const spans of byLine.values()) spans.sort((a, b) => a.start - b.start || b.end - a.end);
  return byLine;
}

/** The letter of each line in the rhyme scheme of its section. */
export function schemeByLine(schemes: Rhyme['schemes']): Map<number, string> {
  const letters = new Map<number, string>();
  for (const { scheme, lines } of schemes) {
    const symbols = Array.from(scheme);
    for (const [i, line] of lines.entries()) letters.set(line, symbols[i] ?? '-');
  }
  return letters;
}

/**
 * Parts a line by its rhymes so that the pieces joined are the line. Stretches that leave the line or run into
 * the one before are passed over.
 */
export function toPieces(line: { text: string; start: number }, spans: readonly RhymeSpan[]): LinePiece[] {
  const pieces: LinePiece[] = [];
  let done = 0;
  for (const { start, end, group } of spans) {
    const from = start - line.start;
    const to = end - line.start;
    if (from < done || to <= from || to > line.text.length) continue;
    if (from > done) pieces.push({ text: line.text.slice(done, from), group: null });
    pieces.push({ text: line.text.slice(from, to), group });
    done = to;
  }
  if (done < line.text.length) pieces.push({ text: line.text.slice(done), group: null });
  return pieces;
}

/** The spans that a view shows: one chosen group in full, else those of the view. */
export function shownSpans(spans: readonly RhymeSpan[], view: RhymeView, chosen: number | null): RhymeSpan[] {
  if (chosen !== null) return spans.filter((span) => span.group === chosen);
  if (view === 'off') return [];
  return view === 'ends' ? spans.filter((span) => span.isEnd) : [...spans];
}
