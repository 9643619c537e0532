/** The number of letters that two spellings share from the end, for eye rhymes. */
export function sharedEnding(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[a.length - 1 - count] === b[b.length - 1 - count]) count++;
  return count;
}
