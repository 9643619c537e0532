import { isExplicitText } from '../../src/lyrics/explicit/is-explicit-text.ts';
import { type ImportRow, parseImportRow } from '../../src/services/import/row.ts';
import type { SongToFind } from '../../src/sources/spotify/source.ts';
import { foldArtist, foldText } from '../../src/sources/text-distance.ts';
import { openRows } from '../import/open-rows.ts';
import { decoyTracks, ownTracks, type Recording } from '../local/sites/match-recordings.ts';
import type { SiteTrack } from '../local/sites/spotify-catalogue.ts';
import { seededRandom } from '../local/sites/stable-random.ts';

/** What we know of a song when we look for it: all a file says, what Genius says, or its names only. */
const KNOWLEDGE = ['all', 'album and year', 'names'] as const;
const ANY_YEAR = 2010;
const ANY_SECONDS = { from: 140, spread: 140 };

export interface LabelledSong {
  label: string;
  song: SongToFind;
  /** Ids of the tracks that are right; none: the catalogue does not have it. */
  right: ReadonlySet<string>;
  /** The relation of each generated track to the song, by id. */
  kinds: ReadonlyMap<string, string>;
  tracks: readonly SiteTrack[];
  /** Whether it was used to develop the scorer or held out. */
  half: 'tuning' | 'held_out';
}

/**
 * Of a clean and an explicit track of one performance, the one with the flag of the song is correct. When the song has
 * no flag, or the flag contradicts its lyrics, both are correct. A clean track that is the only one of its song is correct.
 */
function label(recording: Recording, isPresent: boolean) {
  const own = isPresent ? ownTracks(recording) : [];
  const all = [...own, ...decoyTracks(recording)];
  const right = own.filter(({ kind }) => kind === 'own' || recording.explicit === null);
  return {
    tracks: all.map(({ track }) => track),
    kinds: new Map(all.map(({ track, kind }) => [track.id, kind])),
    right: new Set(right.map(({ track }) => track.id)),
  };
}

/** Whether the file's flag and its words say the same: else one of them is of another version. */
const wordsAgree = (row: ImportRow): boolean => isExplicitText(row.lyrics, row.language) === row.explicit;

function recordingOf(row: ImportRow, draw: number, random: () => number): Recording {
  return {
    artist: row.artist,
    title: row.title,
    album: row.album ?? row.title,
    year: Number(row.release_date?.date.slice(0, 4) ?? ANY_YEAR),
    durationMs: row.duration_ms ?? Math.round((ANY_SECONDS.from + random() * ANY_SECONDS.spread) * 1000),
    explicit: wordsAgree(row) ? row.explicit : null,
    draw,
  };
}

function labelRow(row: ImportRow, draw: number): LabelledSong {
  const random = seededRandom(`match ${draw} ${row.artist} ${row.title}`);
  const recording = recordingOf(row, draw, random);
  const isPresent = random() < 0.5;
  // A song belongs to the same half in all draws.
  const half = seededRandom(`half ${row.artist} ${row.title}`)() < 0.5 ? 'tuning' : 'held_out';
  const known = KNOWLEDGE[Math.floor(random() * KNOWLEDGE.length)] ?? 'names';
  const names = { title: row.title, artists: [row.artist], featured: row.featured ?? [] };
  const released = { album: recording.album, releaseYear: recording.year };
  const song: SongToFind = {
    ...names,
    ...(known === 'names' ? {} : released),
    ...(known === 'all' ? { durationMs: recording.durationMs } : {}),
    explicit: (known === 'all' ? row.explicit : null) ?? isExplicitText(row.lyrics, row.language),
  };
  return {
    label: `${row.artist}, ${row.title} (known: ${known})`,
    song,
    half,
    ...label(recording, isPresent),
  };
}

const nameOf = (artist: string, title: string): string => `${foldArtist(artist)}\n${foldText(title)}`;

/** Titles that name a spelling of a song and not a song: where the file has the song itself, they are left out. */
const SPELLING_MARK = /\s*(?:-\s*|[([])?\b(?:album|clean|dirty|edited|explicit|radio|edit|version)\b.*$/i;

/**
 * Labels the songs of a file for each of `draws` generated catalogues: half of the songs are in a catalogue, and all
 * have similar tracks in it.
 */
export async function readLabelledSongs(file: string, draws: number): Promise<LabelledSong[][]> {
  const rows = new Map<string, ImportRow>();
  for await (const line of (await openRows(file)).rows) {
    const parsed = 'row' in line ? parseImportRow(line.row) : null;
    // One title twice is one song twice, and either track would be right.
    if (parsed !== null && 'row' in parsed) rows.set(nameOf(parsed.row.artist, parsed.row.title), parsed.row);
  }
  const songs = [...rows.values()].filter(({ artist, title }) => {
    const plain = title.replace(SPELLING_MARK, '');
    return plain === title || !rows.has(nameOf(artist, plain));
  });
  return Array.from({ length: draws }, (_, draw) => songs.map((row) => labelRow(row, draw)));
}
