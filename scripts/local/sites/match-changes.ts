export interface Song {
  title: string;
  artist: string;
  featured: readonly string[];
  album: string;
  year: number;
  seconds: number;
}

/** Songs that do not exist, with what makes matching hard: short names, features, numbers, marks, other letters. */
export const SONGS: readonly Song[] = [
  { title: 'Gutter Opera', artist: 'Mox', featured: [], album: 'Sewer Season', year: 2009, seconds: 201 },
  {
    title: 'Paper Moonlight',
    artist: 'Delia Thorne',
    featured: ['Kash Verity'],
    album: 'Low Tide Ledger',
    year: 2016,
    seconds: 244,
  },
  {
    title: 'Seven, Seven (Again)',
    artist: 'The Quiet Engine',
    featured: [],
    album: 'Idle Hands',
    year: 2003,
    seconds: 187,
  },
  {
    title: 'Señor Nadie',
    artist: 'Beltrán',
    featured: ['Lu¢y Ray'],
    album: 'Calle Sin Nombre',
    year: 2019,
    seconds: 198,
  },
  {
    title: "Runnin' Out",
    artist: 'A$h Wilder',
    featured: [],
    album: "Runnin' Out",
    year: 2012,
    seconds: 223,
  },
  {
    title: 'Ghost Town, Pt. 2',
    artist: 'Harrow & Pike',
    featured: [],
    album: 'County Lines',
    year: 2021,
    seconds: 256,
  },
  {
    title: 'Home',
    artist: 'Tall Oscar',
    featured: ['Mina Vale', 'Dro'],
    album: 'Housewarming',
    year: 2014,
    seconds: 233,
  },
  {
    title: 'Vertigo Season',
    artist: 'Yuna Blake',
    featured: [],
    album: 'Vertigo Season',
    year: 2023,
    seconds: 164,
  },
  {
    title: 'Black Ice / White Lies',
    artist: 'Cutter Ames',
    featured: ['The Night Clerks'],
    album: 'Frostbite',
    year: 1997,
    seconds: 291,
  },
  { title: '99 Matches', artist: 'Ember Jones', featured: [], album: 'Kindling', year: 2006, seconds: 212 },
  { title: 'Ma', artist: 'Oz', featured: [], album: 'Letters', year: 2001, seconds: 178 },
  {
    title: 'Don’t Wait Up',
    artist: 'Sunday Crew',
    featured: ['Rhea'],
    album: 'Curfew',
    year: 1994,
    seconds: 262,
  },
];

export interface Change {
  label: string;
  same: boolean;
  /** What the track has that the song has not; the rest is taken from the song. */
  name?: (song: Song) => string;
  artists?: (song: Song) => string[];
  album?: (song: Song) => string;
  seconds?: (song: Song) => number;
  year?: (song: Song) => number;
}

const shortTitle = (song: Song): string => song.title.replace(/\s*\(.*\)$/, '');

