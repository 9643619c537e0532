const QUOTES = /[‘’ʼ‛`´′]/g;
const DOUBLE_QUOTES = /[“”„«»″]/g;
const DASHES = /[‐‑‒–—―−]/g;

/** Lower case with straight quotes and hyphens: the form in which words are compared. Not for storing. */
export function foldWord(word: string): string {
  return word.toLowerCase().replace(QUOTES, "'");
}

/** The form in which titles and lines are compared: folded quotes and dashes, single spaces, lower case, trimmed. */
export function foldLine(line: string): string {
  return foldWord(line).replace(DOUBLE_QUOTES, '"').replace(DASHES, '-').replace(/\s+/g, ' ').trim();
}

export interface NamedSong {
  artist: string;
  title: string;
}

/** Artist and title in the form in which songs are compared by name. */
export const foldedName = ({ artist, title }: NamedSong): string => `${foldLine(artist)}\n${foldLine(title)}`;
