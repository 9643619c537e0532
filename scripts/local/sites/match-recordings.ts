import type { SiteTrack } from './spotify-catalogue.ts';
import { hash32, seededRandom, stableBase62 } from './stable-random.ts';

/** A recording as its label knows it; what a catalogue makes of it follows from its names and `draw`. */
export interface Recording {
  artist: string;
  title: string;
  album: string;
  year: number;
  durationMs: number;
  /** Null: unknown. */
  explicit: boolean | null;
  /** Which of many catalogues it is in: each makes something else of it. */
  draw: number;
}

/** A track of the catalogue and what it is to the recording that it was made of. */
export interface CatalogueTrack {
  track: SiteTrack;
  /** `own`: the recording; `twin`: its performance with words cut, or kept; else what it is instead. */
  kind: string;
}

interface Spelling {
  name?: (title: string) => string;
  artists?: (artist: string) => string[];
  album?: (album: string) => string;
  /** Times the length of the recording. */
  stretch?: number;
  yearsLater?: number;
}

interface Decoy extends Spelling {
  kind: string;
  /** Of a length of its own. */
  anyLength?: boolean;
}

const STRANGERS = ['Nobody In Particular', 'Rob Unrelated', 'The Quiet Engine', 'Delia Thorne', 'Tall Oscar'];

/** What catalogues do to a song without making another recording of it. */
const SPELLINGS: readonly Spelling[] = [
  {},
  {},
  { name: (title) => `${title} (feat. Kash Verity)`, artists: (artist) => [artist, 'Kash Verity'] },
  { artists: (artist) => [artist, 'Mina Vale', 'Dro Lantern'] },
  { name: (title) => `${title} - Album Version` },
  { name: (title) => `${title} - 2014 Remaster`, yearsLater: 6 },
  { name: (title) => title.toUpperCase(), artists: (artist) => [artist.toUpperCase()] },
  { name: (title) => title.replaceAll('’', "'").normalize('NFKD').replace(/\p{M}/gu, '') },
  { album: (album) => `${album} (Deluxe Edition)`, yearsLater: 1 },
  { album: () => 'Street Hits, Vol. 4', yearsLater: 5, stretch: 1.004 },
];

/** How the clean one of two tracks of one recording is marked, if at all. */
const CLEAN_MARKS: readonly Spelling[] = [
  {},
  {},
  { name: (title) => `${title} - Clean` },
  { name: (title) => `${title} (Edited)` },
  { album: (album) => `${album} (Edited Version)` },
];
const TWIN_SHARE = 0.4;
const TWIN_OFF_MS = 2500;

const stranger = (artist: string): string => STRANGERS[hash32(artist) % STRANGERS.length] ?? '';

/** The title by somebody else: beside every song. */
const COVER_OF_NAME: Decoy = { kind: 'wrong artist', artists: (a) => [stranger(a)], anyLength: true };
/** What else is not the song, however much it looks like it. */
const DECOYS: readonly Decoy[] = [
  { kind: 'karaoke', name: (t) => `${t} (Karaoke Version)`, artists: () => ['Party Singers Karaoke'] },
  { kind: 'cover', artists: () => ['Acoustic Ann'], album: () => 'Songs I Like' },
  { kind: 'tribute', artists: (a) => [`${a} Tribute Band`], album: (a) => `A Tribute to ${a}` },
  { kind: 'live', name: (t) => `${t} - Live`, stretch: 1.09 },
  { kind: 'live', album: () => 'Live at the Boat House', stretch: 1.05 },
  { kind: 'remix', name: (t) => `${t} (Night Shift Remix)`, stretch: 1.12 },
  { kind: 'remix', name: (t) => `${t} - Lowell Remix`, artists: (a) => [a, 'Rhea Sunday'] },
  { kind: 'instrumental', name: (t) => `${t} - Instrumental` },
  { kind: 'instrumental', album: (a) => `${a} (Instrumentals)` },
  { kind: 'acapella', name: (t) => `${t} (Acapella)` },
  { kind: 'sped up', name: (t) => `${t} - Sped Up`, stretch: 0.8 },
  { kind: 'acoustic', name: (t) => `${t} - Acoustic`, stretch: 1.02 },
  { kind: 'another song', name: (t) => `${t} of the Northern Kings`, anyLength: true },
  { kind: 'another part', name: (t) => `${t}, Pt. 7`, anyLength: true },
  { kind: 'nearly the artist', artists: (a) => [`Young ${a}`], anyLength: true },
];
const DECOYS_A_SONG = 5;

