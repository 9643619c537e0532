/** The words of these folders say which view was meant, not which song. */
const FOLDERS = new Set(['app', 'docs', 'tracks', 'artists', 'explore']);
const LONGEST = 80;

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** What a reader may have looked for at an unknown address, as words to search for; null where it says nothing. */
export function askedWords(path: string): string | null {
  const parts = decode(path)?.split('/') ?? [];
  const words = parts
    .filter((part) => !FOLDERS.has(part.toLowerCase()))
    .join(' ')
    .replace(/\.\w{1,5}$/, '')
    .replace(/[^\p{L}\p{N}'’]+/gu, ' ')
    .trim();
  return /\p{L}/u.test(words) && words.length <= LONGEST ? words : null;
}
