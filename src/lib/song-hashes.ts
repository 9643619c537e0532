/**
 * Which track first had a text: the O(1) duplicate check. It only makes the check fast; Postgres is asked
 * wherever it is silent, and it can be rebuilt from there.
 */
export interface SongHashes {
  find(hash: string): Promise<number | null>;
  add(entries: readonly { hash: string; trackId: number }[]): Promise<void>;
  clear(): Promise<void>;
}
