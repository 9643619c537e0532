/** The time of a word in an enhanced LRC file. */
export const INLINE_STAMP = /<\d{1,3}:\d{1,2}(?::\d{1,2})?(?:[.,:]\d{1,3})?>/g;
const BARE =
  /^\s{0,3}\(?(\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?:[.,]\d{1,3})?\)?(?:\s{1,3}[-–—|:]?\s{0,3}|\s*$)/;
const MIN_ROWS = 3;
const MIN_SHARE = 0.4;

/**
 * Whether the rows of a text begin with times without brackets ("00:12 I go"): every second row or more does,
 * and the times never go back. A
 * song with a clock time or two is sung.
 */
export function hasBareStamps(rows: readonly string[]): boolean {
  let filled = 0;
  let last = -1;
  let timed = 0;
  for (const row of rows) {
    if (row.trim() === '') continue;
    filled += 1;
    const stamp = row.charCodeAt(0) < 59 ? BARE.exec(row) : null;
    if (!stamp) continue;
    const [, first, second, third] = stamp;
    const at =
      third === undefined
        ? Number(first) * 60 + Number(second)
        : Number(first) * 3600 + Number(second) * 60 + Number(third);
    if (at < last) return false;
    last = at;
    timed += 1;
  }
  return timed >= MIN_ROWS && timed >= filled * MIN_SHARE;
}

/** The length of the time at the start of a row, 0 if there is none. */
export const bareStamp = (row: string): number => BARE.exec(row)?.[0].length ?? 0;