/** What catalogues do to a song, and whether it is still the same recording. */
export const CHANGES: readonly Change[] = [
  { label: 'as it is', same: true },
  {
    label: 'feature in the title',
    same: true,
    name: (song) => `${song.title} (feat. ${song.featured.join(' & ') || 'Somebody Extra'})`,
  },
  {
    label: 'feature behind the title',
    same: true,
    name: (song) => `${song.title} [with ${song.featured[0] ?? 'A Guest'}]`,
  },
  {
    label: 'remastered',
    same: true,
    name: (song) => `${song.title} - Remastered 2018`,
    year: () => 2018,
    seconds: (song) => song.seconds + 2,
  },
  {
    label: '2011 remaster',
    same: true,
    name: (song) => `${song.title} - 2011 Remaster`,
    year: (song) => Math.max(2011, song.year),
  },
  { label: 'album version', same: true, name: (song) => `${song.title} (Album Version)` },
  { label: 'explicit version', same: true, name: (song) => `${song.title} - Explicit` },
  {
    label: 'deluxe album',
    same: true,
    album: (song) => `${song.album} (Deluxe Edition)`,
    year: (song) => song.year + 1,
  },
  { label: 'bonus track', same: true, name: (song) => `${song.title} - Bonus Track` },
  {
    label: 'capitals',
    same: true,
    name: (song) => song.title.toUpperCase(),
    artists: (song) => [song.artist.toUpperCase()],
  },
  {
    label: 'plain apostrophes and no accents',
    same: true,
    name: (song) => song.title.replaceAll('’', "'").normalize('NFKD').replace(/\p{M}/gu, ''),
  },
  {
    label: 'on a compilation years later',
    same: true,
    album: () => 'Street Hits, Vol. 4',
    year: (song) => song.year + 8,
    seconds: (song) => song.seconds + 1,
  },
  {
    label: 'artist with the features beside',
    same: true,
    artists: (song) => [song.artist, ...song.featured],
  },
  {
    label: 'karaoke',
    same: false,
    name: (song) => `${song.title} (Karaoke Version)`,
    artists: () => ['Party Singers Karaoke'],
  },
  {
    label: 'karaoke that names the artist',
    same: false,
    name: (song) => `${song.title} (In the Style of ${song.artist}) [Karaoke]`,
    artists: (song) => [song.artist],
  },
  {
    label: 'originally performed by',
    same: false,
    name: (song) => `${song.title} (Originally Performed by ${song.artist})`,
    artists: () => ['Backing Track Bureau'],
  },
  { label: 'cover', same: false, name: (song) => song.title, artists: () => ['Acoustic Ann'] },
  {
    label: 'cover that says so',
    same: false,
    name: (song) => `${song.title} (${song.artist} Cover)`,
    artists: (song) => ['Coverband', song.artist],
  },
  {
    label: 'tribute',
    same: false,
    album: (song) => `A Tribute to ${song.artist}`,
    artists: (song) => [`${song.artist} Tribute Band`],
  },
  { label: 'instrumental', same: false, name: (song) => `${song.title} - Instrumental` },
  { label: 'instrumental album', same: false, album: (song) => `${song.album} (Instrumentals)` },
  {
    label: 'live',
    same: false,
    name: (song) => `${song.title} - Live`,
    seconds: (song) => song.seconds + 21,
  },
  {
    label: 'live by its album',
    same: false,
    album: () => 'Live at the Boat House',
    seconds: (song) => song.seconds + 5,
  },
  {
    label: 'unplugged',
    same: false,
    name: (song) => `${song.title} (Unplugged)`,
    seconds: (song) => song.seconds + 4,
  },
  {
    label: 'remix',
    same: false,
    name: (song) => `${song.title} (Night Shift Remix)`,
    seconds: (song) => song.seconds + 30,
  },
  { label: 'remix of the same length', same: false, name: (song) => `${song.title} - Lowell Remix` },
  { label: 'remix with a guest', same: false, name: (song) => `${song.title} (Remix) [feat. Big Guest]` },
  { label: 'acoustic', same: false, name: (song) => `${song.title} - Acoustic` },
  { label: 'a cappella', same: false, name: (song) => `${song.title} (Acapella)` },
  {
    label: 'sped up',
    same: false,
    name: (song) => `${song.title} - Sped Up`,
    seconds: (song) => Math.round(song.seconds / 1.25),
  },
  { label: 'demo', same: false, name: (song) => `${song.title} (Demo)` },
  {
    label: 'the next part',
    same: false,
    name: (song) => `${shortTitle(song).replace(/, Pt\. 2$/, '')}, Pt. 3`,
  },
  {
    label: 'another number',
    same: false,
    name: (song) => `${shortTitle(song)} 2000`,
    year: (song) => song.year + 2,
  },
  { label: 'a longer title', same: false, name: (song) => `${shortTitle(song)} of the Northern Kings` },
  { label: 'another song by the artist', same: false, name: () => 'Something Else Entirely' },
  {
    label: 'the title by another artist',
    same: false,
    artists: () => ['Rob Unrelated'],
    album: () => 'Songs',
    year: (song) => song.year + 3,
  },
  { label: 'an artist with nearly the name', same: false, artists: (song) => [`${song.artist}er`] },
  { label: 'an artist whose name holds it', same: false, artists: (song) => [`Young ${song.artist}`] },
  {
    label: 'an artist of the first name',
    same: false,
    artists: (song) => [`${song.artist.split(' ').at(-1)} Smith`],
  },
  { label: 'by the guest alone', same: false, artists: (song) => [song.featured[0] ?? 'A Guest'] },
  { label: 'twice as long', same: false, seconds: (song) => song.seconds * 2 },
];
