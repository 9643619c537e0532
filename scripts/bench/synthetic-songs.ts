import { catalogue } from '../local/catalogue/catalogue.ts';

/** Words a song at these shares of 338 scraped rap songs. */
const SHARES = [0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1];
const WORDS = [20, 135, 178, 323, 484, 626, 740, 806, 1339];
const VERSE_LINES = 16;
const HOOK_LINES = 4;

/** The length in words at a share of the distribution, 0-1, straight between the known points. */
export function wordsAt(share: number): number {
  const upper = Math.max(
    1,
    SHARES.findIndex((known) => known >= share),
  );
  const [low = 0, high = 1] = [SHARES[upper - 1], SHARES[upper]];
  const [from = 0, to = 0] = [WORDS[upper - 1], WORDS[upper]];
  return Math.round(from + ((share - low) / (high - low)) * (to - from));
}

const countWords = (line: string): number => line.split(/\s+/).filter((word) => word !== '').length;

function linesOf(artist: number): string[] {
  const songs = catalogue[artist % catalogue.length]?.songs ?? [];
  return songs
    .filter(({ language }) => language === 'en')
    .flatMap(({ lyrics }) => lyrics.split('\n'))
    .filter((line) => line.trim() !== '' && !line.startsWith('['));
}

/** A song of about `words` words: verses and a hook made of one artist's lines. Deterministic. */
export function syntheticSong(index: number, words: number): string {
  const lines = [linesOf(index), linesOf(index + 1)].find((found) => found.length > VERSE_LINES) ?? [
    'one line',
  ];
  const at = (line: number): string => lines[(index * 7 + line) % lines.length] ?? '';
  const hook = ['[Hook]', ...Array.from({ length: HOOK_LINES }, (_, line) => at(line))];
  const out: string[] = [];
  let [count, next] = [0, HOOK_LINES];
  const push = (line: string): void => {
    out.push(line);
    if (!line.startsWith('[')) count += countWords(line);
  };
  for (let verse = 1; count < words; verse++) {
    push(`[Verse ${verse}]`);
    for (let line = 0; line < VERSE_LINES && count < words; line++) push(at(next++));
    if (count < words) for (const line of hook) push(line);
  }
  return out.join('\n');
}

/** Songs whose lengths follow those of real ones. */
export const syntheticSongs = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => syntheticSong(index, wordsAt((index + 0.5) / count)));
