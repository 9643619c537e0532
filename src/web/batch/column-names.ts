const TEXT_NAMES = [
  'lyrics',
  'lyric',
  'text',
  'words',
  'verse',
  'body',
  'content',
  'songtext',
  'lyricstext',
  'songlyrics',
  'letra',
  'paroles',
  'testo',
];
const ID_NAMES = ['id', 'songid', 'trackid', 'key', 'isrc', 'uuid'];
const OTHER_NAMES = [
  'title',
  'song',
  'name',
  'track',
  'artist',
  'artists',
  'album',
  'year',
  'date',
  'language',
];

const ALL: ReadonlySet<string> = new Set([...TEXT_NAMES, ...ID_NAMES, ...OTHER_NAMES]);

/** "Song_Text" as "songtext". */
const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

const named = (columns: readonly string[], names: readonly string[]): string | undefined =>
  names.flatMap((name) => columns.filter((column) => plain(column) === name))[0];

/** The column that is named as texts are. */
export const namedTextColumn = (columns: readonly string[]): string | undefined => named(columns, TEXT_NAMES);

/** The column that is named as ids are. */
export const namedIdColumn = (columns: readonly string[]): string | undefined => named(columns, ID_NAMES);

/** Whether it is a name that columns of songs have. */
export const isKnownName = (name: string): boolean => ALL.has(plain(name));
