import { type CatalogueSong, catalogue } from '../local/catalogue/catalogue.ts';
import type { GradedQuery } from './search-queries.ts';

export interface DemoSong {
  artist: string;
  song: CatalogueSong;
}

/** A title typed as it is written, and how many songs bear it: that many hits may stand before the last of them. */
export interface TitleQuery {
  title: string;
  artist: string;
  /** A featured artist; null if there is none. */
  guest: string | null;
  songs: number;
}

/** Every song of the demo catalogue, instrumental and unreleased ones too. */
export const demoSongs: readonly DemoSong[] = catalogue.flatMap(({ name, songs }) =>
  songs.map((song) => ({ artist: name, song })),
);

/** The song of any version: remixes, edits and translations count as their song. */
export const songKey = (artist: string, title: string): string =>
  `${artist}: ${title.replace(/ \([^)]*\)$/, '')}`;

const songsWithWords: ReadonlySet<string> = new Set(
  demoSongs
    .filter(({ song }) => song.state === 'complete')
    .map(({ artist, song }) => songKey(artist, song.title)),
);

/** Right answers by song. Throws where a title is not in the catalogue or is not one song's. */
export function answersOf({ q, answers }: Pick<GradedQuery, 'q' | 'answers'>): Map<string, number> {
  return new Map(
    Object.entries(answers).map(([title, grade]) => {
      const found = [...songsWithWords].filter((key) => key === title || key.endsWith(`: ${title}`));
      const [key] = found;
      if (key === undefined || found.length > 1)
        throw new Error(`"${q}": ${title} is not the title of one song`);
      return [key, grade];
    }),
  );
}

/** Every title of the demo catalogue as a query that has to bring its song first, and no other version of it. */
export function titleQueries(): TitleQuery[] {
  const bearers = Map.groupBy(demoSongs, ({ song }) => song.title);
  return demoSongs.map(({ artist, song: { title, featured } }) => ({
    title,
    artist,
    guest: featured[0] ?? null,
    songs: bearers.get(title)?.length ?? 0,
  }));
}
