import { type DetectedLanguage, hearLanguages, type LanguageShare } from './text/language.ts';
import { numberNorms, type Song, type SongLine } from './text/song.ts';

/** What languages a song is in, and what of it the English word lists can judge. */
export interface SongLanguages {
  /** The language of most of it; null if there is too little evidence for any. */
  main: DetectedLanguage | null;
  /** Languages of its distinct lines, by share of the letters. */
  shares: LanguageShare[];
  /** The same of each section. */
  sections: LanguageShare[][];
  /** The song without its lines in other languages; null if most of it is not in English. */
  judged: Song | null;
}

const ENGLISH = 'en';

export function languagesOf(song: Song): SongLanguages {
  const distinct = [...new Set(song.lines.map(({ text }) => text))];
  const { main, among } = hearLanguages(distinct);
  const shares = among(distinct);
  const foreign = (line: SongLine): boolean => {
    const heard = among([line.text]);
    return heard.length > 0 && heard[0]?.code !== ENGLISH;
  };
  const judged = shares.length > 1 ? withoutLines(song, foreign) : song;
  return {
    main,
    shares,
    sections: song.sections.map((_, section) =>
      among(song.lines.filter((line) => line.section === section).map(({ text }) => text)),
    ),
    judged: main?.code === ENGLISH ? judged : null,
  };
}

/** A song without some of its lines; lines keep their numbers, words their places in the text. */
function withoutLines(song: Song, left: (line: SongLine) => boolean): Song {
  const lines: SongLine[] = [];
  let firstWord = 0;
  for (const line of song.lines) {
    if (left(line)) continue;
    lines.push({ ...line, firstWord });
    firstWord += line.words.length;
  }
  const words = lines.flatMap((line) => line.words);
  return { ...song, lines, words, ...numberNorms(words) };
}
