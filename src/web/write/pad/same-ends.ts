/** How many items two lists share at their beginning, and behind those at their end. */
export function sameEnds(
  before: readonly string[],
  after: readonly string[],
): { first: number; last: number } {
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && before[first] === after[first]) first++;
  let last = 0;
  while (last < most - first && before.at(-1 - last) === after.at(-1 - last)) last++;
  return { first, last };
}
