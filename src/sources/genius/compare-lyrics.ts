/** Where page state and DOM differ: by outcome, or at the first differing line (0-based; null: that side has ended). */
export type LyricsDifference =
  | { kind: 'outcome'; state: string; dom: string }
  | { kind: 'line'; line: number; state: string | null; dom: string | null; differing_lines: number };

const MAX_QUOTED_CHARS = 80;

interface Side {
  outcome: string;
  lyrics: string;
}

function quote(line: string | undefined): string | null {
  return line === undefined ? null : line.slice(0, MAX_QUOTED_CHARS);
}

/** The first difference between the two readings of a page, or null if they are identical. */
export function firstDifference(state: Side, dom: Side): LyricsDifference | null {
  if (state.outcome !== dom.outcome) return { kind: 'outcome', state: state.outcome, dom: dom.outcome };
  if (state.lyrics === dom.lyrics) return null;
  const stateLines = state.lyrics.split('\n');
  const domLines = dom.lyrics.split('\n');
  const length = Math.max(stateLines.length, domLines.length);
  let first = -1;
  let differing = 0;
  for (let line = 0; line < length; line += 1) {
    if (stateLines[line] === domLines[line]) continue;
    if (first === -1) first = line;
    differing += 1;
  }
  return {
    kind: 'line',
    line: first,
    state: quote(stateLines[first]),
    dom: quote(domLines[first]),
    differing_lines: differing,
  };
}