function spell(recording: Recording, spelling: Spelling): Recording & { artists: string[] } {
  const { artist, title, album, year, durationMs } = recording;
  return {
    ...recording,
    title: spelling.name?.(title) ?? title,
    artists: spelling.artists?.(artist) ?? [artist],
    album: spelling.album?.(album) ?? album,
    year: year + (spelling.yearsLater ?? 0),
    durationMs: Math.round(durationMs * (spelling.stretch ?? 1)),
  };
}

function toTrack(
  id: string,
  spelt: ReturnType<typeof spell>,
  more: { explicit: boolean; decoy: boolean },
): SiteTrack {
  const { title, artists, artist, album, year, durationMs } = spelt;
  return {
    ...more,
    id: stableBase62('match', artist, id),
    name: title,
    artists,
    album,
    albumType: 'album',
    releaseDate: `${year}-05-01`,
    durationMs,
    isrc: `QZMTC${String(hash32(`${artist} ${id}`) % 10_000_000).padStart(7, '0')}`,
  };
}

function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** The recording as a catalogue spells it and, for two of five, the same performance with the other flag. */
export function ownTracks(recording: Recording): CatalogueTrack[] {
  const random = seededRandom(`own ${recording.draw} ${recording.artist} ${recording.title}`);
  const spelt = spell(recording, pick(SPELLINGS, random));
  const explicit = recording.explicit ?? random() < 0.8;
  const hasTwin = random() < TWIN_SHARE;
  const clean = hasTwin
    ? { ...spelt, ...spell(spelt, pick(CLEAN_MARKS, random)), artists: spelt.artists }
    : spelt;
  const off = Math.round((random() * 2 - 1) * TWIN_OFF_MS);
  const own = toTrack(`${recording.title} own`, explicit ? spelt : clean, { explicit, decoy: false });
  if (!hasTwin) return [{ track: own, kind: 'own' }];
  const other = { ...(explicit ? clean : spelt), durationMs: spelt.durationMs + off };
  const twin = toTrack(`${recording.title} twin`, other, { explicit: !explicit, decoy: false });
  return [
    { track: own, kind: 'own' },
    { track: twin, kind: 'twin' },
  ];
}

/** Tracks that are not the recording: the title by a stranger always, the other ways by chance. */
export function decoyTracks(recording: Recording): CatalogueTrack[] {
  const random = seededRandom(`decoys ${recording.draw} ${recording.artist} ${recording.title}`);
  // A remix of a remix, or a live version of one, cannot be labelled.
  const letters = recording.title.toLowerCase().replace(/[^a-z]/g, '');
  const fitting = DECOYS.filter(({ kind }) => !letters.includes(kind.replace(' ', '')));
  const drawn = new Set([COVER_OF_NAME]);
  while (drawn.size <= DECOYS_A_SONG) drawn.add(pick(fitting, random));
  return [...drawn].map((decoy, i) => {
    const spelt = spell(recording, decoy);
    const durationMs = decoy.anyLength
      ? Math.round(recording.durationMs * (0.6 + random() * 0.9))
      : spelt.durationMs;
    const explicit = recording.explicit ?? random() < 0.5;
    const track = toTrack(`${recording.title} ${i}`, { ...spelt, durationMs }, { explicit, decoy: true });
    return { track, kind: decoy.kind };
  });
}
