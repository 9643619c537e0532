const BASE62 = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** 32-bit hash of a text (FNV-1a with a final mix), the same on every machine and run. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A positive id that fits a 32-bit integer column. */
export function stableId(kind: string, ...names: string[]): number {
  return (hash32([kind, ...names].join('\u001f')) % 2_000_000_000) + 1;
}

/** An id of 22 base-62 digits, as Spotify has them. */
export function stableBase62(kind: string, ...names: string[]): string {
  const random = seededRandom([kind, ...names].join('\u001f'));
  return Array.from({ length: 22 }, () => BASE62[Math.floor(random() * BASE62.length)]).join('');
}

/** Numbers from 0 to 1 that depend on nothing but the seed (mulberry32). */
export function seededRandom(seed: string): () => number {
  let state = hash32(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
