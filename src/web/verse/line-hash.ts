/** A range of lines, 0-based, end exclusive. */
export interface LineRange {
  start_line: number;
  end_line: number;
}

/** The part of an address that names lines, counted from 1: "#L5" or "#L5-6". */
export function lineHash({ start_line, end_line }: LineRange): string {
  return end_line - start_line > 1 ? `#L${start_line + 1}-${end_line}` : `#L${start_line + 1}`;
}

/** The lines that an address names, or null. */
export function parseLineHash(hash: string): LineRange | null {
  const match = /^#L(\d{1,5})(?:-(\d{1,5}))?$/.exec(hash);
  if (match === null) return null;
  const first = Number(match[1]);
  const last = match[2] === undefined ? first : Number(match[2]);
  return first < 1 || last < first ? null : { start_line: first - 1, end_line: last };
}
